import { expect, test } from "vitest";
import { readFilters } from "../filter/rules";
import { criteriaOf, easierThan, nameWordsOf } from "./rules";

const kinds = (params: Record<string, string | string[]>) =>
  criteriaOf(readFilters(params), "it").map((one) => `${one.kind}${one.typed === null ? "" : ` «${one.typed}»`}`);

test.each([
  [{}, []],
  [{ q: "commercialista bologna" }, ["competence «commercialista»", "place «bologna»"]],
  [{ q: "ilaria zanasi" }, ["words «ilaria zanasi»"]],
  [{ q: "commercialista circo" }, ["competence «commercialista»", "words «circo»"]],
  [{ q: "chi offre grafica a Bologna" }, ["side «chi offre»", "competence «grafica»", "place «Bologna»"]],
  [{ q: "chi cerca" }, ["side «chi cerca»"]],
  [{ q: "cerco un commercialista" }, ["competence «commercialista»"]],
  [{ q: "le", c: "tax-advice" }, ["words «le»", "competence"]],
  [{ q: "?!" }, []],
  [{ c: ["tax-advice", "accounting"], area: "law" }, ["competence", "competence", "area"]],
  [{ place: "BO", association: "lume", side: ["asks"], level: "2" }, ["place", "association", "side", "level"]],
  [{ ready: ["time", "listening"], language: "ar" }, ["ready", "ready", "language"]],
  [{ place: "imola", within: "25" }, ["place"]],
])("%j is narrowed by %j", (params, expected) => {
  expect(kinds(params as Record<string, string>)).toEqual(expected);
});

test("each criterion knows the list without itself, and from the start", () => {
  const filters = readFilters({ q: "commercialista bologna", c: "tax-advice", side: "asks", after: "x" });
  for (const { without } of criteriaOf(filters, "it")) expect(without.after).toBeNull();
  const counts = criteriaOf(filters, "it").map(({ without }) => criteriaOf(without, "it").length);
  expect(counts).toEqual([3, 3, 3, 3]);
});

test.each([
  [{ place: "imola", within: "25" }, ["imola"], 25],
  [{ place: "imola" }, ["imola"], null],
  [{ q: "commercialista imola", within: "25" }, ["imola"], 25],
  [{ q: "commercialista zona imola" }, ["BO"], null],
  [{ q: "commercialista zona imola", within: "25" }, ["imola"], 25],
])("%j looks in %j and %s km around", (params, refs, within) => {
  const place = criteriaOf(readFilters(params), "it").find((one) => one.kind === "place");
  expect(place?.kind === "place" && [place.places.map(({ ref }) => ref), place.within]).toEqual([refs, within]);
  expect(place?.without).toMatchObject({ place: null, within: null });
});

test("a language, an hour and an ear go one by one", () => {
  const without = criteriaOf(readFilters({ ready: ["time", "listening"], language: "ar" }), "it").map(
    ({ without: { ready, language } }) => [ready, language],
  );
  expect(without).toEqual([
    [["listening"], "ar"],
    [["time"], "ar"],
    [["time", "listening"], null],
  ]);
});

test("each meaning goes with its words, and the others stay", () => {
  const [side, competence] = criteriaOf(readFilters({ q: "chi offre grafica" }), "it");
  expect(side?.without.q).toBe("grafica");
  expect(competence?.without.q).toBe("chi offre");
});

test("a name is all its words, folded", () => {
  expect(nameWordsOf("Carlo  Dall’Ò")).toEqual(["carlo", "dall", "o"]);
  expect(nameWordsOf(".*|$(")).toEqual([]);
});

const FIVE = "fotografo psicologa avvocato idraulico elettricista";

test.each([
  // Words left over go first, then what is less sure, of equals the last said; one meaning stays, and so does a place.
  ["commercialista circo", ["commercialista"]],
  ["fotografo matrimoni circo bologna", ["fotografo matrimoni bologna", "fotografo bologna"]],
  ["fotografo psicologa", ["fotografo"]],
  // What people say every day is as sure as a name: what is asked for comes first, and then for whom.
  ["tombolo e uncinetto", ["tombolo"]],
  ["polizza rc per psicologi", ["polizza rc per"]],
  [`${FIVE} circo`, [FIVE, FIVE.slice(0, 38), FIVE.slice(0, 28), "fotografo"]],
  // Two small letters may be a province, and may be a word.
  ["fotografo vr", ["fotografo"]],
  ["fotografo VR", []],
  ["fotografo", []],
  ["zanasi bologna", []],
  // Nothing that means something would be left.
  ["0!r", []],
  // Whoever is called by a name is looked for by that name.
  ["ilaria zanasi", []],
  ["marco zanasi fotografo psicologa", []],
])("where nobody satisfies «%s», the easier searches are %j", (q, expected) => {
  const easier = easierThan(readFilters({ q, after: "x" }), "it").map(({ filters }) => filters.q);
  expect(easier.filter((one) => one !== `"${q}"`)).toEqual(expected);
});

test.each([
  ["come si segue una gara", true],
  ["fotografo vr", true],
  ["gara", false],
  // Words that mean nothing stand as they are already, and so does what is quoted.
  ["ilaria zanasi", false],
  ["«gara d’appalto»", false],
])("where nobody satisfies «%s», the same words as somebody wrote them come first: %s", (q, isTried) => {
  const [first] = easierThan(readFilters({ q, after: "x" }), "it");
  expect(first?.filters.q === `"${q}"` && first.setAside.length === 0).toBe(isTried);
});

test.each([`"Come si segue una gara"`, "“Come si segue una gara”", "« Come si segue una gara »"])(
  "%s are words as they stand, without those around them, whatever they mean",
  (q) => {
    const [words, ...others] = criteriaOf(readFilters({ q }), "it");
    expect(words).toMatchObject({ kind: "words", words: ["segue", "gara"], typed: "Come si segue una gara" });
    expect([others, words?.without.q]).toEqual([[], ""]);
  },
);

test("what is set aside is said, and what was chosen never is", () => {
  const asked = readFilters({ q: "fotografo psicologa circo", c: "accounting", side: "offers", after: "x" });
  expect(easierThan(asked, "it")).toEqual([
    { filters: { ...asked, after: null, q: '"fotografo psicologa circo"' }, setAside: [] },
    { filters: { ...asked, after: null, q: "fotografo psicologa" }, setAside: ["circo"] },
    { filters: { ...asked, after: null, q: "fotografo" }, setAside: ["circo", "psicologa"] },
  ]);
  expect(easierThan(readFilters({ q: "circo", c: "accounting" }), "it")).toEqual([]);
});
