import { ok, type Result, refuse } from "@/lib/core/result";
import { stateAt } from "../application/rules";
import type { ApplicationState } from "../application/types";

/** How much is said on one application, both sides together: past this it is time to decide, or to meet. */
export const MESSAGES_MAX = 60;

export type SayingRefusal = "membership.alreadyDecided" | "membership.saidEnough";

type SayingFacts = {
  readonly now: Date;
  readonly state: ApplicationState;
  readonly answerBy: Date | null;
  readonly messageCount: number;
};

/** Whether one more thing is said on an application: only while it waits (rule M4), and saying it gives no more days (M6). */
export function canSay({ messageCount, ...application }: SayingFacts): Result<null, SayingRefusal> {
  const state = stateAt(application);
  if (state !== "PENDING") return refuse("membership.alreadyDecided", { params: { state } });
  return messageCount >= MESSAGES_MAX ? refuse("membership.saidEnough", { params: { max: MESSAGES_MAX } }) : ok(null);
}
