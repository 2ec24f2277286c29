import { randomBytes } from "node:crypto";
import pg from "pg";
import { jsonPath } from "./queries.mjs";

/** One edit in so many also exchanges a competence for another. */
const COMPETENCE_EVERY = 4;

/** Whom members may find, in an order that has nothing to do with theirs. */
const EDITABLE = `
  SELECT m."id", m."handle", m."headline" FROM "Member" m JOIN "Account" a ON a."id" = m."accountId"
   WHERE m."isListed" AND a."suspendedAt" IS NULL
     AND NOT EXISTS (SELECT FROM "MemberFieldAudience" f WHERE f."memberId" = m."id" AND f."field" = 'COMPETENCES')
   ORDER BY md5(m."id"::text) LIMIT $1`;

/** The last competence of a profile for one the person has not; none where they have it. */
const EXCHANGE = `
  UPDATE "Member" SET "competences"[cardinality("competences")] = $2 * 8 + ("competences"[cardinality("competences")] & 7)
   WHERE "id" = $1 AND NOT EXISTS (SELECT FROM competences_held("competences") h WHERE h."competenceId" = $2)`;

const RECORD = `
  INSERT INTO "Activity" ("id", "kind", "actorId", "subjectId", "data", "at")
  VALUES (gen_random_uuid(), 'member.profileEdited', $1, $1, '{"part": "who"}', now())`;

/**
 * An edit of a profile, statement for statement as the product makes it (lib/member/commands): lock, write, index, record. Its
 * headline gets a word that nobody else has.
 */
export async function edit(client, { id, headline }, { word, competenceId }) {
  await client.query("BEGIN");
  try {
    await client.query('SELECT 1 FROM "Member" WHERE "id" = $1 FOR NO KEY UPDATE', [id]);
    const text = `${headline} ${word}`;
    await client.query('UPDATE "Member" SET "headline" = $2, "updatedAt" = now() WHERE "id" = $1', [id, text]);
    if (competenceId) await client.query(EXCHANGE, [id, competenceId]);
    await client.query("SELECT directory_refresh(ARRAY[$1::uuid])", [id]);
    await client.query(RECORD, [id]);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}

/** What is edited, in turn: of whom, with which word, and with which competence. The k-th is the same for the same world. */
async function planOf(client, { vocabulary }, count) {
  const { rows: people } = await client.query(EDITABLE, [count]);
  const run = randomBytes(4).toString("hex");
  return (k) => ({
    person: people[k % people.length],
    word: `q${run}${k.toString(16).padStart(8, "0")}`,
    competence: k % COMPETENCE_EVERY === 0 ? vocabulary.competences[k % vocabulary.competences.length] : null,
  });
}

/**
 * Some who edit profiles, each as fast as it goes, and ask for their word right after: `runUntil(isOver)` works until told or
 * until all edits are made. `outcome` counts edits, and keeps those that the next search did not find.
 */
export async function startWriters({ url, world }, { origin, headers, writers, edits }) {
  const clients = await Promise.all(Array.from({ length: writers }, () => connected(url)));
  const outcome = { edits: 0, found: 0, lost: [] };
  const planned = await planOf(clients[0], world, edits);
  const ask = async (query) => {
    const response = await fetch(`${origin}${jsonPath(query)}`, { headers });
    return { status: response.status, items: response.ok ? (await response.json()).items : [] };
  };
  let next = 0;
  const one = async (client) => {
    const { person, word, competence } = planned(next++);
    await edit(client, person, { word, competenceId: competence?.id });
    const { status, items } = await ask({ q: word, competences: competence ? [competence.slug] : [] });
    const isFound = items.length === 1 && items[0].handle === person.handle;
    outcome.edits += 1;
    if (isFound) outcome.found += 1;
    else outcome.lost.push({ status, word, handle: person.handle, competence: competence?.slug ?? null });
  };
  return {
    outcome,
    isDone: () => next >= edits,
    runUntil: (isOver) =>
      Promise.all(
        clients.map(async (client) => {
          while (!isOver() && next < edits) await one(client);
        }),
      ),
    stop: () => Promise.all(clients.map((client) => client.end())),
  };
}

async function connected(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}
