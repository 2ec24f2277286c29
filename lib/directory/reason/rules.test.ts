import { describe, expect, test } from "vitest";
import { criteriaOf } from "../criterion/rules";
import { readFilters } from "../filter/rules";
import type { FoundPerson, Looker } from "../types";
import { reasonsFor } from "./rules";

const NOBODY: Looker = { handle: null, asks: [], offers: [], values: [], provinceCode: null };

const exchange = (competence: string | null) => ({ title: "Due ore", locale: "it", competence, untilOn: null });

function aPerson({
  card,
  ...rest
}: Partial<Omit<FoundPerson, "card">> & { card?: Partial<FoundPerson["card"]> } = {}): FoundPerson {
  return {
    handle: "ilaria",
    name: "Ilaria Zanasi",
    headline: "",
    placeSlug: "bologna",
    provinceCode: "BO",
    regionSlug: "emilia-romagna",
    associations: [],
    isNamed: false,
    ...rest,
    card: {
      photoId: null,
      locale: "it",
      competences: [{ slug: "photography", level: 2 }],
      offers: [],
      asks: [],
      values: [],
      ...card,
    },
  };
}

const why = (person: FoundPerson, params: Record<string, string> = {}, looker = NOBODY) =>
  reasonsFor(person, criteriaOf(readFilters(params), "it"), looker);

describe("why somebody is in a list", () => {
  const accountant = aPerson({
    card: {
      competences: [
        { slug: "photography", level: 4 },
        { slug: "nonprofit-accounting", level: 3 },
      ],
    },
  });

  test("what was looked for, by what they themselves call it", () => {
    expect(why(accountant, { q: "commercialista bologna" })[0]).toEqual({
      code: "competence",
      slug: "nonprofit-accounting",
      level: 3,
      place: "bologna",
    });
    expect(why(accountant, { q: "commercialista" })[0]).toMatchObject({ place: null });
  });

  test("a trade looked for among asks is in what they ask for, not in words of theirs", () => {
    const asker = aPerson({ card: { asks: [exchange("graphic-design")] } });
    expect(why(asker, { q: "chi cerca grafica" })).toEqual([{ code: "asks", slug: "graphic-design" }]);
    expect(why(asker, { q: "grafica" })).toContainEqual({ code: "words", words: "grafica" });
  });

  test("the name, before anything else", () => {
    expect(why(aPerson({ isNamed: true }), { q: "zanasi" })[0]).toEqual({ code: "name" });
  });

  test("what they offer or ask for, when that was chosen", () => {
    const person = aPerson({
      card: { offers: [exchange("photography"), exchange("tax-advice")], asks: [exchange(null)] },
    });
    expect(why(person, { side: "offers", c: "tax-advice" })[0]).toEqual({ code: "offers", slug: "tax-advice" });
    expect(why(person, { side: "asks" })[0]).toEqual({ code: "asks", slug: null });
  });

  test("what meets what I offer and ask for, wider asks included", () => {
    const looker = { ...NOBODY, asks: ["accounting"], offers: ["photography"] };
    const person = aPerson({ card: { offers: [exchange("nonprofit-accounting")], asks: [exchange("photography")] } });
    expect(why(person, {}, looker)).toEqual([
      { code: "needsMe", slug: "photography" },
      { code: "givesMe", slug: "nonprofit-accounting" },
    ]);
    expect(why(person, {}, { ...looker, asks: ["tax-advice"], offers: [] })).toEqual([
      { code: "competence", slug: "photography", level: 2, place: null },
    ]);
  });

  test("an association, values or a province in common", () => {
    const looker = { ...NOBODY, values: ["care", "trust"], provinceCode: "BO" };
    const lume = { slug: "lume", name: "Lume", values: [], isShared: true };
    expect(why(aPerson({ associations: [lume] }), {}, looker)).toEqual([
      { code: "association", name: "Lume" },
      { code: "near", place: "bologna" },
    ]);
    expect(why(aPerson({ associations: [{ ...lume, isShared: false }] }), {}, looker)).toEqual([
      { code: "near", place: "bologna" },
    ]);
    expect(why(aPerson({ card: { values: ["care"] } }), {}, looker)).toEqual([{ code: "near", place: "bologna" }]);
    expect(why(aPerson({ card: { values: ["care", "trust"] } }), {}, looker)[0]).toEqual({
      code: "values",
      slugs: ["care", "trust"],
    });
  });

  test("one competence that answers two words is said once, and a name is not also a word of the profile", () => {
    const lawyer = aPerson({ isNamed: true, card: { competences: [{ slug: "nonprofit-law", level: 4 }] } });
    expect(why({ ...lawyer, isNamed: false }, { q: "avvocato terzo settore" })).toHaveLength(1);
    expect(why({ ...lawyer, card: { ...lawyer.card, competences: [] } }, { q: "zanasi" })).toEqual([{ code: "name" }]);
  });

  test("never what one has in common with oneself", () => {
    const looker = {
      ...NOBODY,
      handle: "ilaria",
      values: ["care", "trust"],
      provinceCode: "BO",
      asks: ["photography"],
    };
    const self = aPerson({ card: { values: ["care", "trust"], offers: [exchange("photography")] } });
    expect(why(self, {}, looker)).toEqual([{ code: "competence", slug: "photography", level: 2, place: null }]);
  });

  test("two reasons at most, and none made up", () => {
    const looker = {
      ...NOBODY,
      asks: ["photography"],
      offers: ["photography"],
      values: ["care", "trust"],
      provinceCode: "BO",
    };
    const rich = aPerson({
      isNamed: true,
      card: { offers: [exchange("photography")], asks: [exchange("photography")], values: ["care", "trust"] },
    });
    expect(why(rich, { q: "zanasi" }, looker)).toHaveLength(2);
    expect(why(aPerson({ card: { competences: [] } }))).toEqual([]);
  });

  test("A2: a place or competence that is closed on the card gives no reason", () => {
    const closed = aPerson({ placeSlug: null, provinceCode: null, regionSlug: null, card: { competences: [] } });
    expect(why(closed, { q: "zanasi" }, { ...NOBODY, provinceCode: null })).toEqual([
      { code: "words", words: "zanasi" },
    ]);
  });
});
