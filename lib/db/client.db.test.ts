import { expect, test } from "vitest";
import { db, readRows } from "./client";
import { Prisma } from "./generated/client";
import { sql } from "./sql";

test("readRows answers as Prisma does what it takes", async () => {
  const statement = sql`
    SELECT 'è'::text AS "text", 7::int AS "int", true AS "is", 0.5::float8 AS "share", ARRAY['a', 'b'] AS "list",
           '{"a": [1]}'::json AS "json", '{"b": null}'::jsonb AS "jsonb", NULL::text AS "none",
           '01890a5d-ac96-774b-bcce-b302099a8057'::uuid AS "id", 'ACTIVE'::"ProjectState" AS "state", ${3}::int AS "given"`;
  expect(await readRows(statement)).toEqual(await db.$queryRaw(statement));
});

test.each([
  ["1::bigint"],
  ["1.5::numeric"],
  ["ARRAY[1.5::numeric]"],
  ["now()"],
  ["ARRAY[now()]"],
  ["current_date"],
  ["'a'::bytea"],
])("readRows refuses %s, which the driver would read otherwise", async (column) => {
  await expect(readRows(Prisma.raw(`SELECT ${column} AS "x"`))).rejects.toThrow("is not for readRows");
});

test("closed, both open anew", async () => {
  await db.$disconnect();
  expect(await readRows(sql`SELECT 1 AS "one"`)).toEqual([{ one: 1 }]);
  await db.$disconnect();
  expect(await db.$queryRaw`SELECT 1 AS "one"`).toEqual([{ one: 1 }]);
});
