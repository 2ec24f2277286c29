import { useTranslations } from "next-intl";
import { type Glyph, State, type Tone } from "@/components/ui/tiles";
import type { ApplicationState } from "@/lib/membership/application/types";

const LOOKS: Readonly<Record<ApplicationState, readonly [Tone, Glyph]>> = {
  PENDING: ["wait", "half"],
  ACCEPTED: ["done", "full"],
  DECLINED: ["soft", "letGo"],
  WITHDRAWN: ["soft", "empty"],
  EXPIRED: ["soft", "empty"],
};

/** The state of an application or an invitation: glyph and word. */
export function StateOf({ state, of: what = "state" }: { state: ApplicationState; of?: "state" | "invite.state" }) {
  const t = useTranslations("membership");
  const [tone, glyph] = LOOKS[state];
  return (
    <State tone={tone} glyph={glyph}>
      {t(`${what}.${state}`)}
    </State>
  );
}
