import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import type { AssociationView } from "@/lib/association/types";
import type { Position } from "@/lib/membership/position/types";

/** The one primary act of the page, beside the name: to come in, for those who may now. */
export function HeadAct({ association, position }: { association: AssociationView; position: Position }) {
  const t = useTranslations("membership.enter");
  if (!isOpenTo(association, position)) return null;
  const label = position.kind === "invited" ? "answer" : association.entry === "OPEN" ? "join" : "apply";
  const href = { pathname: "/associations/[slug]/apply", params: { slug: association.slug } } as const;
  return (
    <LinkButton look="primary" href={href}>
      {t(label)}
    </LinkButton>
  );
}

function isOpenTo({ entry, state }: AssociationView, position: Position): boolean {
  switch (position.kind) {
    case "visitor":
      return state === "OPEN" && entry !== "INVITATION";
    case "invited":
      return position.missingProfile.length === 0;
    case "outsider":
      return position.refusal === null && position.missingProfile.length === 0;
    default:
      return false;
  }
}
