import { useTranslations } from "next-intl";
import { Emblem } from "@/components/ui/emblem";
import { Day } from "@/components/ui/moment";
import type { CardProof } from "@/lib/membership/card/types";

/** What a code tells: valid, with as much as its owner allows; or nothing at all, whatever the reason. */
export function CardAnswer({ proof }: { proof: CardProof | null }) {
  const t = useTranslations("membership.card");
  if (!proof)
    return (
      <>
        <h1>{t("unconfirmed")}</h1>
        <p className="lead mt-2">{t("unconfirmedText")}</p>
      </>
    );
  const { association, until, name } = proof;
  return (
    <>
      <Emblem slug={association.slug} values={association.values} side={96} />
      <h1 className="mt-4">{t("valid")}</h1>
      <p className="lead mt-2">
        {name
          ? t("validName", { name, association: association.name })
          : t("validOf", { association: association.name })}
      </p>
      <p className="mt-2">{t.rich("validUntil", { day: () => <Day on={until} /> })}</p>
    </>
  );
}
