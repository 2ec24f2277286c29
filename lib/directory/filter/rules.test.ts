import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { COMPETENCES } from "@/lib/taxonomy/rules";
import { READY, SIDES, SORTS, VIEWS } from "../types";
import { askedByVisitor, cleared, countChosen, placeOf, queryOf, readFilters, typedWords, withoutWords } from "./rules";

const plain = readFilters({});

describe("reading an address", () => {
  test("an empty one is the plain list", () => {
    expect(queryOf(plain)).toEqual({});
    expect(countChosen(plain)).toBe(0);
  });

  test.each([
    ["q", "  Ilaria\n  Zanasi ", "q", "Ilaria Zanasi"],
    ["q", "a\u0007b", "q", ""],
    ["q", "x".repeat(500), "q", "x".repeat(120)],
    ["c", ["tax-advice", "tax-advice", "no-such"], "competences", ["tax-advice"]],
    ["area", ["law", "nowhere"], "areas", ["law"]],
    ["side", ["asks", "offers", "bribes"], "sides", ["offers", "asks"]],
    ["level", "4", "level", 4],
    ["level", "5", "level", null],
    ["level", "1.5", "level", null],
    ["association", "../etc", "association", null],
    ["association", "lume", "association", "lume"],
    ["sort", "popularity", "sort", "relevance"],
    ["sort", "name", "sort", "name"],
    ["view", "map", "view", "map"],
    ["view", ["table", "map"], "view", "table"],
    ["view", "list", "view", "list"],
    ["view", "globe", "view", "list"],
    ["after", ["", "x"], "after", null],
    ["ready", ["listening", "time", "money"], "ready", ["time", "listening"]],
    ["ready", "TIME", "ready", []],
    ["language", "ar", "language", "ar"],
    ["language", "AR", "language", null],
    ["language", "zz", "language", null],
    ["language", ["", "ar"], "language", null],
  ] as const)("%s=%j becomes %s %j", (name, value, field, expected) => {
    expect(readFilters({ [name]: value })[field]).toEqual(expected);
  });

  test("unknown parameters change nothing", () => {
    expect(readFilters({ viewer: "MEMBER", __proto__: "x", page: "2" })).toEqual(plain);
  });

  test.each([
    ["BO", "province"],
    ["bo", null],
    ["bologna", "municipality"],
    ["emilia-romagna", "region"],
    ["atlantide", null],
  ])("the place «%s» is a %s", (text, type) => {
    expect(placeOf(text)?.type ?? null).toBe(type);
  });

  test.each([
    [{ near: "Imola" }, "imola", null],
    [{ near: " imola (bo) " }, "imola", null],
    [{ near: "Florence" }, "firenze", null],
    [{ near: "Imola", place: "TO" }, "imola", null],
    [{ near: "", place: "TO" }, "TO", null],
    [{ near: "Atlantide", place: "TO" }, "TO", "Atlantide"],
    [{ near: "x".repeat(200) }, null, "x".repeat(80)],
    [{ near: "a\u0007b" }, null, null],
    [{ near: "   " }, null, null],
  ])("%j looks in %s; a town we do not know is said: %s", (params, ref, unknownTown) => {
    const filters = readFilters(params);
    expect([filters.place?.ref ?? null, filters.unknownTown]).toEqual([ref, unknownTown]);
    expect(queryOf(filters)).toEqual(ref ? { place: ref } : {});
  });

  test.each([
    [{ place: "imola", within: "10" }, 10],
    [{ place: "imola", within: "100" }, 100],
    [{ place: "imola", within: "9" }, null],
    [{ place: "imola", within: "101" }, null],
    [{ place: "imola", within: "1e1" }, null],
    [{ near: "Imola", within: "25" }, 25],
    [{ place: "BO", within: "25" }, null],
    [{ place: "emilia-romagna", within: "25" }, null],
    [{ within: "25" }, null],
    [{ near: "Atlantide", within: "25" }, null],
    [{ q: "commercialista imola", within: "25" }, 25],
    [{ q: "commercialista", within: "25" }, null],
    [{ q: "commercialista imola", place: "BO", within: "25" }, null],
  ])("%j: a distance of %s, because it goes with a town", (params, within) => {
    expect(readFilters(params).within).toBe(within);
  });

  test("every search there is survives its own address", () => {
    const search = fc.record({
      q: fc.constantFrom("", "commercialista", "avvocato a imola", "dall’ò"),
      c: fc.subarray(COMPETENCES.slice(0, 5).map(({ slug }) => slug)),
      area: fc.subarray(["law", "crafts"]),
      place: fc.constantFrom("", "BO", "bologna", "veneto"),
      within: fc.constantFrom("", "10", "25", "50", "100"),
      ready: fc.subarray([...READY]),
      language: fc.constantFrom("", "it", "ar"),
      association: fc.constantFrom("", "lume"),
      side: fc.subarray([...SIDES]),
      level: fc.constantFrom("", "1", "4"),
      sort: fc.constantFrom(...SORTS),
      view: fc.constantFrom(...VIEWS),
      after: fc.constantFrom("", "abc"),
    });
    fc.assert(
      fc.property(search, (params) => {
        const filters = readFilters(params);
        expect(readFilters(queryOf(filters))).toEqual(filters);
      }),
    );
  });

  test("clearing keeps the order and the view alone", () => {
    const full = readFilters({
      q: "x",
      c: "tax-advice",
      place: "bologna",
      within: "25",
      side: "asks",
      ready: ["time", "listening"],
      language: "ar",
      level: "2",
      sort: "name",
      view: "map",
      after: "y",
    });
    expect(countChosen(full)).toBe(7);
    expect(queryOf(cleared(full))).toEqual({ sort: "name", view: "map" });
  });
});

describe("a search without some of its words", () => {
  test.each([
    ["commercialista Bologna", "commercialista", ["commercialista", "bologna"], "Bologna"],
    ["commercialista a Bologna", "bologna", ["commercialista", "bologna"], "commercialista"],
    ["Fiscalità", "fiscalita", ["fiscalita"], ""],
    ["e commerce torino", "ecommerce", ["ecommerce", "torino"], "torino"],
    ["un avvocato", "avvocato", ["avvocato"], ""],
    ["passare l’azienda ai figli", "figli", ["passare", "azienda", "figli"], "passare l’azienda"],
    ["esperto AI Bologna", "bologna", ["esperto", "ai", "bologna"], "esperto AI"],
  ])("«%s» without «%s»", (q, matched, tokens, expected) => {
    expect(withoutWords(q, matched, tokens)).toBe(expected);
  });
});

test.each([
  ["La Fiscalità, a Bologna", "fiscalita", "Fiscalità"],
  ["avvocato del Terzo settore", "terzo settore", "Terzo settore"],
  ["e commerce torino", "ecommerce", "ecommerce"],
])("in «%s», «%s» was typed «%s»", (q, matched, typed) => {
  expect(typedWords(q, matched)).toBe(typed);
});

test("a visitor asks for nothing that compares people with whoever looks", () => {
  const asked = readFilters({ q: "liutaio", side: ["givesMe", "offers", "needsMe", "asks"], place: "bologna" });
  expect(askedByVisitor(asked)).toEqual({ ...asked, sides: ["offers", "asks"] });
});
