import "server-only";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { NAMED_AGAIN_DAYS } from "./rules";

/** The kind under which the wish for this mail is kept; absent means no. */
export const WEEKLY_HELP = "weeklyHelp";

export type Wanting = {
  readonly memberId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: "it" | "en";
};
type Where = { after: string | null; weekOn: string; max: number };

/** Who wants the mail and has not had this week's, some at a time, after an id. */
export function listWanting({ after, weekOn, max }: Where): Promise<Wanting[]> {
  return db.$queryRaw<Wanting[]>`
    SELECT m."id"::text AS "memberId", m."name", a."email", a."locale"
      FROM "NotificationPreference" p JOIN "Member" m ON m."id" = p."memberId"
      JOIN "Account" a ON a."id" = m."accountId" AND a."suspendedAt" IS NULL AND a."emailVerifiedAt" IS NOT NULL
     WHERE p."kind" = ${WEEKLY_HELP} AND p."byMail" AND (${after}::uuid IS NULL OR m."id" > ${after}::uuid)
       AND NOT EXISTS (SELECT 1 FROM "WeeklyHelp" w WHERE w."memberId" = m."id" AND w."weekOn" = ${weekOn}::date)
     ORDER BY m."id" LIMIT ${max}`;
}

/** The needs that earlier mails named to somebody lately. */
export async function listNamed(memberId: string, now: Date): Promise<string[]> {
  const rows = await db.weeklyHelp.findMany({
    where: { memberId, sentAt: { gt: addDays(now, -NAMED_AGAIN_DAYS) } },
    select: { needIds: true },
  });
  return rows.flatMap(({ needIds }) => needIds);
}
