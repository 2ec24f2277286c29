import { useTranslations } from "next-intl";
import { type Glyph, State, type Tone } from "@/components/ui/tiles";
import { isSubjected } from "@/lib/decision/rules";
import type { DecisionLine, DecisionOutcome } from "@/lib/decision/types";

const LOOKS: Readonly<Record<DecisionOutcome, readonly [Tone, Glyph]>> = {
  APPROVED: ["done", "full"],
  REJECTED: ["soft", "letGo"],
  TIED: ["soft", "half"],
  NO_QUORUM: ["soft", "empty"],
};

type DecisionStateProps = { line: Pick<DecisionLine, "kind" | "state" | "outcome"> };

/** How far a decision is, or what came of it. */
export function DecisionState({ line: { kind, state, outcome } }: DecisionStateProps) {
  const t = useTranslations("decision");
  if (state === "WITHDRAWN")
    return (
      <State tone="soft" glyph="letGo">
        {t("withdrawn")}
      </State>
    );
  if (state === "OPEN" || !outcome)
    return (
      <State tone="ask" glyph="half">
        {t("openState")}
      </State>
    );
  const [tone, glyph] = LOOKS[outcome];
  return (
    <State tone={tone} glyph={glyph}>
      {t(isSubjected(kind) && outcome !== "TIED" ? `on.${kind}.outcome.${outcome}` : `outcome.${outcome}`)}
    </State>
  );
}
