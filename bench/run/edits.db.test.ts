import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeMember } from "@/lib/testing/members";
import { DEFAULTS, worldOf } from "../generator/world.mjs";
import { isFoundAtOnce, saysWord } from "./edits.mjs";

const url = process.env.DATABASE_URL as string;
const client = new pg.Client({ connectionString: url });
let id = "";
const word = `q${randomUUID().replaceAll("-", "")}`;

beforeAll(async () => {
  await client.connect();
  ({ memberId: id } = await makeMember({ headline: `Sarta ${word}` }));
});
afterAll(() => client.end());

test("a word of the headline is in the index, another is not", async () => {
  expect([await saysWord(client, id, word), await saysWord(client, id, `${word}x`)]).toEqual([true, false]);
});

test("an edit is found in its own transaction, and nothing is left of it", async () => {
  const before = await client.query('SELECT "headline" FROM "Member"');
  expect(await isFoundAtOnce(url, worldOf({ ...DEFAULTS, members: 1 }, new Map()))).toBe(true);
  expect((await client.query('SELECT "headline" FROM "Member"')).rows).toEqual(before.rows);
});
