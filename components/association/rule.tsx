import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Facts } from "@/components/ui/facts";
import { Prose } from "@/components/ui/prose";
import { RULE_PARTS, type RulePart } from "@/lib/association/difference/types";
import type { CharterContent, ContributionRule } from "@/lib/association/types";

type RuleOf = ContributionRule & Pick<CharterContent, "isByVote">;

/** One part in words: how much, what counts, until when, who confirms, what being behind means, how the charter changes. */
export function RuleWords({ rule, part }: { rule: RuleOf; part: RulePart }) {
  const t = useTranslations("charter.rule");
  const kinds = useTranslations("membership.bring");
  const { list } = useFormatter();
  const { countedKinds, graceDays, confirmers, bars } = rule;
  switch (part) {
    case "ASKED":
      return <Asked rule={rule} />;
    case "COUNTED":
      return countedKinds.length === 0 ? t("all") : list(countedKinds.map((kind) => kinds(kind)));
    case "GRACE":
      return t("grace", { days: graceDays });
    case "CONFIRMERS":
      return t(`confirmers.${confirmers}`);
    case "BARS":
      return bars.length === 0
        ? t("noBars")
        : t("bars", {
            bars: list(
              bars.map((bar) => t(`bar.${bar}`)),
              { type: "disjunction" },
            ),
          });
    case "AMENDING":
      return t(rule.isByVote ? "amending.byVote" : "amending.byEditors");
  }
}

function Asked({ rule: { minMinutes, minDeeds, minPeriod } }: { rule: ContributionRule }) {
  const t = useTranslations("charter.rule");
  const { list } = useFormatter();
  const hours = minMinutes === null ? [] : [t("hours", { hours: minMinutes / 60 })];
  const deeds = minDeeds === null ? [] : [t("deeds", { deeds: minDeeds })];
  return minPeriod ? `${list([...hours, ...deeds])} ${t(`period.${minPeriod}`)}` : t("nothing");
}

/** The contribution rule whole, in our words and in theirs. */
export function Rule({ rule, locale }: { rule: RuleOf; locale: string }) {
  const t = useTranslations("charter.rule");
  const lang = useLocale() === locale ? undefined : locale;
  return (
    <div className="stack">
      <Facts
        facts={RULE_PARTS.map((part) => ({ term: t(`part.${part}`), value: <RuleWords rule={rule} part={part} /> }))}
      />
      {rule.ruleNote ? <Prose text={rule.ruleNote} lang={lang} /> : null}
    </div>
  );
}
