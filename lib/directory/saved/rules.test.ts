import { expect, test } from "vitest";
import { readFilters } from "../filter/rules";
import { doneOf, filtersOfQuery, keptQuery, placeFor, SAVED_MAX, searchLabel } from "./rules";
import { saveSearchInput } from "./schema";

test.each([
  ["", ""],
  ["sort=newest&view=map&after=x", ""],
  ["q=liutaio", "q=liutaio"],
  ["view=table&after=abc&sort=name&q=liutaio&page=3", "q=liutaio"],
  ["q=%20liutaio%20%20bari", "q=liutaio+bari"],
  ["c=tax-advice&c=accounting&place=BO", "c=accounting&c=tax-advice&place=BO"],
  ["c=nothing&area=nowhere&side=both&level=9&place=atlantis", ""],
  ["level=3&side=asks&side=offers", "side=offers&side=asks&level=3"],
  ["q=%C3%A8&association=lume", "q=%C3%A8&association=lume"],
])("«%s» is kept as «%s»", (query, kept) => {
  expect(keptQuery(filtersOfQuery(query))).toBe(kept);
  expect(keptQuery(filtersOfQuery(kept))).toBe(kept);
});

test("order, view and page of what is on the screen are not kept", () => {
  const filters = readFilters({ q: "liutaio", sort: "newest", view: "map", after: "x" });
  expect(keptQuery(filters)).toBe("q=liutaio");
  expect(filtersOfQuery("q=liutaio&sort=newest&view=map&after=x")).toMatchObject({
    sort: "relevance",
    view: "list",
    after: null,
  });
});

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
test.each([
  [[], 1],
  [[1, 3], 2],
  [upTo(SAVED_MAX - 1), SAVED_MAX],
])("with places %j the next one is %s", (places, place) => {
  expect(placeFor({ isSaved: false, places })).toEqual({ ok: true, value: place });
});

test("A5: the twenty-first search is refused", () => {
  expect(placeFor({ isSaved: false, places: upTo(SAVED_MAX) })).toMatchObject({
    ok: false,
    refusal: { code: "directory.tooManySearches", params: { max: 20 } },
  });
});

const say = (key: string) => `<${key}>`;
test.each([
  ["q=chi+offre+grafica", "it", "chi offre grafica"],
  ["q=liutaio&c=tax-advice&place=BO&side=asks&level=3", "it", "liutaio · Consulenza fiscale · BO"],
  ["association=lume", "it", "lume"],
])("«%s» in words begins with «%s»", (query, language, words) => {
  const label = searchLabel(filtersOfQuery(query), { language: language as "it", say });
  expect(label.split(" · ")[0]).toBe(words.split(" · ")[0]);
});

test.each([
  [[{ slug: "lume", name: "Lume di quartiere" }], "Lume di quartiere · <side.asks> · <minLevel.3>"],
  [[{ slug: "altra", name: "Altra" }], "lume · <side.asks> · <minLevel.3>"],
])("sides and levels are said by whoever shows them; of %j it speaks by name", (associations, label) => {
  const filters = filtersOfQuery("association=lume&side=asks&level=3");
  expect(searchLabel(filters, { language: "en", say, associations })).toBe(label);
});

test.each([
  ["it", "Imola · 25 km · <ready.time> · arabo"],
  ["en", "Imola · 25 km · <ready.time> · Arabic"],
] as const)("in %s a distance, what somebody is ready for and a language are said as well", (language, label) => {
  const filters = filtersOfQuery("place=imola&within=25&ready=time&language=ar");
  expect(searchLabel(filters, { language, say })).toBe(label);
});

test.each([
  [
    { query: "q=liutaio&view=map", locale: "it" },
    { query: "q=liutaio", locale: "it" },
  ],
  [{ query: "", locale: "it" }, null],
  [{ query: "sort=name", locale: "it" }, null],
  [{ query: "q=liutaio", locale: "de" }, null],
  [{ query: `q=${"x".repeat(1999)}`, locale: "it" }, null],
  [{ query: "q=liutaio", locale: "it", memberId: "somebody" }, null],
])("the form %j is read as %j", (form, read) => {
  const parsed = saveSearchInput.safeParse(form);
  expect(parsed.success ? parsed.data : null).toEqual(read);
});

test("only what can have happened to a search is said to have", () => {
  expect(["saved", "forgotten", "sold", "", undefined, ["saved", "saved"]].map(doneOf)).toEqual([
    ...["saved", "forgotten"],
    ...[null, null, null, null],
  ]);
});
