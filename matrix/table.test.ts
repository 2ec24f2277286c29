import { expect, test } from "vitest";
import { readTable } from "./table";

const HEAD = "over = membership.roleOver\n[held] visitor steward\n";

test("a cell is what is written in it; a short word is the code it stands for", () => {
  const { sections } = readTable(`# told\n${HEAD}do endRole in over\n`);
  expect(sections).toMatchObject([{ state: "held", kinds: ["visitor", "steward"] }]);
  expect([...(sections[0]?.rows[0]?.cells ?? [])]).toEqual([
    ["visitor", "in"],
    ["steward", "membership.roleOver"],
  ]);
});

test.each([
  ["a missing cell", `${HEAD}do endRole in\n`, "line 3: endRole has 1 cells for 2 kinds"],
  ["a cell too many", `${HEAD}do endRole in yes yes\n`, "line 3: endRole has 3 cells for 2 kinds"],
  ["a row twice", `${HEAD}do endRole in yes\ndo endRole in yes\n`, "line 4: endRole is there twice"],
  ["a state twice", `${HEAD}[held] visitor\n`, "the state held is there twice"],
  ["a row before any state", "do endRole in yes\n", "line 1: no row begins with «do» here"],
  ["a word that is no verb", `${HEAD}may endRole in yes\n`, "line 3: no row begins with «may» here"],
])("%s is an error that names it", (_what, text, message) => {
  expect(() => readTable(text)).toThrow(message);
});
