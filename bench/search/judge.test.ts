import { expect, test } from "vitest";
import { judge, summaryOf } from "./judge.mjs";

const bologna = { type: "municipality", ref: "bologna" };
const asked = {
  query: "sarta a Bologna",
  lang: "it",
  expect: { competences: ["tailoring", "sewing"], places: [bologna] },
};
const found = (slugs: string[], places: unknown[]) => ({ competences: slugs.map((slug) => ({ slug })), places });

test.each([
  ["one of the competences and the place", ["sewing"], [bologna], []],
  ["no competence", ["cooking"], [bologna], ["competence"]],
  ["another kind of place", ["sewing"], [{ type: "province", ref: "BO" }], ["place"]],
  ["nine guesses", ["sewing", ..."abcdefgh"], [bologna], ["too many"]],
])("a case with %s", (_, slugs, places, missing) => {
  expect(judge(asked, found(slugs, places)).missing).toEqual(missing);
});

test("the score counts what was understood, in all and by language", () => {
  const verdicts = [judge(asked, found(["sewing"], [bologna])), judge({ ...asked, lang: "en" }, found([], []))];
  const { share, byLanguage, missed } = summaryOf(verdicts);
  expect([share, missed.length]).toEqual([0.5, 1]);
  expect(byLanguage).toEqual([
    { lang: "en", count: 1, share: 0 },
    { lang: "it", count: 1, share: 1 },
  ]);
});
