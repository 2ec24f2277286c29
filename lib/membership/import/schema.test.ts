import { describe, expect, test } from "vitest";
import { canImport, partsOf } from "./rules";
import { importInput } from "./schema";

const FORM = {
  associationSlug: "la-morsa",
  lines: "Ada Prova, ada@example.org\nBo Prova;bo@example.org",
  reason: "Da oggi ci organizziamo qui: le chiavi, i turni, le decisioni.",
  consentHow: "All’assemblea di ottobre.",
  consentOn: "2026-10-01",
  declares: "on",
};
const read = (change: Partial<Record<keyof typeof FORM, string>>) => importInput.safeParse({ ...FORM, ...change });
const faults = (lines: string) =>
  read({ lines }).error?.issues.map((issue) => [issue.message, "params" in issue ? issue.params : null]) ?? [];

test.each([
  ["Ada Prova, ada@example.org", "Ada Prova", "ada@example.org"],
  ["Ada Prova;ADA@Example.org", "Ada Prova", "ada@example.org"],
  ["Ada Prova\t<ada@example.org>", "Ada Prova", "ada@example.org"],
  ["Prova, Ada, ada@example.org", "Prova Ada", "ada@example.org"],
  ["ada@example.org", "", "ada@example.org"],
])("«%s» is read", (line, name, email) => {
  expect(partsOf(line)).toEqual({ name, email });
});

describe("a list", () => {
  test("is read line by line; blank lines and the same address twice count once", () => {
    const parsed = read({ lines: `${FORM.lines}\n\n Ada P., ADA@example.org ` });
    expect(parsed.data?.lines.map(({ email }) => email)).toEqual(["ada@example.org", "bo@example.org"]);
  });

  test("with faults tells each by its line, and nothing else is lost", () => {
    expect(faults("Ada Prova, ada@example.org\n\nBo Prova, bo\nx@example.org, Cai\ncai@example.org")).toEqual([
      ["lineEmail", { line: 3 }],
      ["lineEmail", { line: 4 }],
      ["lineName", { line: 5 }],
    ]);
  });

  const many = (count: number) => Array.from({ length: count }, (_, i) => `Ada Prova, p${i}@example.org`).join("\n");
  test.each([
    [200, []],
    [201, [["tooMany", { max: 200 }]]],
  ])("of %i people", (count, expected) => expect(faults(many(count))).toEqual(expected));

  test("of none is no list", () => expect(faults(" \n ")).toEqual([["required", null]]));
});

test.each([
  ["declared by nobody", { declares: "" }, "declares"],
  ["agreed to tomorrow", { consentOn: "2999-01-01" }, "consentOn"],
  ["without saying how they agreed", { consentHow: "sì" }, "consentHow"],
  ["without a reason worth the name", { reason: "Ciao" }, "reason"],
])("C4: no list %s", (_case, change, field) => {
  expect(read(change).error?.issues.map(({ path }) => path[0])).toEqual([field]);
});

test.each([
  [500, { isOpen: true, importedThisYear: 0 }, "ok"],
  [1, { isOpen: true, importedThisYear: 499 }, "ok"],
  [2, { isOpen: true, importedThisYear: 499 }, "membership.importedEnough"],
  [1, { isOpen: false, importedThisYear: 0 }, "membership.inCustody"],
] as const)("C4: %i addresses more where %o", (count, facts, expected) => {
  const verdict = canImport(count, facts);
  expect(verdict.ok ? "ok" : verdict.refusal.code).toBe(expected);
});
