import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyText, FUZZ_RUNS } from "@/lib/testing/fuzz";
import { COMPETENCES_MAX, meaningsFor, nameQueryOf, PLACES_MAX } from "./rules";

const said = (q: string, language: "it" | "en" = "it") =>
  meaningsFor(q, language).map(
    (one) => (one.kind === "competence" ? one.slug : `@${one.place.ref}`) + (one.q && ` + ${one.q}`),
  );

describe("what may be meant", () => {
  test.each([
    ["iva", "it", "vat"],
    ["commercialista", "it", "tax-advice"],
    ["COMMERCIAL", "it", "accounting"],
    ["tax", "en", "tax-advice"],
    ["tax", "it", "tax-advice"],
    ["web dev", "it", "web-development"],
    ["sviluppo w", "it", "web-development"],
    ["falegn", "it", "woodworking"],
    ["falegnameira", "it", "woodworking"],
    ["bol", "it", "@bologna"],
    ["bolongna", "it", "@bologna"],
    ["BO", "it", "@BO"],
    ["bo", "it", "@bologna"],
    ["flor", "en", "@firenze"],
    ["flor", "it", "@firenze"],
    ["tosc", "it", "@toscana"],
    ["L’Aq", "it", "@l-aquila"],
    ["avvocato mil", "it", "@milano + avvocato"],
    ["avvocato a mil", "it", "@milano + avvocato"],
    ["imola commercialis", "it", "tax-advice + imola"],
  ] as const)("«%s» (%s) may mean %s", (q, language, expected) => {
    expect(said(q, language)).toContain(expected);
  });

  test.each(["", " ", "a", "di", "?!", "xq", "mario rossi", "rossi", "zzzzzz", "ilaria mil"])(
    "«%s» means nothing",
    (q) => {
      expect(said(q)).toEqual([]);
    },
  );

  test("two letters are read as a beginning only, and a slip is forgiven from four on", () => {
    expect(said("fi").filter((one) => one === "tax-advice")).toEqual([]);
    expect(said("fis")).toContain("tax-advice");
    expect(said("bzl")).toEqual([]);
    expect(said("bzlo")).toContain("@bologna");
  });

  test("what begins so in the language one reads comes before the other’s, and a town before its province", () => {
    for (const [q, language] of [
      ["trad", "it"],
      ["trad", "en"],
      ["mark", "it"],
    ] as const) {
      const languages = meaningsFor(q, language).flatMap((one) =>
        one.kind === "competence" ? [one.also?.language ?? language] : [],
      );
      expect(languages.length, q).toBeGreaterThan(1);
      expect(
        languages.toSorted((a, b) => Number(a !== language) - Number(b !== language)),
        q,
      ).toEqual(languages);
    }
    const places = said("bologn");
    expect(places.indexOf("@bologna")).toBeLessThan(places.indexOf("@BO"));
  });

  test("the word by which a competence was found is said, unless it is its name", () => {
    const also = (q: string, language: "it" | "en") =>
      meaningsFor(q, language).flatMap((one) =>
        one.kind === "competence" && one.slug === "tax-advice" ? [one.also] : [],
      );
    expect(also("commercialista", "it")).toEqual([{ text: "commercialista", language: "it" }]);
    expect(also("commercialista", "en")).toEqual([{ text: "commercialista", language: "it" }]);
    expect(also("consulenza fisc", "it")).toEqual([null]);
  });

  test("whatever is typed, there are few, each once, and the same again", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom("it" as const, "en" as const), (q, language) => {
        const found = meaningsFor(q.slice(0, 120), language);
        const kinds = found.map(({ kind }) => kind);
        expect(kinds.filter((kind) => kind === "competence").length).toBeLessThanOrEqual(COMPETENCES_MAX);
        expect(kinds.filter((kind) => kind === "place").length).toBeLessThanOrEqual(PLACES_MAX);
        expect(new Set(said(q, language)).size).toBe(said(q, language).length);
        expect(meaningsFor(q.slice(0, 120), language)).toEqual(found);
      }),
      { numRuns: Math.min(FUZZ_RUNS, 3000) },
    );
  }, 60_000);
});

describe("how names are searched for", () => {
  test.each([
    ["a", null],
    ["?", null],
    ["ma", { opening: "ma", words: "", short: ["ma"] }],
    ["Mar", { opening: "mar", words: "'mar':*", short: [] }],
    ["Mario  Rò", { opening: "mario ro", words: "'mario'", short: ["ro"] }],
    ["de ros", { opening: "de ros", words: "'de' & 'ros':*", short: [] }],
    ["a & !b | (c':*", { opening: "a & !b | (c':*", words: "'a' & 'b'", short: ["c"] }],
  ])("«%s»", (q, expected) => {
    expect(nameQueryOf(q)).toEqual(expected);
  });
});
