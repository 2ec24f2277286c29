const percent = (share) => `${(share * 100).toFixed(1)} %`;
const placed = (places) => places.map(({ type, ref }) => `${type} ${ref}`).join(", ");
const said = (competences = [], places = []) => [competences.join(", "), placed(places)].filter(Boolean).join(" · ");

/** The score in words, then each case that was missed with what was expected and what was found. */
export function wordsOf({ count, share, shareFirst, byLanguage, missed }, { file, target }) {
  const languages = byLanguage.map((one) => `${one.lang} ${percent(one.share)} of ${one.count}`).join(", ");
  return [
    `${file}: ${count} cases`,
    `understood  ${percent(share)} (target ${percent(target)}: ${share >= target ? "met" : "missed"}); ${languages}`,
    `and surest meaning first  ${percent(shareFirst)}`,
    ...missed.map(
      ({ query, lang, expect, missing, found, places }) =>
        `  ✗ [${lang}] «${query}»: ${missing.join(", ")}; expected ${said(expect.competences, expect.places)}; found ${said(found, places) || "nothing"}`,
    ),
  ].join("\n");
}
