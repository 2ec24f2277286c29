/** More competences than this is guessing, not understanding. */
const COMPETENCES_MAX = 8;

const meansOneOf = (expected, found) => expected.length === 0 || expected.some((slug) => found.includes(slug));
const isNamed = (place, found) => found.some(({ type, ref }) => type === place.type && ref === place.ref);

/** One case beside what was understood: one of the expected competences, every expected place, not more than eight guesses. */
export function judge({ query, lang, expect }, { competences, places }) {
  const found = competences.map(({ slug }) => slug);
  const missing = [
    ...(meansOneOf(expect.competences ?? [], found) ? [] : ["competence"]),
    ...((expect.places ?? []).every((place) => isNamed(place, places)) ? [] : ["place"]),
    ...(found.length > COMPETENCES_MAX ? ["too many"] : []),
  ];
  const welcome = new Set([...(expect.competences ?? []), ...(expect.related ?? [])]);
  return { query, lang, expect, missing, found, places, isFirst: welcome.size === 0 || welcome.has(found[0]) };
}

const shareOf = (verdicts, isGood) => verdicts.filter(isGood).length / verdicts.length;
const isUnderstood = ({ missing }) => missing.length === 0;

/** Shares of all and of each language, and the cases that were missed. */
export function summaryOf(verdicts) {
  const languages = [...new Set(verdicts.map(({ lang }) => lang))].sort();
  return {
    count: verdicts.length,
    share: shareOf(verdicts, isUnderstood),
    /** Of those understood: whether the surest meaning is an expected or a related one. */
    shareFirst: shareOf(verdicts, (verdict) => isUnderstood(verdict) && verdict.isFirst),
    byLanguage: languages.map((lang) => {
      const own = verdicts.filter((verdict) => verdict.lang === lang);
      return { lang, count: own.length, share: shareOf(own, isUnderstood) };
    }),
    missed: verdicts.filter((verdict) => !isUnderstood(verdict)),
  };
}
