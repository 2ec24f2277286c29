import { describe, expect, it } from "vitest";
import { fold } from "@/lib/core/text";
import file from "../data/everyday.json";
import people from "../data/names.json";
import { placesCalled } from "../locality/rules";
import { PROVINCES } from "../place/rules";
import { ancestorsOf, COMPETENCES, findCompetence } from "../rules";
import { understand } from "../search/rules";
import type { Terms } from "../types";
import { isFiller, isStopWord, keyOf, stemsIn, tokensOf } from "../word/rules";

const LANGUAGES = ["it", "en"] as const;
const everyday = Object.entries(file as Readonly<Record<string, Terms>>);
const terms = everyday.flatMap(([slug, one]) =>
  LANGUAGES.flatMap((language) => one[language].map((term) => ({ slug, language, term }))),
);
const keyFor = (term: string) => keyOf(stemsIn(term));
const isKin = (a: string, b: string) => a === b || ancestorsOf(a).includes(b) || ancestorsOf(b).includes(a);

describe("everyday words", () => {
  it("are said of competences there are", () => {
    expect(everyday.map(([slug]) => slug).filter((slug) => findCompetence(slug) === null)).toEqual([]);
  });

  it("say something: none is made of words that go with anything", () => {
    const says = (term: string) =>
      tokensOf(term).some(
        ({ text, written }) => written !== null || (text.length > 1 && !isStopWord(text) && !isFiller(text)),
      );
    expect(terms.map(({ term }) => term).filter((term) => !says(term))).toEqual([]);
  });

  it("are nobody else's name", () => {
    const owners = new Map<string, string[]>();
    for (const { slug, label, synonyms } of COMPETENCES)
      for (const language of LANGUAGES)
        for (const name of [label[language], ...synonyms[language]]) {
          const key = `${language} ${keyFor(name)}`;
          owners.set(key, [...(owners.get(key) ?? []), slug]);
        }
    const clashes = terms.filter(({ slug, language, term }) =>
      (owners.get(`${language} ${keyFor(term)}`) ?? []).some((owner) => !isKin(owner, slug)),
    );
    expect(clashes).toEqual([]);
  });

  it("are no name of a person, and neither name nor code of a place, but for what everybody has on their desk", () => {
    const isOnDesks = (term: string) => term === "pc";
    const named = new Set([...people.given, ...people.family, ...PROVINCES.map(({ code }) => code.toLowerCase())]);
    const isName = (term: string) =>
      (named.has(fold(term)) && !isOnDesks(term)) || placesCalled(tokensOf(term).map(({ text }) => text)).length > 0;
    expect(terms.filter(({ term }) => isName(term))).toEqual([]);
  });

  it("lead to their competence, as surely as such words do, alone and in a sentence", () => {
    const leads = ({ slug, language, term }: (typeof terms)[number], query: string) => {
      const kin = understand(query, language).competences.find((one) => isKin(one.slug, slug));
      return kin && kin.confidence >= 0.9 ? [] : [`${term} → ${slug} ${kin?.confidence}`];
    };
    expect(terms.flatMap((one) => leads(one, one.term))).toEqual([]);
    const around = { it: "oggi cerco qualcuno per", en: "today looking for someone for" };
    expect(terms.flatMap((one) => leads(one, `${around[one.language]} ${one.term}`))).toEqual([]);
  }, 60_000);
});
