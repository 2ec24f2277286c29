import { expect, test } from "vitest";
import * as z from "zod";
import { inputOf, refusalsOf, unreadable } from "./reading";
import { line, rows } from "./scalars";
import { valuesOf } from "./values";

function aForm(entries: readonly (readonly [string, string])[]) {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

test("dots nest, numbers count, and the rows keep their places", () => {
  const form = aForm([
    ["title", "Orto"],
    ["needs.1.title", "B"],
    ["needs.0.title", "A"],
    ["needs.0.seats", "2"],
    ["place.city", "Bologna"],
    ["weDo.0", "Semine"],
    ["formKey", "…"],
    ["$ACTION_ID", "…"],
  ]);
  expect(inputOf(form, [])).toEqual({
    title: "Orto",
    needs: [{ title: "A", seats: "2" }, { title: "B" }],
    place: { city: "Bologna" },
    weDo: ["Semine"],
  });
});

test("one ticked box is a list where the form says so, in rows too; an absent list is empty", () => {
  const form = aForm([
    ["kinds", "TIME"],
    ["rows.0.kinds", "SKILL"],
  ]);
  expect(inputOf(form, ["kinds", "others", "rows.*.kinds"])).toEqual({
    kinds: ["TIME"],
    others: [],
    rows: [{ kinds: ["SKILL"] }],
  });
});

test.each(["__proto__.x", "a.b.c.d.e", "needs.100.title", ".x", "a..b"])("«%s» nests nothing", (name) => {
  const input = inputOf(aForm([[name, "x"]]), []);
  expect(Object.keys(input)).toEqual([name]);
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});

test("a name that is a field and a branch at once is neither lost nor fatal", () => {
  const schema = z.strictObject({ a: z.strictObject({ b: z.string() }) });
  const input = inputOf(
    aForm([
      ["a", "x"],
      ["a.b", "y"],
    ]),
    [],
  );
  expect(schema.safeParse(input).success).toBe(false);
});

test("blank rows are dropped, and a refusal keeps the place of the row that was typed", () => {
  const schema = z.strictObject({
    values: rows(z.strictObject({ name: line(5), meaning: line(5) }), { min: 1, max: 2 }),
  });
  const row = (i: number, name: string, meaning: string) => [
    [`values.${i}.name`, name] as const,
    [`values.${i}.meaning`, meaning] as const,
  ];
  const parse = (...all: (readonly [string, string])[][]) => schema.safeParse(inputOf(aForm(all.flat()), []));

  expect(parse(row(0, " ", ""), row(1, "b", "c")).data).toEqual({ values: [{ name: "b", meaning: "c" }] });
  expect(refusalsOf(parse(row(0, "", ""), row(1, "b", "")).error?.issues ?? [])).toEqual([
    { code: "validation.required", field: "values.1.meaning", params: { min: 1, max: 5 } },
  ]);
  expect(refusalsOf(parse(row(0, "", "")).error?.issues ?? [])).toEqual([
    { code: "validation.tooFew", field: "values", params: { min: 1 } },
  ]);
  const three = [0, 1, 2].map((i) => row(i, "a", "b"));
  expect(refusalsOf(parse(...three).error?.issues ?? [])).toEqual([
    { code: "validation.tooMany", field: "values", params: { max: 2 } },
  ]);
});

test("what was typed comes back whole: repeated fields too, but no password, file, key or trace of the framework", () => {
  const form = aForm([
    ["name", " Ada\r\n"],
    ["kinds", "TIME"],
    ["kinds", "SKILL"],
    ["passwordNew", "correct horse battery"],
    ["currentPassword", "correct horse battery"],
    ["formKey", "0190a1b2"],
    ["$ACTION_REF_1", ""],
  ]);
  form.append("photo", new File(["…"], "photo.png"));
  expect(valuesOf(form)).toEqual({ name: [" Ada\r\n"], kinds: ["TIME", "SKILL"], photo: [] });
});

test.each([
  [50_000, []],
  [50_001, [{ code: "validation.tooLong", field: "about", params: { max: 50_000 } }]],
])("a field of %i characters can be read: %j", (length, refusals) => {
  expect(unreadable(aForm([["about", "x".repeat(length)]]))).toEqual(refusals);
});

test("characters nobody types are refused at each field that has them, and only there", () => {
  const form = aForm([
    ["name", "A\u0000da"],
    ["about", "riga\nriga"],
    ["story", "\u202e"],
    ["formKey", "\u0000"],
  ]);
  expect(unreadable(form)).toEqual([
    { code: "validation.characters", field: "name" },
    { code: "validation.characters", field: "story" },
  ]);
});

test("an issue whose message is no key of ours is «invalid», never a sentence of the library", () => {
  const schema = z.strictObject({ n: z.number(), s: z.string().max(2), u: z.string().min(3, "tooShort") });
  expect(refusalsOf(schema.safeParse({ n: "1", s: "abc", u: "", more: 1 }).error?.issues ?? [])).toEqual([
    { code: "validation.invalid", field: "n" },
    { code: "validation.invalid", field: "s", params: { max: 2 } },
    { code: "validation.tooShort", field: "u", params: { min: 3 } },
    { code: "validation.unexpected" },
  ]);
});

test("a row with only its select set is blank where the form says what is typed; lines are rows too", () => {
  const clause = z.strictObject({ kind: z.string(), text: line(9) });
  const schema = z.strictObject({
    clauses: rows(clause, { min: 0, max: 9, typed: ["text"] }),
    weDo: rows(line(9), { min: 1, max: 2 }),
  });
  const typed = aForm([
    ["clauses.0.kind", "RULE"],
    ["clauses.0.text", " "],
    ["clauses.1.kind", "RULE"],
    ["clauses.1.text", "b"],
    ["weDo.0", ""],
    ["weDo.1", "semine"],
  ]);
  expect(schema.parse(inputOf(typed, []))).toEqual({ clauses: [{ kind: "RULE", text: "b" }], weDo: ["semine"] });
  expect(refusalsOf(schema.safeParse({ weDo: [] }).error?.issues ?? [])).toEqual([
    { code: "validation.tooFew", field: "weDo", params: { min: 1 } },
  ]);
});
