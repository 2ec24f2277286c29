import { sql } from "./database";

/** Lets so many days pass for a vote: what the database keeps from changing is moved back as a whole. */
export async function letVotePass(id: string, days: number): Promise<void> {
  await sql(`BEGIN; ALTER TABLE "Decision" DISABLE TRIGGER frozen;
    UPDATE "Decision" SET "openedAt" = "openedAt" - interval '${days} days', "closesAt" = "closesAt" - interval '${days} days' WHERE "id" = '${id}';
    ALTER TABLE "Decision" ENABLE TRIGGER frozen; COMMIT`);
}

/** The same for a case, which was opened and is to be answered so much earlier. */
export async function letCasePass(id: string, days: number): Promise<void> {
  await sql(`BEGIN; ALTER TABLE "ExclusionCase" DISABLE TRIGGER frozen;
    UPDATE "ExclusionCase" SET "openedAt" = "openedAt" - interval '${days} days', "answerBy" = "answerBy" - interval '${days} days' WHERE "id" = '${id}';
    ALTER TABLE "ExclusionCase" ENABLE TRIGGER frozen; COMMIT`);
}

/** The same for a seat with a last day, and the commitment that goes with it. */
export const letSeatPass = (slug: string, { memberId }: { memberId: string }, days: number) =>
  sql(
    `WITH seat AS (UPDATE "NeedOffer" o SET "offeredAt" = o."offeredAt" - make_interval(days => $3), "decidedAt" = o."decidedAt" - make_interval(days => $3),
                          "untilOn" = o."untilOn" - $3::int
                     FROM "Need" n JOIN "Project" p ON p."id" = n."projectId"
                    WHERE n."id" = o."needId" AND p."slug" = $1 AND o."memberId" = $2 AND o."untilOn" IS NOT NULL RETURNING o."id")
     UPDATE "Commitment" c SET "dueOn" = c."dueOn" - $3::int, "createdAt" = c."createdAt" - make_interval(days => $3) FROM seat WHERE c."needOfferId" = seat."id"`,
    [slug, memberId, days],
  );

/** Lets a job run now that else waits for its minute. */
export const runJob = (task: string) => sql(`SELECT graphile_worker.add_job($1, '{}'::json)`, [task]);
