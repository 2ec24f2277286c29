import { createHash, randomBytes, randomUUID } from "node:crypto";
import pg from "pg";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 4 });

/** Rows of one statement on the database of the site under test. */
export async function sql<Row = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> {
  return (await pool.query(text, values)).rows as Row[];
}

export const closeDatabase = () => pool.end();

/** Rows that break a rule spanning tables; empty when all is well. */
export const brokenInvariants = () => sql("SELECT * FROM check_invariants()");

export type Person = { accountId: string; memberId: string; handle: string; name: string; email: string };

/** A verified person with a minimum profile and one competence, made for one test. */
export async function aPerson(
  name: string,
  { competence = "accounting", hasProfile = true, locale = "it" } = {},
): Promise<Person> {
  const tag = randomBytes(4).toString("hex");
  const person: Person = {
    accountId: randomUUID(),
    memberId: randomUUID(),
    handle: `prova-${tag}`,
    name,
    email: `prova-${tag}@example.org`,
  };
  await sql(`INSERT INTO "Account" ("id", "email", "emailVerifiedAt", "locale") VALUES ($1, $2, now(), $3)`, [
    ...[person.accountId, person.email, locale],
  ]);
  const words = hasProfile ? ["Fa le prove", "Provo le cose.", "Attenzione.", "Chi costruisce."] : ["", "", "", ""];
  await sql(
    `INSERT INTO "Member" ("id", "accountId", "handle", "name", "headline", "about", "valueBrought", "audience", "languages", "welcomeStep")
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '{it}', NULL)`,
    [person.memberId, person.accountId, person.handle, name, ...words],
  );
  if (hasProfile)
    await sql(
      `UPDATE "Member" SET "competences" = ARRAY(SELECT "id" * 8 + 3 FROM "Competence" WHERE "slug" = $2) WHERE "id" = $1`,
      [person.memberId, competence],
    );
  return person;
}

/** A member of the demo world. */
export async function demoPerson(handle: string): Promise<Person> {
  const [row] = await sql<Person>(
    `SELECT a."id" AS "accountId", m."id" AS "memberId", m."handle", m."name", a."email"
       FROM "Member" m JOIN "Account" a ON a."id" = m."accountId" WHERE m."handle" = $1`,
    [handle],
  );
  if (!row) throw new Error(`no member ${handle} in the demo world`);
  return row;
}

/** Signs a person in without the pages: returns the cookie's token. */
export async function mintSession(accountId: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await sql(
    `INSERT INTO "Session" ("id", "tokenHash", "accountId", "expiresAt") VALUES ($1, $2, $3, now() + interval '1 day')`,
    [randomUUID(), createHash("sha256").update(token).digest("hex"), accountId],
  );
  return token;
}

type Mail = { subject: string; text: string };

/** The mails to an address, newest first: they leave through a job, so one waits for them. */
export const mailsTo = (email: string, after = new Date(0)) =>
  sql<Mail>(
    `SELECT "subject", "text" FROM "OutboxMail" WHERE "recipient" = $1 AND "createdAt" > $2 ORDER BY "createdAt" DESC`,
    [email, after],
  );

export const newestMail = async (email: string, after?: Date): Promise<Mail | null> =>
  (await mailsTo(email, after))[0] ?? null;
