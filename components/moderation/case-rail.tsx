import { useFormatter, useTranslations } from "next-intl";
import { Facts } from "@/components/ui/facts";
import { Instant } from "@/components/ui/moment";
import { Panel } from "@/components/ui/panel";
import type { CaseView } from "@/lib/moderation/exclusion/types";
import { CaseStateWord } from "./case-state";

/** How far a case is, who opened it, until when one answers, who decides. */
export function CaseRail({ view }: { view: CaseView }) {
  const t = useTranslations("moderation");
  const format = useFormatter();
  const isOpen = view.state === "NOTICE" || view.state === "APPEALED";
  const way = wayOf(view);
  const facts = [
    ...(view.openedBy ? [{ term: t("case.openedBy"), value: view.openedBy }] : []),
    { term: t("case.openedOn"), value: <Instant at={view.openedAt} /> },
    { term: t("case.answerBy"), value: <Instant at={lastMoment(view.answerBy)} hasTime /> },
    ...(way ? [{ term: t("case.decidedBy"), value: t(`by.${way}`) }] : []),
    ...(isOpen && way === "STEWARDS"
      ? [
          {
            term: t("case.deciders"),
            value: view.deciders.length > 0 ? format.list([...view.deciders]) : t("case.nobody"),
          },
        ]
      : []),
  ];
  return (
    <Panel title={<CaseStateWord state={view.state} />} isBand>
      <Facts look="stack" facts={facts} />
    </Panel>
  );
}

/** Who decides what is still to be decided; null where nothing is. */
function wayOf({ state, decidedBy, appealTo }: CaseView) {
  if (state === "NOTICE" || state === "VOTING") return decidedBy;
  return state === "APPEALED" || state === "APPEAL_VOTING" ? appealTo : null;
}

/** The last second of a period that ends at midnight, so that it reads as the day it is. */
export const lastMoment = (end: string) => new Date(Date.parse(end) - 1000);
