import type { RecordLine, SaidDoneRecord } from "./types";

/** Fewer than these say nothing about anyone (rule T1). */
export const RECORD_MIN = 5;

/** Counts of how commitments ended, from five up, from the lines themselves and nothing else; null under five (rules T1, PV5). */
export function recordOf(lines: readonly RecordLine[]): SaidDoneRecord | null {
  if (lines.length < RECORD_MIN) return null;
  const count = (state: RecordLine["state"]) => lines.filter((line) => line.state === state).length;
  return { kept: count("KEPT"), partly: count("PARTLY"), released: count("RELEASED"), missed: count("MISSED"), lines };
}
