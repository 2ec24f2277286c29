import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeMember } from "@/lib/testing/members";
import { saysWord } from "./edits.mjs";
import { edit } from "./writers.mjs";

const client = new pg.Client({ connectionString: process.env.DATABASE_URL as string });
let person: { id: string; headline: string };
const competences = async () =>
  (
    await client.query(
      'SELECT c."slug" FROM "Member" m, competences_held(m."competences") s JOIN "Competence" c ON c."id" = s."competenceId" WHERE m."id" = $1 ORDER BY 1',
      [person.id],
    )
  ).rows.map(({ slug }) => slug);
const idOf = async (slug: string) =>
  (await client.query('SELECT "id" FROM "Competence" WHERE "slug" = $1', [slug])).rows[0].id;

beforeAll(async () => {
  await client.connect();
  const { memberId } = await makeMember({ headline: "Sarta", competences: { vat: 2, accounting: 3 } });
  person = { id: memberId, headline: "Sarta" };
});
afterAll(() => client.end());

test("an edit writes the word, brings search in line and is recorded", async () => {
  await edit(client, person, { word: "qaaa1", competenceId: undefined });
  expect(await saysWord(client, person.id, "qaaa1")).toBe(true);
  const { rows } = await client.query('SELECT "kind" FROM "Activity" WHERE "actorId" = $1', [person.id]);
  expect(rows).toEqual([{ kind: "member.profileEdited" }]);
});

test("a competence is exchanged for one the person has not, and stays where they have it", async () => {
  await edit(client, person, { word: "qaaa2", competenceId: await idOf("vat") });
  expect(await competences()).toEqual(["accounting", "vat"]);
  await edit(client, person, { word: "qaaa3", competenceId: await idOf("journalism") });
  expect(await competences()).toEqual(["journalism", "vat"]);
  expect(await saysWord(client, person.id, "qaaa2")).toBe(false);
});

test("an edit that fails leaves nothing, and the connection free for the next", async () => {
  await expect(edit(client, person, { word: "qaaa4", competenceId: -1 })).rejects.toThrow();
  expect(await saysWord(client, person.id, "qaaa4")).toBe(false);
  await edit(client, person, { word: "qaaa5", competenceId: undefined });
  expect(await saysWord(client, person.id, "qaaa5")).toBe(true);
});
