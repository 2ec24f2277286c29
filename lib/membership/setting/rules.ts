import type { EntryMode } from "@/lib/association/types";
import { ok, type Result, refuse } from "@/lib/core/result";

export type EntrySettingRefusal =
  | "membership.limitBelowMembers"
  | "membership.twoDecideAlone"
  | "membership.openAsksNobody";

type Wanted = {
  readonly entry: EntryMode;
  readonly memberLimit: number | null;
  readonly decidersRequired: number;
  readonly sponsorsRequired: number;
};

export type EntrySettingFacts = {
  readonly memberCount: number;
  readonly decidersNow: number;
  /** How many answer for ADMIT now. */
  readonly admitterCount: number;
};

/**
 * Whether an association may set this: no fewer places than are taken (rule A5), and not from one decider to two where there
 * are not two (rule M6), for then nobody could be admitted; and no words of members where an open door waits for nobody.
 */
export function canSetEntry(wanted: Wanted, facts: EntrySettingFacts): Result<null, EntrySettingRefusal> {
  const { memberLimit, decidersRequired, entry, sponsorsRequired } = wanted;
  const { memberCount: count, admitterCount, decidersNow } = facts;
  if (memberLimit !== null && memberLimit < count)
    return refuse("membership.limitBelowMembers", { field: "memberLimit", params: { count } });
  if (entry === "OPEN" && sponsorsRequired > 0)
    return refuse("membership.openAsksNobody", { field: "sponsorsRequired" });
  return decidersRequired > Math.max(decidersNow, admitterCount)
    ? refuse("membership.twoDecideAlone", { field: "decidersRequired" })
    : ok(null);
}

type Asked = { readonly text: string; readonly isRequired: boolean };
type Current = Asked & { readonly id: string };
type Draft = Asked & { readonly questionId: string | null };

/**
 * What becomes of the questions: those left as they were keep their row and take their place in the order; a changed one is a
 * new question, and what is no longer asked is retired (rule M5). A draft that names no current question is a new one.
 */
export function questionChanges(current: readonly Current[], drafts: readonly Draft[]) {
  const kept = new Map<string, number>();
  const added: (Asked & { position: number })[] = [];
  for (const [position, { questionId, text, isRequired }] of drafts.entries()) {
    const same = current.find((one) => one.id === questionId && one.text === text && one.isRequired === isRequired);
    if (same && !kept.has(same.id)) kept.set(same.id, position);
    else added.push({ text, isRequired, position });
  }
  return { kept, added, retired: current.flatMap(({ id }) => (kept.has(id) ? [] : [id])) };
}
