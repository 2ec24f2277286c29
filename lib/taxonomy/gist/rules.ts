import { everydayTerms } from "../everyday/rules";
import type { Hit } from "../phrase/rules";
import { ancestorsOf, COMPETENCES } from "../rules";
import type { Language } from "../types";
import { isFiller, isStopWord, stemOf, stemsIn } from "../word/rules";

/** So many words must point to one competence, each of so many letters; together so rare, in nats; of others only those nearly as sure. */
const WORDS_MIN = 2;
const CHARS_MIN = 3;
const RARITY_MIN = 8.5;
const NEARLY = 0.85;
const HITS_MAX = 3;
const GIST = 0.6;

type Stems = ReadonlySet<string>;
type Gists = { readonly stems: ReadonlyMap<string, Stems>; readonly rarityOf: (stem: string) => number };
const gists: Partial<Record<Language, Gists>> = {};

/** Prepared at the first call: most searches name something. */
function gistsOf(language: Language): Gists {
  gists[language] ??= readGists(language);
  return gists[language];
}

function readGists(language: Language): Gists {
  const stems = new Map<string, Stems>();
  const counts = new Map<string, number>();
  for (const { slug, label, synonyms } of COMPETENCES) {
    const terms = [label[language], ...synonyms[language], ...everydayTerms(slug)[language]];
    const own = new Set(terms.flatMap(stemsIn));
    stems.set(slug, own);
    for (const stem of own) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return { stems, rarityOf: (stem) => Math.log(COMPETENCES.length / (counts.get(stem) ?? COMPETENCES.length)) };
}

const tells = (word: string) => word.length >= CHARS_MIN && !isStopWord(word) && !isFiller(word);

type Gist = { readonly hits: readonly Hit[]; readonly words: Stems };

/**
 * What words that name nothing by themselves speak of together: the competences in whose terms two or more of them stand, weighed
 * by how few competences each is said of; with the words that tell it. The asker's language first, the other when that is silent.
 */
export function gistOf(words: readonly string[], language: Language = "it"): Gist {
  const own = gistIn(gistsOf(language), words);
  return own.hits.length > 0 ? own : gistIn(gistsOf(language === "it" ? "en" : "it"), words);
}

function gistIn({ stems: known, rarityOf }: Gists, words: readonly string[]): Gist {
  const told = words.filter(tells);
  const stems = [...new Set(told.map(stemOf))];
  if (stems.length < WORDS_MIN) return { hits: [], words: new Set() };
  const found = [...known]
    .map(([slug, own]) => ({ slug, said: stems.filter((stem) => own.has(stem)) }))
    .filter(({ said }) => said.length >= WORDS_MIN)
    .map(({ slug, said }) => ({ slug, said, rarity: said.reduce((sum, stem) => sum + rarityOf(stem), 0) }))
    .filter(({ rarity }) => rarity >= RARITY_MIN)
    .toSorted((a, b) => b.rarity - a.rarity || a.slug.localeCompare(b.slug));
  const best = found.filter(({ rarity }) => rarity >= (found[0]?.rarity ?? 0) * NEARLY).slice(0, HITS_MAX);
  const slugs = new Set(best.map(({ slug }) => slug));
  const kept = best.filter(({ slug }) => !ancestorsOf(slug).some((above) => slugs.has(above)));
  const said = new Set(kept.flatMap((one) => one.said));
  return {
    hits: kept.map(({ slug }) => ({ slug, confidence: GIST })),
    words: new Set(told.filter((word) => said.has(stemOf(word)))),
  };
}
