import { createHash } from "node:crypto";
import { DAY_MS } from "@/lib/core/duration";

/** Of those who fit a search, so many are remembered, the newest arrivals first. */
export const WATCHED_MAX = 96;
/** A saved search is looked at again after so many hours. */
export const RECHECK_HOURS = 6;

/**
 * What one owner's searches remember of somebody they found: tells them again. No name, but no secret either: whoever holds the
 * database can work it out for every member and compare (docs/adr/0018).
 */
export function markOf(ownerId: string, handle: string): number {
  return createHash("sha256").update(`${ownerId} ${handle}`).digest().readInt32BE(0);
}

export type Seen = { readonly seen: readonly number[]; readonly isWide: boolean };

/**
 * Who of those who fit now, newest arrivals first, did not when the owner last looked. Where more fitted than are remembered,
 * whoever stands after the last one seen may just have moved up, and counts as seen.
 */
export function newAmong(marks: readonly number[], { seen, isWide }: Seen): readonly number[] {
  const known = new Set(seen);
  const last = marks.findLastIndex((mark) => known.has(mark));
  const within = isWide && last >= 0 ? marks.slice(0, last) : marks;
  return within.filter((mark) => !known.has(mark));
}

/** What is remembered once the owner looked: of those who fit, the ones seen before and the ones shown now. */
export function seenAfter(
  marks: readonly number[],
  { seen, shown }: { seen: readonly number[]; shown: readonly number[] },
) {
  const known = new Set([...seen, ...shown]);
  return marks.filter((mark) => known.has(mark));
}

type Telling = { readonly told: readonly number[]; readonly toldAt: Date | null };

/** Who is new and was not told of; nobody within a day of the last time. */
export function toTell(fresh: readonly number[], { told, toldAt }: Telling, now: Date): readonly number[] {
  if (toldAt !== null && now.getTime() - toldAt.getTime() < DAY_MS) return [];
  const known = new Set(told);
  return fresh.filter((mark) => !known.has(mark));
}
