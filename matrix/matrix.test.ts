import { expect, test } from "vitest";
import { KINDS } from "./kinds";
import { faultsOf } from "./matrix";
import { readTables, type Section, type Table } from "./table";

const tables = readTables();

test("every action, route and query has its rows, in every state, every row its cells", () => {
  expect(faultsOf(tables)).toEqual([]);
});

/** The tables with the table of roles changed in the state «held». */
function withHeld(change: (section: Section) => Section): ReadonlyMap<string, Table> {
  const sections = tables.get("role")?.sections ?? [];
  const changed = sections.map((section) => (section.state === "held" ? change(section) : section));
  return new Map([...tables, ["role", { sections: changed }]]);
}

test("without one row nothing passes, and it is named", () => {
  const without = withHeld((section) => ({ ...section, rows: section.rows.filter(({ name }) => name !== "endRole") }));
  expect(faultsOf(without)).toEqual(["endRole: no row in role [held]"]);
});

test("a row of what is not there is named too", () => {
  const more = withHeld((section) => {
    const cells = new Map(section.kinds.map((kind) => [kind, "404"]));
    return { ...section, rows: [...section.rows, { verb: "do" as const, name: "inheritRole", cells }] };
  });
  expect(faultsOf(more)).toEqual(["inheritRole: in role [held], and is not there"]);
});

test("without the column of one kind nothing passes", () => {
  const kinds = Object.keys(KINDS).filter((kind) => kind !== "left");
  const without = withHeld((section) => ({ ...section, kinds: [...kinds, "holder"] }));
  expect(faultsOf(without)).toEqual(["left: no row in the columns of role [held]"]);
});

test("without a table nothing of its subject passes", () => {
  const without = new Map([...tables].filter(([name]) => name !== "role"));
  expect(faultsOf(without)).toEqual(["role: no row in the tables"]);
});
