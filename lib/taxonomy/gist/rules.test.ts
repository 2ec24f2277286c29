import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { everydayTerms } from "../everyday/rules";
import { ancestorsOf, COMPETENCES } from "../rules";
import { isFiller, isStopWord, stemOf, stemsIn, tokensOf } from "../word/rules";
import { gistOf } from "./rules";

const gist = (text: string, language?: "it" | "en") => gistOf(text.split(" "), language);
const slugsOf = (text: string, language?: "it" | "en") => gist(text, language).hits.map(({ slug }) => slug);

const wordsOf = ({ slug, label, synonyms }: (typeof COMPETENCES)[number]) =>
  [label.it, ...synonyms.it, ...everydayTerms(slug).it].flatMap((term) => tokensOf(term).map(({ text }) => text));
const known = [...new Set(COMPETENCES.flatMap(wordsOf))];

describe("the gist of words", () => {
  it("is what two rare ones speak of, with the words that tell it", () => {
    expect(slugsOf("team keeps arguing settle conflicts", "en")).toEqual(["conflict-resolution"]);
    expect([...gist("impianto vecchio perde acqua").words]).toEqual(["impianto", "perde", "acqua"]);
  });

  it("is none of one word, however rare, said once or twice", () => {
    expect(slugsOf("arguing", "en")).toEqual([]);
    expect(known.filter((word) => gistOf([word, word]).hits.length > 0)).toEqual([]);
  });

  it("is none of words that many competences share", () => {
    expect(slugsOf("clienti nuovi vendite")).toEqual([]);
  });

  it("is told by the other language when the asker’s is silent", () => {
    expect(slugsOf("team keeps arguing settle conflicts", "it")).toEqual(["conflict-resolution"]);
  });

  it("is of three competences at most, when words speak of five as surely", () => {
    const pairs = [
      "notaia rogito",
      "sindacalista sciopero",
      "negoziante supermercato",
      "mixaggio mastering",
      "mandarino ideogrammi",
    ];
    const stems = COMPETENCES.map((one) => new Set(wordsOf(one).map(stemOf)));
    const saying = (word: string) => stems.filter((own) => own.has(stemOf(word)));
    for (const word of pairs.join(" ").split(" ")) expect(saying(word), word).toHaveLength(1);
    for (const pair of pairs) expect(gist(pair).hits, pair).toHaveLength(1);
    expect(new Set(pairs.flatMap((pair) => slugsOf(pair))).size).toBe(5);
    expect(gist(pairs.join(" ")).hits).toHaveLength(3);
  });

  it("names none above another, and of each two words at least", () => {
    const some = fc.array(fc.constantFrom(...known), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(some, (words) => {
        const { hits, words: telling } = gistOf(words);
        const slugs = hits.map(({ slug }) => slug);
        expect(slugs.flatMap(ancestorsOf).filter((above) => slugs.includes(above))).toEqual([]);
        expect([...telling].filter((word) => !words.includes(word) || isStopWord(word) || isFiller(word))).toEqual([]);
        if (slugs.length > 0) expect(new Set([...telling].flatMap(stemsIn)).size).toBeGreaterThanOrEqual(2);
      }),
      { numRuns: 500 },
    );
  });
});
