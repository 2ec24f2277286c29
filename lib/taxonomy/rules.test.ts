import { describe, expect, it } from "vitest";
import { fold } from "@/lib/core/text";
import file from "./data/competences.json";
import {
  AREAS,
  ancestorsOf,
  areaLabel,
  COMPETENCES,
  childrenOf,
  competenceLabel,
  competenceNamed,
  competenceOptions,
  descendantsOf,
  listAreas,
  rootsOf,
} from "./rules";

const repeated = (list: readonly string[]) => [...new Set(list.filter((entry, i) => list.indexOf(entry) !== i))];

describe("the file of competences", () => {
  it("has unique slugs, known areas, and parents of the same area without cycles", () => {
    expect(repeated(COMPETENCES.map(({ slug }) => slug))).toEqual([]);
    for (const { slug, area, parent } of COMPETENCES) {
      expect(AREAS.map((entry) => entry.slug)).toContain(area);
      if (parent) expect(COMPETENCES.find((entry) => entry.slug === parent)?.area, slug).toBe(area);
      expect(ancestorsOf(slug), slug).not.toContain(slug);
    }
  });

  it.each(["it", "en"] as const)(
    "gives each term of %s to one competence, but for those it calls ambiguous",
    (language) => {
      const owners = new Map<string, string[]>();
      for (const { slug, label, synonyms } of COMPETENCES) {
        const terms = [label[language], ...synonyms[language]];
        expect(
          terms.every((term) => term === term.trim() && term !== ""),
          slug,
        ).toBe(true);
        for (const term of new Set(terms.map(fold))) owners.set(term, [...(owners.get(term) ?? []), slug]);
      }
      const shared = [...owners].filter(([, slugs]) => slugs.length > 1);
      const declared = file.ambiguous[language].map(({ term, competences }) => [fold(term), competences]);
      expect(Object.fromEntries(shared)).toEqual(Object.fromEntries(declared));
    },
  );
});

describe("competences", () => {
  it("are labelled in both languages; an unknown slug stands for itself", () => {
    expect(competenceLabel("tax-advice", "it")).toBe("Consulenza fiscale");
    expect(competenceLabel("tax-advice", "en")).toBe("Tax advice");
    expect(competenceLabel("annual-accounts", "it")).toBe("Bilancio d’esercizio");
    expect(areaLabel("tax-accounting", "it")).toBe("Fisco e contabilità");
    expect(competenceLabel("no-such", "it")).toBe("no-such");
  });

  it("know what stands above and below them", () => {
    expect(ancestorsOf("frontend-development")).toEqual(["web-development", "software-engineering"]);
    expect(childrenOf("accounting")).toContain("nonprofit-accounting");
    expect(descendantsOf("software-engineering")).toContain("frontend-development");
    expect(rootsOf("tax-accounting")).toEqual(["accounting", "tax-advice", "statutory-audit", "management-accounting"]);
    expect(rootsOf("no-such")).toEqual([]);
  });

  it("are listed by area, all of them, by label", () => {
    const areas = listAreas("it");
    expect(areas.flatMap(({ competences }) => competences)).toHaveLength(COMPETENCES.length);
    expect(areas[0]?.competences.slice(0, 2).map(({ label }) => label)).toEqual([
      "Agevolazioni e crediti d’imposta",
      "Bilancio d’esercizio",
    ]);
    expect(competenceOptions("en")[0]?.label).toBe("3D modelling and printing");
  });

  it.each([
    ["Consulenza fiscale", "tax-advice"],
    ["consulenza fiscale ", "tax-advice"],
    ["Tax advice", "tax-advice"],
    ["bilancio d’esercizio", "annual-accounts"],
    ["tax-advice", "tax-advice"],
    ["commercialista", null],
    ["", null],
  ])("«%s» picked in a datalist is %s", (text, slug) => {
    expect(competenceNamed(text)).toBe(slug);
  });
});
