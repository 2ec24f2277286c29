import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { takeMeasure } from "@/lib/moderation/measure/commands";
import { reportToModerators } from "@/lib/moderation/report/commands";
import type { ReportInput } from "@/lib/moderation/report/schema";
import { clauseOf } from "./charter";
import { done, type Place } from "./place";
import { newcomer } from "./project";

export const WORDS = "Per tre volte ha preso il furgone senza dirlo, dopo averlo promesso a tutti.";

/** A member tells of something; answers which report it is. */
export async function reported(place: Place, by: Actor, what: Pick<ReportInput, "about" | "target">): Promise<string> {
  const clauseId = await clauseOf(place.id);
  const told = { associationSlug: place.slug, ...what, clauseId, contentLocale: "it" as const };
  return done(await reportToModerators(by, { ...told, text: WORDS })).reportId;
}

/** Hides something, as those who moderate there do. */
export async function hide(place: Place, what: Pick<ReportInput, "about" | "target">): Promise<void> {
  const reportId = await reported(place, await newcomer(place), what);
  const clauseId = await clauseOf(place.id);
  done(await takeMeasure(place.people.steward, { reportId, kind: "HIDE", clauseId, reason: WORDS }));
}

/** Sixty-one days ago, for a job that ends what waits too long. */
export async function backdate(reportId: string): Promise<void> {
  const openedAt = new Date(Date.now() - 62 * 86_400_000);
  await db.report.update({ where: { id: reportId }, data: { openedAt }, select: { id: true } });
}
