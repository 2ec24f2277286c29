import { useTranslations } from "next-intl";
import { Fold } from "@/components/ui/fold";
import { Day } from "@/components/ui/moment";
import { Table, TableCell } from "@/components/ui/table";
import { type Glyph, State, type Tone } from "@/components/ui/tiles";
import type { PeriodAccount, PeriodState } from "@/lib/membership/period/types";
import { Amount } from "./amount";

const LOOKS: Readonly<Record<PeriodState, readonly [Tone, Glyph]>> = {
  RUNNING: ["ask", "empty"],
  MET: ["done", "full"],
  OPEN: ["wait", "half"],
  SHORT: ["stop", "missed"],
  LET_GO: ["soft", "letGo"],
};

/** One period, line by line: what was asked, what it comes to, what was given, what is missing. */
export function AccountPeriod({ period, isOpen }: { period: PeriodAccount; isOpen: boolean }) {
  const t = useTranslations("membership.account");
  const [tone, glyph] = LOOKS[period.state];
  const from = () => <Day on={period.startsOn} look="dated" />;
  const to = () => <Day on={period.endsOn} look="dated" />;
  return (
    <Fold
      isOpen={isOpen}
      title={
        <>
          <span>{t.rich("span", { from, to })}</span>
          <State tone={tone} glyph={glyph}>
            {t(`state.${period.state}`)}
          </State>
        </>
      }
    >
      <Lines period={period} />
      <Until period={period} />
    </Fold>
  );
}

function Lines({ period }: { period: PeriodAccount }) {
  const t = useTranslations("membership.account");
  const { asked, owed, missing, shares, countedDays, days } = period;
  return (
    <Table heads={[t("line"), t("amountHead")]} isFolding={false}>
      <Line what={t(`asked.${period.period}`)} amount={<Amount amount={asked} />} />
      <Line
        what={t("counted")}
        amount={<span className="whitespace-nowrap">{t("countedDays", { counted: countedDays, days })}</span>}
      />
      <Line what={t("owed")} amount={<Amount amount={owed} />} />
      {shares.map((share) => (
        <Line
          key={share.id}
          what={t.rich("given", { title: share.title, day: () => <Day on={share.doneOn} look="dated" /> })}
          amount={<Amount amount={share} of={asked} />}
        />
      ))}
      <Line what={<b>{t("missing")}</b>} amount={<Amount amount={missing} />} />
    </Table>
  );
}

function Line({ what, amount }: { what: React.ReactNode; amount: React.ReactNode }) {
  return (
    <tr>
      <TableCell>{what}</TableCell>
      <TableCell>{amount}</TableCell>
    </tr>
  );
}

function Until({ period: { state, graceEndsOn } }: { period: PeriodAccount }) {
  const t = useTranslations("membership.account");
  if (state === "LET_GO") return <p className="meta">{t("letGo")}</p>;
  if (state !== "OPEN") return null;
  return <p className="meta">{t.rich("graceEnds", { day: () => <Day on={graceEndsOn} look="dated" /> })}</p>;
}
