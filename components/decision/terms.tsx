import { useTranslations } from "next-intl";
import { Facts } from "@/components/ui/facts";
import { Instant } from "@/components/ui/moment";
import { Panel } from "@/components/ui/panel";
import { isSubjected } from "@/lib/decision/rules";
import type { DecisionView } from "@/lib/decision/types";
import { DecisionState } from "./decision-state";

/** The terms of a vote, said before it began. */
export function Terms({ view }: { view: DecisionView }) {
  const t = useTranslations("decision");
  const isChoice = view.options.some(({ stance }) => stance === "CHOICE");
  const facts = [
    { term: t("facts.closes"), value: <Instant at={new Date(Date.parse(view.closesAt) - 1000)} look="long" hasTime /> },
    { term: t("facts.secrecy"), value: t(`secrecy.${view.secrecy}`) },
    { term: t("facts.quorum"), value: t(`quorum.${view.quorum}`) },
    {
      term: t(isSubjected(view.kind) ? `on.${view.kind}.threshold` : "facts.threshold"),
      value: t(`${isChoice ? "thresholdChoice" : "threshold"}.${view.threshold}`),
    },
    { term: t("facts.cast"), value: t("castOf", { cast: view.cast, electorate: view.electorate }) },
    ...(view.openedBy ? [{ term: t("facts.openedBy"), value: view.openedBy }] : []),
    { term: t("facts.openedOn"), value: <Instant at={view.openedAt} look="long" /> },
  ];
  return (
    <Panel title={<DecisionState line={view} />} isBand>
      <Facts look="stack" facts={facts} />
    </Panel>
  );
}
