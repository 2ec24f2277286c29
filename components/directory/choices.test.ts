import { expect, test } from "vitest";
import { choicesOf } from "./choices";

const counts = { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8, i: 9, nobody: 0 };
const slugs = (choices: readonly { readonly slug: string }[]) => choices.map(({ slug }) => slug).join("");
const cut = (more: Partial<Parameters<typeof choicesOf>[0]> = {}) => {
  const { shown, folded } = choicesOf({ counts, chosen: [], labelOf: (slug) => slug.toUpperCase(), ...more });
  return [slugs(shown), slugs(folded)];
};

test("what would leave most people comes first, six in the open; what would leave nobody is not offered", () => {
  expect(cut()).toEqual(["ihgfed", "cba"]);
});

test("what is chosen stands first, even if it leaves nobody, and is ticked", () => {
  expect(cut({ chosen: ["a", "nobody"] })).toEqual(["anobodyihgf", "edcb"]);
  const { shown } = choicesOf({ counts, chosen: ["a"], labelOf: (slug) => slug.toUpperCase() });
  expect(shown.slice(0, 2)).toEqual([
    { slug: "a", label: "A", count: 1, isOn: true },
    { slug: "i", label: "I", count: 9 },
  ]);
});

test("what is chosen is shown however much it is", () => {
  expect(cut({ chosen: ["a", "b", "c", "d", "e", "f", "g"] })).toEqual(["abcdefg", "ih"]);
});

test("no more are folded away than asked for", () => {
  expect(cut({ foldedMax: 2 })).toEqual(["ihgfed", "cb"]);
  expect(cut({ foldedMax: 3 })).toEqual(["ihgfed", "cba"]);
});

test("equal counts keep one order", () => {
  expect(cut({ counts: { b: 1, a: 1 } })).toEqual(["ab", ""]);
  expect(cut({ counts: { a: 1, b: 1 } })).toEqual(["ab", ""]);
});
