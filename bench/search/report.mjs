const percent = (share) => `${(share * 100).toFixed(1)} %`;
const placed = (places) => places.map(({ type, ref }) => `${type} ${ref}`).join(", ");
const said = (competences = [], places = []) => [competences.join(", "), placed(places)].filter(Boolean).join(" · ");
const verdict = (share, target) => `target ${percent(target)}: ${share >= target ? "met" : "missed"}`;

/** The score in words, then each case that was missed with what was expected and what was found. */
export function understandingWords({ count, share, shareFirst, byLanguage, missed }, { file, target }) {
  const languages = byLanguage.map((one) => `${one.lang} ${percent(one.share)} of ${one.count}`).join(", ");
  return [
    `${file}: ${count} cases`,
    `understood  ${percent(share)} (${verdict(share, target)}); ${languages}`,
    `and surest meaning first  ${percent(shareFirst)}`,
    ...missed.map(
      ({ query, lang, expect, missing, found, places }) =>
        `  ✗ [${lang}] «${query}»: ${missing.join(", ")}; expected ${said(expect.competences, expect.places)}; found ${said(found, places) || "nothing"}`,
    ),
  ].join("\n");
}

/** The score of first pages in words, then each that was missed. */
export function peopleWords({ judged, without, share, reach, lift, shareOfLists, missed }, { target, world }) {
  const among = `${world.members} generated members, as a visitor and as a member`;
  if (share === null) return `people on the first page  not judged: among ${among}, nobody is expected in any case`;
  return [
    `people on the first page  ${percent(share)} of ${judged} pages (${verdict(share, target)}); ${among}`,
    ...(shareOfLists === null
      ? []
      : [`  by their lists alone, without those shown beneath them  ${percent(shareOfLists)}`]),
    `  left out, because nobody there is to be expected  ${without}`,
    `  of the people expected who fit on the page, shown  ${percent(reach)}`,
    ...(lift === null ? [] : [`  level of those shown over that of all expected  ${lift.toFixed(2)}`]),
    ...missed.map(
      ({ query, lang, viewer, page }) =>
        `  ✗ [${lang}, ${viewer}] «${query}»: of ${page.shown} shown, ${page.expectedShown} expected; ${page.expected} could be`,
    ),
  ].join("\n");
}
