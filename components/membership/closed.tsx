import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { Instant } from "@/components/ui/moment";
import type { Position } from "@/lib/membership/position/types";
import { Missing } from "./enter-panel";

/** Why nobody fills in this form now, said before anything is typed; and the way on. */
export function Closed({ slug, position }: { slug: string; position: Position }) {
  const t = useTranslations("membership");
  return (
    <div className="empty mt-6">
      <h1>{t("apply.closed")}</h1>
      <Why position={position} />
      <LinkButton href={{ pathname: "/associations/[slug]", params: { slug } }}>{t("apply.back")}</LinkButton>
    </div>
  );
}

function Why({ position }: { position: Position }) {
  const t = useTranslations("membership");
  if (position.kind !== "outsider" && position.kind !== "invited") return null;
  if (position.kind === "outsider" && position.refusal) {
    const { code, from } = position.refusal;
    if (code === "membership.reapplyTooSoon" && from !== null)
      return <p className="lead">{t.rich("enter.cooling", { day: () => <Instant at={new Date(from)} /> })}</p>;
    return <p className="lead">{t(`closed.${code.slice("membership.".length) as ClosedCode}`)}</p>;
  }
  return (
    <div>
      <Missing parts={position.missingProfile} />
    </div>
  );
}

type ClosedCode = "full" | "inCustody" | "byInvitationOnly";
