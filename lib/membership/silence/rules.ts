import { addDays } from "@/lib/core/duration";
import type { Silence, SilenceStep } from "./types";

/** After how long a silence is told, and after how long it becomes a pause (rule M12). */
export const SILENCE_NOTICE_DAYS = 90;
export const SILENCE_PAUSE_DAYS = 180;

/**
 * What a silence calls for now: a notice at 90 days; a pause at 180, and never sooner than 90 days after the notice, so that
 * nobody is paused who was not told in time. Never more than a pause (rule M12).
 */
export function silenceStep({ lastSignAt, noticedAt }: Silence, now: Date): SilenceStep | null {
  if (now < addDays(lastSignAt, SILENCE_NOTICE_DAYS)) return null;
  if (!noticedAt) return "NOTICE";
  const toldFor = addDays(noticedAt, SILENCE_PAUSE_DAYS - SILENCE_NOTICE_DAYS);
  return now >= addDays(lastSignAt, SILENCE_PAUSE_DAYS) && now >= toldFor ? "PAUSE" : null;
}
