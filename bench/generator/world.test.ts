import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { charterHash } from "@/lib/association/rules";
import competences from "@/lib/taxonomy/data/competences.json";
import { associationTables, charterHashOf } from "./associations.mjs";
import { lineOf } from "./copy.mjs";
import { proseOf } from "./person.mjs";
import { agreed } from "./words.mjs";
import { DEFAULTS, tablesOf, worldOf } from "./world.mjs";

const ids = new Map(competences.competences.map(({ slug }, i) => [slug, i + 1]));
const small = { ...DEFAULTS, members: 300, associations: 20, projects: 40 };

type Table = { table: string; columns: string[]; rows: () => Iterable<unknown[]> };
const tables = (parameters: typeof small) => tablesOf(worldOf(parameters, ids)) as Table[];

function digestOf(parameters: typeof small): string {
  const hash = createHash("sha256");
  for (const { table, rows } of tables(parameters)) for (const row of rows()) hash.update(`${table} ${lineOf(row)}`);
  return hash.digest("hex");
}

test("the same seed gives the same rows, another seed others", () => {
  expect(digestOf(small)).toBe(digestOf(small));
  expect(digestOf({ ...small, seed: 2 })).not.toBe(digestOf(small));
});

test("a member has eight different competences, three offers, two asks and five different values", () => {
  const rowsOf = (name: string) => [
    ...(tables(small)
      .find(({ table }) => table === name)
      ?.rows() ?? []),
  ];
  const { columns = [] } = tables(small).find(({ table }) => table === "Member") ?? {};
  const lists = (column: string) => rowsOf("Member").map((row) => row[columns.indexOf(column)] as (number | string)[]);
  for (const held of lists("competences")) expect(new Set(held.map((one) => Number(one) >> 3)).size).toBe(8);
  for (const held of lists("values")) expect(new Set(held).size).toBe(5);
  const sides = rowsOf("Exchange").map(([, , side]) => side);
  expect(sides.filter((side) => side === "OFFER")).toHaveLength(300 * 3);
  expect(sides.filter((side) => side === "ASK")).toHaveLength(300 * 2);
});

test("rows have as many fields as their table has columns", () => {
  for (const { table, columns, rows } of tables(small))
    for (const row of rows()) expect([table, row.length]).toEqual([table, columns.length]);
});

test("nothing is left of a template: no placeholder, no choice of genders", () => {
  const world = worldOf(small, ids);
  for (let n = 0; n < small.members; n++)
    expect(Object.values(proseOf(world, n)).join(" ")).not.toMatch(/[[\]{}]|undefined/);
  expect(agreed("[figlio/figlia] di un artigiano", "f")).toBe("figlia di un artigiano");
  expect(agreed("[figlio/figlia] di un artigiano", "m")).toBe("figlio di un artigiano");
});

test("charters are hashed as the product hashes them", () => {
  const world = worldOf(small, ids);
  const rowsOf = (name: string) => [
    ...((associationTables(world) as Table[]).find((one) => one.table === name)?.rows() ?? []),
  ];
  const [charter] = rowsOf("Charter");
  const own = ([, id]: unknown[]) => id === charter?.[0];
  const values = rowsOf("CharterValue").filter(own);
  const clauses = rowsOf("Clause").filter(own);
  const text = {
    values: values.map(([, , , valueSlug, name, meaning, shownBy]) => ({ valueSlug, name, meaning, shownBy })),
    clauses: clauses.map(([, , number, kind, text]) => ({ number, kind, text })),
  };
  expect(charterHash(text as Parameters<typeof charterHash>[0])).toBe(charterHashOf(world, 0));
});
