import { useTranslations } from "next-intl";
import { type Glyph, State, type Tone } from "@/components/ui/tiles";
import type { CaseState } from "@/lib/moderation/exclusion/types";

const LOOKS: Readonly<Record<CaseState, readonly [Tone, Glyph]>> = {
  NOTICE: ["wait", "half"],
  VOTING: ["ask", "half"],
  EXCLUDED: ["soft", "letGo"],
  DISMISSED: ["done", "full"],
  APPEALED: ["wait", "half"],
  APPEAL_VOTING: ["ask", "half"],
  CONFIRMED: ["soft", "letGo"],
  REVERSED: ["done", "full"],
};

/** How far a case is. */
export function CaseStateWord({ state }: { state: CaseState }) {
  const t = useTranslations("moderation.state");
  const [tone, glyph] = LOOKS[state];
  return (
    <State tone={tone} glyph={glyph}>
      {t(state)}
    </State>
  );
}
