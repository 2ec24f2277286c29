import { createHash } from "node:crypto";
import pg from "pg";

/** A profile with every part that some act asks for. */
const WHOLE = ["headline", "about", "valueBrought", "audience", "vision"]
  .map((part) => `m."${part}" <> ''`)
  .join(" AND ");

/** Members in good standing, and where each can do a thing for the first time: `accountId` and what its address needs. */
const PEOPLE = {
  empty: `SELECT a."id" AS "accountId", '' AS slug FROM "Account" a WHERE a."suspendedAt" IS NULL ORDER BY md5(a."id"::text) LIMIT $1`,
  join: `SELECT m."accountId", (SELECT o."slug" FROM "Association" o WHERE o."entry" = 'OPEN' AND o."state" = 'OPEN' ORDER BY md5(m."id"::text || o."id"::text) LIMIT 1) AS slug
    FROM "Member" m JOIN "Account" a ON a."id" = m."accountId" AND a."suspendedAt" IS NULL
   WHERE ${WHOLE} AND NOT EXISTS (SELECT FROM "Membership" b WHERE b."memberId" = m."id") ORDER BY m."id" LIMIT $1`,
  propose: `SELECT m."accountId", '' AS slug FROM "Member" m JOIN "Account" a ON a."id" = m."accountId" AND a."suspendedAt" IS NULL
   WHERE ${WHOLE} AND NOT EXISTS (SELECT FROM "Project" p WHERE p."ownerId" = m."id") ORDER BY m."id" DESC LIMIT $1`,
  contribute: `SELECT * FROM (SELECT DISTINCT ON (m."id") m."accountId", p."slug"
    FROM "Project" p JOIN "Member" m ON m."id" = p."ownerId" JOIN "Account" a ON a."id" = m."accountId" AND a."suspendedAt" IS NULL
   WHERE p."state" IN ('FEASIBILITY', 'ACTIVE') ORDER BY m."id") AS owners LIMIT $1`,
};

const SESSION = `
  INSERT INTO "Session" ("id", "tokenHash", "accountId", "userAgent", "createdAt", "lastSeenAt", "expiresAt")
  VALUES (gen_random_uuid(), $1, $2, 'bench', now(), now(), '2099-01-01')`;

/** For each act as many people as asked for, or all there are, signed in: `{ cookie, slug }`. Only for a copy of a world. */
export async function peopleFor(url, count) {
  const client = new pg.Client({ connectionString: url, statement_timeout: 0 });
  await client.connect();
  try {
    const people = {};
    for (const [act, text] of Object.entries(PEOPLE)) {
      const { rows } = await client.query(text, [count]);
      people[act] = [];
      for (const { accountId, slug } of rows)
        people[act].push({ slug, cookie: await signedIn(client, `bench-${act}-${accountId}`, accountId) });
    }
    return people;
  } finally {
    await client.end();
  }
}

async function signedIn(client, token, accountId) {
  await client.query(SESSION, [createHash("sha256").update(token).digest("hex"), accountId]);
  return `tessera=${token}`;
}
