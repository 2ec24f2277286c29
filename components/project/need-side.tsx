import { useLocale, useTranslations } from "next-intl";
import { Facts } from "@/components/ui/facts";
import { Day } from "@/components/ui/moment";
import { Panel } from "@/components/ui/panel";
import type { NeedView } from "@/lib/project/offer/types";
import { competenceLabel } from "@/lib/taxonomy/rules";

/** The seat in short: what for, of which kind, how many, by when. */
export function NeedSide({ need }: { need: NeedView }) {
  const t = useTranslations("project");
  const locale = useLocale();
  const { kind, seats, accepted, competence, due, minutes } = need;
  return (
    <Panel title={t("offer.about")} isBand>
      <p className="mb-4">{need.project.purpose}</p>
      <Facts
        facts={[
          { term: t("propose.needKind"), value: t(`need.${kind}`) },
          { term: t("propose.needSeats"), value: t("manage.taken", { accepted, seats }) },
          ...(competence ? [{ term: t("propose.needCompetence"), value: competenceLabel(competence, locale) }] : []),
          ...(minutes
            ? [{ term: t("propose.needHours"), value: t("hours", { count: Math.round(minutes / 60) }) }]
            : []),
          ...(due ? [{ term: t("propose.needDue"), value: <Day on={due} /> }] : []),
        ]}
      />
    </Panel>
  );
}
