import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Day } from "@/components/ui/moment";
import { Table, TableCell } from "@/components/ui/table";
import type { Change, CharterDifference, ClauseChange, ValueChange } from "@/lib/association/difference/types";
import type { CharterContent } from "@/lib/association/types";
import { Pieces } from "./pieces";
import { RuleWords } from "./rule";
import { labelOf } from "./values";

type DifferenceProps = {
  difference: CharterDifference;
  before: CharterContent;
  after: CharterContent;
  /** Language the charter is written in. */
  locale: string;
  /** Level of the headings: two under a page's title, three under a section's. */
  level?: 2 | 3;
};

const isOther = ({ change }: { change: Change }) => change !== "SAME";

/** Two charters side by side: values, clauses, contribution; what stays as it was is only counted (promise P41). */
export function Difference({ difference, before, after, locale, level = 3 }: DifferenceProps) {
  const t = useTranslations("charter.difference");
  const { values, clauses } = difference;
  const same = (key: "sameValues" | "sameClauses", all: readonly { change: Change }[]) => {
    const count = all.filter((one) => !isOther(one)).length;
    return count > 0 ? t(key, { count }) : null;
  };
  return (
    <div className="stack">
      <Part level={level} title={t("values")} same={same("sameValues", values)}>
        {values.filter(isOther).map((one, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: changes are listed once and never reorder
          <Value key={i} change={one} locale={locale} />
        ))}
      </Part>
      <Part level={level} title={t("clauses")} same={same("sameClauses", clauses)}>
        {clauses.filter(isOther).map((one, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: changes are listed once and never reorder
          <Clause key={i} change={one} locale={locale} />
        ))}
      </Part>
      <Part level={level} title={t("rule")} same={null}>
        <RuleTable difference={difference} before={before} after={after} />
        {difference.ruleNote.some(({ kind }) => kind !== "SAME") ? (
          <p>
            <span className="meta">{t("note")}</span>
            <br />
            <Pieces pieces={difference.ruleNote} locale={locale} />
          </p>
        ) : null}
      </Part>
    </div>
  );
}

type PartProps = { title: string; level: 2 | 3; same: string | null; children: ReactNode };

function Part({ title, level, same, children }: PartProps) {
  const Level = level === 2 ? "h2" : "h3";
  return (
    <section className="stack stack--tight">
      <Level className="h-small">{title}</Level>
      {children}
      {same ? <p className="meta">{same}</p> : null}
    </section>
  );
}

/** What became of it, in a word. */
function Became({ change }: { change: Change }) {
  const t = useTranslations("charter.difference");
  return <b className="became">{t(`change.${change}`)}</b>;
}

function Clause({ change: { change, before, after, pieces }, locale }: { change: ClauseChange; locale: string }) {
  const t = useTranslations("charter.difference");
  const kinds = useTranslations("ui.clause");
  const kindOf = [...new Set([before?.kind, after?.kind])].flatMap((kind) => (kind ? [kinds(kind)] : []));
  const where =
    after === null
      ? t("clauseGone", { number: before?.number ?? 0 })
      : before === null || before.number === after.number
        ? t("clause", { number: after.number })
        : t("clauseWas", { number: after.number, before: before.number });
  return (
    <div className="change">
      <p className="meta">
        {where} · {kindOf.join(" → ")} · <Became change={change} />
      </p>
      <p>
        <Pieces pieces={pieces} locale={locale} />
      </p>
    </div>
  );
}

function Value({ change: { change, value, meaning, shownBy }, locale }: { change: ValueChange; locale: string }) {
  const t = useTranslations("charter.difference");
  const reading = useLocale();
  return (
    <div className="change">
      <p>
        <b>{labelOf(value, reading)}</b> <span className="meta">·</span> <Became change={change} />
      </p>
      <p>
        <span className="meta">{t("meaning")}:</span> <Pieces pieces={meaning} locale={locale} />
      </p>
      <p>
        <span className="meta">{t("shownBy")}:</span> <Pieces pieces={shownBy} locale={locale} />
      </p>
    </div>
  );
}

function RuleTable({ difference, before, after }: Pick<DifferenceProps, "difference" | "before" | "after">) {
  const t = useTranslations("charter");
  if (difference.rule.length === 0 && !difference.isReviewMoved)
    return difference.ruleNote.every(({ kind }) => kind === "SAME") ? (
      <p className="meta">{t("difference.same")}</p>
    ) : null;
  return (
    <Table heads={[t("difference.what"), t("difference.before"), t("difference.after")]} caption={t("difference.rule")}>
      {difference.rule.map((part) => (
        <tr key={part}>
          <TableCell>{t(`rule.part.${part}`)}</TableCell>
          <TableCell label={t("difference.before")}>
            <RuleWords rule={before} part={part} />
          </TableCell>
          <TableCell label={t("difference.after")}>
            <RuleWords rule={after} part={part} />
          </TableCell>
        </tr>
      ))}
      {difference.isReviewMoved ? (
        <tr>
          <TableCell>{t("rule.review")}</TableCell>
          {[before, after].map(({ reviewOn }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: before and after
            <TableCell key={i} label={t(i === 0 ? "difference.before" : "difference.after")}>
              {reviewOn ? <Day on={reviewOn} /> : t("rule.noReview")}
            </TableCell>
          ))}
        </tr>
      ) : null}
    </Table>
  );
}
