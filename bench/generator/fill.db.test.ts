import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { calendarOf, memberIdSql } from "./calendar.mjs";
import { fill } from "./fill.mjs";
import { DEFAULTS } from "./world.mjs";

const url = process.env.DATABASE_URL as string;
const small = { ...DEFAULTS, members: 200, associations: 30, projects: 50, contributions: 400 };
const client = new pg.Client({ connectionString: url });

const SHAPE = `SELECT indexdef AS part FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
  UNION ALL SELECT tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1`;
const quietly = async (_: string, body: () => Promise<unknown>) => {
  await body();
};
let before: unknown[];

beforeAll(async () => {
  await client.connect();
  before = (await client.query(SHAPE)).rows;
  await fill(url, small, quietly);
});
afterAll(() => client.end());

test("a generated world breaks no rule that spans tables, and its people are found", async () => {
  expect((await client.query("SELECT * FROM check_invariants()")).rows).toEqual([]);
  const { rows } = await client.query("SELECT directory_refresh(NULL) AS written");
  expect(rows[0].written).toBeGreaterThan(small.members);
});

test("as many deeds as asked for are confirmed in projects by others who take part, most of what began has some", async () => {
  const { rows } = await client.query(
    `SELECT count(*)::int AS deeds, count(DISTINCT c."projectId")::int AS projects,
            bool_and(takes_part(c."projectId", c."memberId") AND takes_part(c."projectId", c."confirmedById")) AS "areOfThose"
       FROM "Contribution" c WHERE c."state" = 'CONFIRMED'`,
  );
  expect(rows[0]).toMatchObject({ areOfThose: true });
  expect(rows[0].deeds).toBeGreaterThan(small.contributions * 0.8);
  expect(rows[0].deeds).toBeLessThan(small.contributions * 1.2);
  expect(rows[0].projects).toBeGreaterThan(10);
});

test("indexes, keys and guards are all back after the load", async () => {
  expect((await client.query(SHAPE)).rows).toEqual(before);
});

test("SQL computes the id of a member from its number", async () => {
  const id = memberIdSql(calendarOf(small.day, small.members), "n");
  const { rows } = await client.query(
    `SELECT count(*)::int AS known FROM generate_series(0, ${small.members - 1}) n JOIN "Member" m ON m."id" = ${id}`,
  );
  expect(rows[0].known).toBe(small.members);
});

test("a database with people in it is refused", async () => {
  await expect(fill(url, small, quietly)).rejects.toThrow("without people");
});
