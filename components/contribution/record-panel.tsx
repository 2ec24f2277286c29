import { useLocale, useTranslations } from "next-intl";
import { Fold } from "@/components/ui/fold";
import { Ledger } from "@/components/ui/ledger";
import { Day } from "@/components/ui/moment";
import { Panel } from "@/components/ui/panel";
import { SaidDone } from "@/components/ui/said-done";
import { State } from "@/components/ui/tiles";
import type { SaidDoneRecord } from "@/lib/contribution/record/types";
import { COMMITMENT_LOOKS } from "./commitment-list";

/** Detto / Fatto of a person: counts with the list behind them (rule T1). */
export function RecordPanel({ record }: { record: SaidDoneRecord }) {
  const t = useTranslations("contribution");
  const locale = useLocale();
  return (
    <Panel title={t("record.title")}>
      <SaidDone counts={record} note={t("record.note")} />
      <Fold title={t("record.list")}>
        <Ledger look="tight">
          {record.lines.map(({ id, text, locale: written, state, closedOn, note }) => (
            <li key={id}>
              <p lang={written === locale ? undefined : written}>{text}</p>
              <State tone={COMMITMENT_LOOKS[state][0]} glyph={COMMITMENT_LOOKS[state][1]}>
                {t(`state.${state}`)}
              </State>{" "}
              <span className="meta">
                <Day on={closedOn} look="dated" />
                {note ? <> · «{note}»</> : null}
              </span>
            </li>
          ))}
        </Ledger>
      </Fold>
    </Panel>
  );
}
