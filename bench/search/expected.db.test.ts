import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeMember } from "@/lib/testing/members";
import { expectedOf } from "./expected.mjs";

const client = new pg.Client({ connectionString: process.env.DATABASE_URL as string });
const accounting = ["accounting"];
const at = (type: string, ref: string) => [{ type, ref }];

beforeAll(async () => {
  await client.connect();
  const has = { placeSlug: "bologna", competences: { accounting: 2, vat: 4 } };
  await makeMember({ ...has, handle: "listed" });
  await makeMember({ ...has, handle: "public", isPublic: true });
  await makeMember({ ...has, handle: "unlisted", isListed: false });
  await makeMember({ ...has, handle: "suspended", isPublic: true, isSuspended: true });
  await makeMember({ ...has, handle: "closed", isPublic: true, audiences: { COMPETENCES: "ONLY_ME" } });
  await makeMember({ ...has, handle: "homeless", isPublic: true, audiences: { PLACE: "SHARED_ASSOCIATIONS" } });
  await makeMember({ ...has, handle: "half-open", isPublic: true, audiences: { COMPETENCES: "MEMBERS" } });
  await makeMember({ handle: "below", placeSlug: "imola", competences: { bookkeeping: 3 } });
  await makeMember({ handle: "other", placeSlug: "bologna", competences: { journalism: 4 } });
});
afterAll(() => client.end());

test.each([
  ["a member, for a trade", "x", true, accounting, [], ["below", "half-open", "homeless", "listed", "public"]],
  ["a visitor, for a trade", "x", false, accounting, [], ["homeless", "public"]],
  ["a visitor, in a town", "x", false, accounting, at("municipality", "bologna"), ["public"]],
  ["a member, in a town", "x", true, accounting, at("municipality", "bologna"), ["half-open", "listed", "public"]],
  ["a member, in a province", "x", true, accounting, at("province", "BO"), ["below", "half-open", "listed", "public"]],
  ["a member, in a region", "x", true, ["bookkeeping"], at("region", "emilia-romagna"), ["below"]],
  ["a member, around a town", "zona Bologna", true, ["bookkeeping"], at("municipality", "bologna"), ["below"]],
  ["a member, for a place alone", "x", true, [], at("municipality", "imola"), ["below"]],
])("%s", async (_, query, isMember, competences, places, handles) => {
  const expected = await expectedOf(client, { query, expect: { competences, places } }, { isMember });
  expect([...(expected?.keys() ?? [])].toSorted()).toEqual(handles);
});

test("the level is that of the competence asked for or one below it, the best of them", async () => {
  const expected = await expectedOf(client, { query: "x", expect: { competences: accounting } }, { isMember: true });
  expect([expected?.get("listed"), expected?.get("below")]).toEqual([2, 3]);
});

test("a case that expects neither competence nor place expects nobody in particular", async () => {
  expect(await expectedOf(client, { query: "x", expect: {} }, { isMember: true })).toBeNull();
});
