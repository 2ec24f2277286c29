import { describe, expect, it } from "vitest";
import people from "../data/names.json";
import { lies, MUNICIPALITIES, PROVINCES, REGIONS } from "../place/rules";
import { ancestorsOf, COMPETENCES } from "../rules";
import { understand } from "./rules";

/** Whoever searches for a competence finds those below it. */
const leadsTo = (slug: string, query: string, told?: "it" | "en") => {
  const found = understand(query, told).competenceGroups.flat();
  return [slug, ...ancestorsOf(slug)].some((above) => found.includes(above));
};

describe("understanding, exhaustively", () => {
  it.each(["it", "en"] as const)("every term of %s leads to its competence, whichever language is told", (language) => {
    const lost = COMPETENCES.flatMap(({ slug, label, synonyms }) =>
      [label[language], ...synonyms[language]]
        .filter((term) => !leadsTo(slug, term) || !leadsTo(slug, term, language))
        .map((term) => `${slug}: ${term}`),
    );
    expect(lost).toEqual([]);
  });

  it("every name of a place leads there or inside, in both languages and by alias", () => {
    const named = [
      ...MUNICIPALITIES.map(({ slug, ...rest }) => ({ type: "municipality" as const, ref: slug, ...rest })),
      ...REGIONS.map(({ slug, ...rest }) => ({ type: "region" as const, ref: slug, ...rest })),
      ...PROVINCES.map(({ code, ...rest }) => ({ type: "province" as const, ref: code, ...rest })),
    ];
    const lost = named.flatMap(({ type, ref, name, aliases = [] }) =>
      [name.it, name.en, ...aliases]
        .map((text) => (type === "province" ? `provincia di ${text}` : text))
        .filter((text) => !understand(text).places.some((place) => lies(place, { type, ref })))
        .map((text) => `${ref}: ${text}`),
    );
    expect(lost).toEqual([]);
  });

  it("no given name is taken for a trade, unless it is a word of its own", () => {
    const taken = people.given.filter((name) => {
      const { competences, places } = understand(name);
      return competences.length + places.length > 0;
    });
    expect(taken).toEqual(["alba", "costanza", "emilia"]);
  });

  it("no given name beside a family name tells a competence together with it", () => {
    const { given, family } = people;
    const pairs = given.flatMap((name, i) => [0, 1, 2, 3].map((k) => `${name} ${family[(i * 4 + k) % family.length]}`));
    const told = pairs.filter((name) => understand(name).competences.some(({ matched }) => matched.includes(" ")));
    expect(told).toEqual([]);
  });
});
