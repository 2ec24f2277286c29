import { addDays, daysBetween } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import type { Responsibility } from "../role/types";
import type { Act, Bar, Limits } from "./types";

/** How long a material charter leaves everything as it was (rule M11). */
export const CHARTER_GRACE_DAYS = 30;

/** How long a statement that has ended leaves everything as it was: somebody away for a week loses nothing (rule PT1, ADR 0020). */
export const STATEMENT_GRACE_DAYS = 14;

export type ActRefusal =
  | "membership.notActive"
  | "membership.statementOver"
  | "membership.charterOverdue"
  | "membership.listeningOnly"
  | "membership.behind";

/**
 * Whether a member may do this now: ACTIVE (rule M10), the charter accepted in time but for voting on the charter itself
 * (M11), on a statement in force and more than listening to lead or to vote (PT1), and not barred from it by the contribution rule.
 */
export function canAct(limits: Limits, act: Act): Result<null, ActRefusal> {
  const { state, isListening, isStatementOver, isCharterOverdue, bars } = limits;
  if (state !== "ACTIVE") return refuse("membership.notActive");
  if (isCharterOverdue && act !== "VOTE_CHARTER") return refuse("membership.charterOverdue");
  if (isListening && act !== "TAKE_PART") return refuse("membership.listeningOnly");
  if (isStatementOver && act !== "TAKE_PART") return refuse("membership.statementOver");
  return isBarred(bars, act) ? refuse("membership.behind") : ok(null);
}

/** Whoever is barred from voting is so on the charter as well. */
const isBarred = (bars: readonly Bar[], act: Act) =>
  bars.some((bar) => bar === (act === "VOTE_CHARTER" ? "VOTE" : act));

/**
 * What somebody answers for now, of what their roles hold: all of it while they may hold a role. Roles sleep in pause; while
 * only the holder's own word is missing, CUSTODY stays awake, so that an association is never left to itself by a date.
 */
export function responsibilitiesNow(held: readonly Responsibility[], limits: Limits): readonly Responsibility[] {
  if (limits.state !== "ACTIVE") return [];
  return canAct(limits, "HOLD_ROLE").ok ? held : held.filter((one) => one === "CUSTODY");
}

type Version = { readonly version: number; readonly isMaterial: boolean; readonly publishedAt: Date };

/**
 * The version a member is measured by, of those published, oldest first: the newest they have accepted or that asks for no new
 * word. Nothing binds before its subject accepts it (rules PT2, M11); the first binds whoever came in on none before it.
 */
export function bindingVersion<V extends Omit<Version, "publishedAt">>(
  published: readonly V[],
  accepted: number,
): V | null {
  const next = published.findIndex(({ version, isMaterial }, at) => at > 0 && version > accepted && isMaterial);
  return published.at(next === -1 ? -1 : next - 1) ?? null;
}

/** Whether a material version newer than the accepted one has been out for longer than its thirty days (rule M11). */
export function isCharterOverdue(charters: readonly Version[], accepted: number, now: Date): boolean {
  return charters.some(
    ({ version, isMaterial, publishedAt }) =>
      version > accepted && isMaterial && now >= addDays(publishedAt, CHARTER_GRACE_DAYS),
  );
}

/** Whether a statement ended more than its days of grace ago (rule PT1): days of the calendar, whatever the clocks did. */
export function isStatementOver(untilOn: string, today: string): boolean {
  return daysBetween(untilOn, today) > STATEMENT_GRACE_DAYS;
}
