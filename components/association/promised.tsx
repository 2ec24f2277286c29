import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { Day } from "@/components/ui/moment";
import { SaidDone } from "@/components/ui/said-done";
import { Table, TableCell } from "@/components/ui/table";
import { type Glyph, State, type Tone } from "@/components/ui/tiles";
import type { Promised, PromiseState } from "@/lib/association/types";

const LOOKS: Readonly<Record<PromiseState, readonly [Tone, Glyph]>> = {
  KEPT: ["done", "full"],
  PARTLY: ["wait", "half"],
  RELEASED: ["soft", "letGo"],
  MISSED: ["stop", "missed"],
};

/** Detto / Fatto of the association: counts with the list behind them, missed ones included (rules T1, T3). */
export function SaidAndDone({ promised }: { promised: readonly Promised[] }) {
  const t = useTranslations("association.page");
  const count = (state: PromiseState) => promised.filter((one) => one.state === state).length;
  const counts = { kept: count("KEPT"), partly: count("PARTLY"), released: count("RELEASED"), missed: count("MISSED") };
  return (
    <Section id="said-done" title={t("saidDone")} note={t("saidDoneNote")}>
      <SaidDone counts={counts} size="l" />
      {promised.length > 0 ? <List promised={promised} /> : null}
    </Section>
  );
}

function List({ promised }: { promised: readonly Promised[] }) {
  const t = useTranslations("association.page");
  const locale = useLocale();
  return (
    <Table heads={[t("said"), t("done"), t("when")]} caption={t("saidDone")}>
      {promised.map(({ id, text, locale: written, saidOn, closedOn, state }) => (
        <tr key={id}>
          <TableCell>
            <span lang={written === locale ? undefined : written}>{text}</span>{" "}
            <span className="meta">{t.rich("saidOn", { day: () => <Day on={saidOn} look="dated" /> })}</span>
          </TableCell>
          <TableCell label={t("done")}>
            <State tone={LOOKS[state][0]} glyph={LOOKS[state][1]}>
              {t(`state.${state}`)}
            </State>
          </TableCell>
          <TableCell label={t("when")} isMeta>
            <Day on={closedOn} look="dated" />
          </TableCell>
        </tr>
      ))}
    </Table>
  );
}
