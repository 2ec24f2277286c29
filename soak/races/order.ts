import { db } from "@/lib/db/client";

/** Rows whose order tells which of two came first, where their writers held the same lock. */
const NOTED = ["Activity", "Ballot", "Invitation", "RoleTrust"];

/** From now on the database notes in which order these rows are written, by whichever process. */
export async function noteOrder(): Promise<void> {
  await db.$executeRawUnsafe(`CREATE TABLE "Written" ("n" bigserial PRIMARY KEY, "what" text NOT NULL, "about" text)`);
  await db.$executeRawUnsafe(`
    CREATE FUNCTION note_written() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE row jsonb := to_jsonb(NEW);
    BEGIN
      INSERT INTO "Written" ("what", "about") VALUES (
        CASE TG_TABLE_NAME WHEN 'Activity' THEN row->>'kind' ELSE TG_TABLE_NAME END,
        COALESCE(row->>'associationId', row->>'decisionId', row->>'membershipId', row->>'projectId'));
      RETURN NULL;
    END $$`);
  for (const table of NOTED)
    await db.$executeRawUnsafe(
      `CREATE TRIGGER zz_note_written AFTER INSERT ON "${table}" FOR EACH ROW EXECUTE FUNCTION note_written()`,
    );
}

/** When rows of a table, or activities of a kind, were written about an association, a decision or a membership: rising. */
export async function writtenAt(what: string, about: string): Promise<number[]> {
  const rows = await db.$queryRaw<{ n: bigint }[]>`
    SELECT "n" FROM "Written" WHERE "what" = ${what} AND "about" = ${about} ORDER BY "n"`;
  return rows.map(({ n }) => Number(n));
}

/** One deviation when anything of the one was written after anything of the other. */
export function isBefore(earlier: readonly number[], later: readonly number[], words: string): string[] {
  const [last, first] = [earlier.at(-1), later[0]];
  return last === undefined || first === undefined || last < first ? [] : [words];
}
