import { widerPlace } from "@/lib/taxonomy/place/rules";
import { findCompetence } from "@/lib/taxonomy/rules";
import type { Language } from "@/lib/taxonomy/types";
import { doubtfulOf } from "../criterion/rules";
import { type Respelling, respelled } from "../respelling/rules";
import type { Criterion, Filters, Step, WayOut, Wider } from "../types";

/** Each single step that could find more: a competence or a place widened, one criterion dropped. */
export function stepsOut(criteria: readonly Criterion[], language: Language): readonly Step[] {
  const doubtful = doubtfulOf(criteria, language);
  const isAim = criteria.some(isMatter) ? isMatter : ({ kind }: Criterion) => kind !== "place";
  return criteria.flatMap((criterion) => [
    ...widenings(criterion),
    {
      criterion,
      wider: null,
      filters: criterion.without,
      isDoubtful: criterion === doubtful,
      isAimed: criteria.some((one) => one !== criterion && isAim(one)),
    },
  ]);
}

/** Whether something says what is looked for, not who or where they should be. */
const isMatter = ({ kind }: Criterion) => kind === "competence" || kind === "area" || kind === "words";

function widenings(criterion: Criterion): readonly Step[] {
  const step = (wider: Wider, changes: Partial<Filters>) => widened(criterion, wider, changes);
  if (criterion.kind === "competence") {
    const { competences } = criterion.without;
    const above = competenceAbove(criterion.slugs);
    return above && !competences.includes(above)
      ? [step({ type: "competence", ref: above }, { competences: [...competences, above] })]
      : [];
  }
  const [place, ...others] = criterion.kind === "place" ? criterion.places : [];
  if (!place || others.length > 0) return [];
  const around = [widerPlace(place)].flatMap((wider) => (wider ? [wider, widerPlace(wider)] : []));
  return around.flatMap((wider) => (wider ? [step(wider, { place: wider })] : []));
}

const widened = (criterion: Criterion, wider: Wider, changes: Partial<Filters>): Step => ({
  criterion,
  wider,
  filters: { ...criterion.without, ...changes },
  isDoubtful: false,
  isAimed: true,
});

/** The words of a search as a name spells them. */
export function respelledStep(criterion: Criterion, { q }: Filters, respelling: Respelling): Step {
  const ref = respelled(criterion.typed ?? "", respelling);
  return widened(criterion, { type: "name", ref }, { q: respelled(q, respelling) });
}

/** The competence above all that are looked for, where that is one. */
function competenceAbove(slugs: readonly string[]): string | null {
  const [above, ...others] = new Set(slugs.map((slug) => findCompetence(slug)?.parent ?? null));
  return others.length === 0 ? (above ?? null) : null;
}

/**
 * Of all ways out, those worth saying: first without what may not have been meant, then a name a slip away, the competence above, the
 * narrowest larger place, then what frees most; what leaves nothing of what is looked for comes last.
 */
export function bestWaysOut(
  ways: readonly WayOut[],
  { total, max }: { total: number; max: number },
): readonly WayOut[] {
  const better = ways.filter((way) => way.total > total);
  const dropped = better.filter(({ wider, isDoubtful }) => wider === null && !isDoubtful);
  const chosen = [
    better.find(({ isDoubtful }) => isDoubtful),
    better.find(({ wider }) => wider?.type === "name"),
    better.find(({ wider }) => wider?.type === "competence"),
    better.find(({ wider }) => wider !== null && wider.type !== "competence" && wider.type !== "name"),
    ...dropped.toSorted((a, b) => Number(b.isAimed) - Number(a.isAimed) || b.total - a.total),
  ];
  return chosen.filter((way) => way !== undefined).slice(0, max);
}

/**
 * Of whom to show some at once: where nobody is found, of the first way; where few are, only of that which leaves out what may not
 * have been meant. A place or a competence said for sure is widened for nobody who has found somebody.
 */
export function wayShown([first]: readonly WayOut[], { total }: { total: number }): WayOut | null {
  return first && (total === 0 ? first.isAimed : first.isDoubtful) ? first : null;
}
