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

/** Lets a job run now that else waits for its minute. */
export const runJob = (task: string) => sql(`SELECT graphile_worker.add_job($1, '{}'::json)`, [task]);
