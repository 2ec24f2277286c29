import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Withheld } from "@/components/moderation/report-link";
import { Ledger } from "@/components/ui/ledger";
import { Day, Instant } from "@/components/ui/moment";
import { type Glyph, State, type Tone } from "@/components/ui/tiles";
import type { OwnLine } from "@/lib/contribution/outside/types";
import type { ContributionState } from "@/lib/contribution/types";
import type { FormAction } from "@/lib/form/form-state";
import { HowMuch } from "./how-much";
import { ReasonForm } from "./reason-form";

const LOOKS: Readonly<Record<ContributionState, readonly [Tone, Glyph]>> = {
  DECLARED: ["wait", "half"],
  CONFIRMED: ["done", "full"],
  LAPSED: ["soft", "letGo"],
  REJECTED: ["soft", "empty"],
};

type OwnListProps = {
  lines: readonly OwnLine[];
  reverse: FormAction;
  association: string;
  /** Of those hidden by a measure, the report that says why. */
  withheld: Readonly<Record<string, string>>;
};

/** One's own contributions to an association and what became of each; a «no» and its reason are read here alone. */
export function OwnList({ lines, reverse, association, withheld }: OwnListProps) {
  return (
    <Ledger look="tight">
      {lines.map((line) => (
        <Row key={line.id} line={line} reverse={reverse}>
          {line.isWithheld && withheld[line.id] ? (
            <p className="meta">
              <Withheld association={association} reportId={withheld[line.id] ?? ""} what="withheldDeed" />
            </p>
          ) : null}
        </Row>
      ))}
    </Ledger>
  );
}

function Row({ line, reverse, children }: { line: OwnLine; reverse: FormAction; children: ReactNode }) {
  const t = useTranslations("contribution");
  const [tone, glyph] = LOOKS[line.state];
  return (
    <li>
      <p>
        <b lang={line.locale}>{line.title}</b>{" "}
        <span className="meta">
          <Day on={line.doneOn} look="dated" /> · <HowMuch line={line} />
        </span>
      </p>
      {line.reversal ? (
        <p className="meta">{t("association.reversedWhy", { reason: line.reversal })}</p>
      ) : (
        <State tone={tone} glyph={glyph}>
          {t(`association.state.${line.state}`)}
        </State>
      )}
      <Because line={line} />
      {children}
      {line.mayReverse ? <ReasonForm id={line.id} title={line.title} action={reverse} verb="reverse" /> : null}
    </li>
  );
}

/** Until when it waits, or why it was not confirmed. */
function Because({ line: { state, confirmBy, rejection } }: { line: OwnLine }) {
  const t = useTranslations("contribution");
  if (state === "DECLARED")
    return <p className="meta">{t.rich("ownWaiting", { day: () => <Instant at={confirmBy} look="dated" /> })}</p>;
  if (!rejection) return null;
  const name = rejection.name ?? t("association.someone");
  return <p className="meta">{t("association.rejectedWhy", { name, reason: rejection.reason })}</p>;
}
