import "server-only";
import type { Viewer } from "@/lib/auth/actor";
import { dayOf } from "@/lib/core/duration";
import type { Language } from "@/lib/taxonomy/types";
import { type Card, listCards } from "./card/queries";
import { type Counted, countedBy } from "./counted/rules";
import { criteriaOf, type EasierSearch, easierThan } from "./criterion/rules";
import { placeCursor } from "./cursor/queries";
import { decodeCursor, encodeCursor } from "./cursor/rules";
import { askedByVisitor } from "./filter/rules";
import { countEach, type Found, type FoundRow, findList } from "./list/queries";
import { findLooker, type LookerFacts } from "./looker/queries";
import { reasonsFor } from "./reason/rules";
import { findRespelling } from "./respelling/queries";
import { readTokens, type TokenBook } from "./token/queries";
import type { Criterion, Filters, PeopleList, PeoplePage, PersonCard, Sort, Step, WayOut } from "./types";
import { bestWaysOut, respelledStep, stepsOut, wayShown } from "./way-out/rules";

const PAGE_SIZE = 20;
/** A list shorter than this says which filter to drop. */
const SHORT_LIST = 6;
const WAYS_OUT_MAX = 2;
/** With some of the first way out, a short list becomes one of so many. */
const FILLED_LIST = 10;

type Asked = {
  readonly language: Language;
  readonly now?: Date;
  /** Whether everything must hold, even where nobody satisfies it. */
  readonly isLiteral?: boolean;
};

/**
 * The people an address asks for, and what to do where they are few: one more statement counts the ways out. Where nobody is found,
 * or something looked for may not have been meant, another list shows some of those whom the first way out would find.
 */
export async function searchPeople(
  viewer: Viewer,
  asked: Filters,
  { language, now = new Date() }: Asked,
): Promise<PeoplePage> {
  const who = await whoLooks(viewer);
  const list = await listFor(who, asked, { language, now });
  const stuck = stuckFrom(list, asked, language);
  const total = isAsWritten(list, asked) ? 0 : list.total;
  const waysOut = await listWaysOut(
    who,
    { total, searches: stuck, respelled: await findRespelled(who, list) },
    language,
  );
  return { ...list, waysOut, beneath: await findBeneath(who, { ...list, total, waysOut }, { language, now }) };
}

/** Whether nobody satisfies what was asked for, and those are shown who wrote the same words. */
const isAsWritten = ({ filters, setAside }: PeopleList, asked: Filters) =>
  filters.q !== asked.q && setAside.length === 0;

/**
 * The searches to go on from, each only where those before it lead to nobody: none where enough are found; that of the list; where
 * nobody satisfies what was asked for, that with less and less of what was typed.
 */
function stuckFrom(list: PeopleList, asked: Filters, language: Language): readonly EasierSearch[] {
  const { filters, setAside, criteria, total } = list;
  const easier = () => easierThan(asked, language).filter((one) => one.setAside.length > 0);
  if (isAsWritten(list, asked)) return total < SHORT_LIST ? [{ filters: asked, setAside: [] }, ...easier()] : [];
  if (total > 0) return total < SHORT_LIST && criteria.length > 1 ? [{ filters, setAside }] : [];
  const searches = criteria.length > 0 ? easier() : [];
  return searches.length > 0 || criteria.length === 0 ? searches : [{ filters, setAside }];
}

/** Whom a way out finds besides, as many as fill the list; on the first page, where it is drawn. */
async function findBeneath(
  who: Who,
  { waysOut, total, items, filters: { view, after } }: Omit<PeoplePage, "beneath">,
  context: Asked,
): Promise<PeoplePage["beneath"]> {
  const isDrawn = view === "list" || (view === "table" && total === 0);
  const way = isDrawn && after === null ? wayShown(waysOut, { total }) : null;
  if (!way) return null;
  const shown = new Set(items.map(({ handle }) => handle));
  const found = await listFor(who, way.filters, { ...context, isLiteral: true });
  const others = found.items.filter(({ handle }) => !shown.has(handle)).slice(0, FILLED_LIST - items.length);
  return others.length > 0 ? { way, items: others } : null;
}

/**
 * The people an address asks for, as far as whoever looks may find them (rules A2, PV1): a visitor sees public profiles, a
 * member those that are listed. Who looks, who is on the page and their cards
 * are a statement each; a cursor takes one more, a crowd (./hit) another; a search nobody satisfies two, for an easier one.
 */
export async function listPeople(viewer: Viewer, asked: Filters, context: Asked): Promise<PeopleList> {
  return listFor(await whoLooks(viewer), asked, context);
}

/** The pages of a search one after the other, each asked for when the one before was not enough; who looks is read once. */
export async function* listPages(viewer: Viewer, filters: Filters, context: Asked): AsyncGenerator<PeopleList> {
  const who = await whoLooks(viewer);
  let after: string | null = null;
  do {
    const page: PeopleList = await listFor(who, { ...filters, after }, context);
    yield page;
    after = page.isRestarted ? null : page.nextCursor;
  } while (after !== null);
}

type Who = { readonly viewer: Viewer; readonly looker: LookerFacts; readonly book: TokenBook };

const whoLooks = async (viewer: Viewer): Promise<Who> => ({
  viewer,
  looker: await findLooker(viewer),
  book: await readTokens(),
});

const searchOf = (who: Who, filters: Filters, language: Language) => ({
  ...who,
  q: filters.q,
  criteria: criteriaOf(filters, language),
});

/**
 * The list of an address; where nobody is in it, that of the nearest easier search that somebody satisfies. The first page decides,
 * and its cursor says so to those after it.
 */
async function listFor(who: Who, asked: Filters, context: Asked): Promise<PeopleList> {
  const { language, isLiteral = false } = context;
  const filters = who.viewer ? asked : askedByVisitor(asked);
  const given = filters.after ? decodeCursor(filters.after, filters.sort) : null;
  const easier = () => (isLiteral ? [] : easierThan(filters, language));
  if (given?.easier) {
    const { after } = filters;
    const kept = easier()[given.easier - 1];
    if (kept) return pageOf(who, { ...kept, filters: { ...kept.filters, after }, easier: given.easier }, context);
  }
  const list = await pageOf(who, { filters, setAside: [], easier: 0 }, context);
  if (list.total > 0 || filters.after !== null) return list;
  const tried = easier();
  const searches = tried.map((one) => searchOf(who, one.filters, language));
  const nearest = (await countEach(searches, 1)).findIndex((count) => count > 0);
  const kept = tried[nearest];
  return kept ? pageOf(who, { ...kept, easier: nearest + 1 }, context) : list;
}

type Kept = EasierSearch & { readonly easier: number };

async function pageOf(
  who: Who,
  { filters, setAside, easier }: Kept,
  { language, now = new Date() }: Asked,
): Promise<PeopleList> {
  const search = searchOf(who, filters, language);
  const { criteria } = search;
  const decoded = filters.after ? decodeCursor(filters.after, filters.sort) : null;
  const cursor = decoded && (await placeCursor(who.viewer, decoded));
  const asking = { sort: filters.sort, cursor, size: PAGE_SIZE };
  const first = await findList(search, asking);
  const found = first.isCrowded ? await findList({ ...search, isCrowded: true }, asking) : first;
  const rows = found.items.slice(0, PAGE_SIZE);
  const last = lastOf(found, filters.sort, cursor?.sort === "relevance" && cursor.points === null);
  const wanted = { ...who, today: dayOf(now), association: filters.association };
  const { cards, associations } = await listCards(
    [...rows, ...(last ? [last] : [])].map(({ id }) => id),
    wanted,
  );
  const counted = countedBy(criteria);
  return {
    total: found.total,
    isExact: counted.total !== null || found.isWhole,
    facets: { ...NO_COUNTS, ...found.facets, sides: found.sides },
    isCounted: isCounted(counted, found),
    filters,
    criteria,
    setAside,
    associations,
    items: personCards(rows, cards, { criteria, looker: who.looker }),
    nextCursor: last && cursorAfter([last, ...rows.toReversed()], { sort: filters.sort, easier }, cards),
    isRestarted: filters.after !== null && cursor === null,
  };
}

const NO_COUNTS = { areas: {}, competences: {}, regions: {}, provinces: {} };

/** After whom the next page begins: within the window, at its edge, or beyond it. */
function lastOf({ items, isWhole, edge }: Found, sort: Sort, isBeyond: boolean): Omit<FoundRow, "isNamed"> | null {
  if (items.length > PAGE_SIZE) return items[PAGE_SIZE - 1] ?? null;
  const hasMore = sort === "relevance" && !isBeyond && !isWhole;
  return hasMore && edge ? { points: null, key: null, ...edge } : null;
}

/** The cursor after the last one who is still there: whoever went away meanwhile must not end the list. */
function cursorAfter(
  rows: readonly Omit<FoundRow, "isNamed">[],
  { sort, easier }: { sort: Sort; easier: number },
  cards: readonly Card[],
): string | null {
  const handles = new Map(cards.map(({ id, handle }) => [id, handle]));
  const last = rows.find(({ id }) => handles.has(id));
  if (!last) return null;
  const { points, place, key } = last;
  const handle = handles.get(last.id) ?? "";
  const end = { handle, easier };
  return encodeCursor(sort === "relevance" ? { sort, points, place, ...end } : { sort, key: key ?? "", ...end });
}

/** Whether what facets say is said of everybody they speak of. */
const isCounted = ({ facets, places }: Counted, { isWhole, isAroundWhole }: Found): boolean =>
  (facets !== null || isWhole) && (places !== null || (isAroundWhole ?? isWhole));

/** Cards in the order of the page, with the reasons. Whoever went away between the two statements is left out. */
function personCards(
  rows: readonly FoundRow[],
  cards: readonly Card[],
  { criteria, looker }: Reading,
): readonly PersonCard[] {
  const byId = new Map(cards.map(({ id, ...person }) => [id, person]));
  return rows.flatMap(({ id, isNamed }) => {
    const person = byId.get(id);
    return person ? [{ ...person, isNamed, why: reasonsFor({ ...person, isNamed }, criteria, looker) }] : [];
  });
}

type Reading = { readonly criteria: readonly Criterion[]; readonly looker: LookerFacts };

type Stuck = {
  readonly total: number;
  readonly searches: readonly EasierSearch[];
  readonly respelled: readonly Step[];
};

/** Where nobody is found: the same search with a word spelt as in somebody's name. */
async function findRespelled({ viewer }: Who, { total, filters, criteria }: PeopleList): Promise<readonly Step[]> {
  const words = criteria.find((one) => one.kind === "words");
  if (total > 0 || !words || filters.after !== null) return [];
  const respelling = await findRespelling(viewer, words.words);
  return respelling ? [respelledStep(words, filters, respelling)] : [];
}

/** One step away from a list of little or nothing: what to widen or drop, and how many that would find, up to a window. */
async function listWaysOut(
  who: Who,
  { total, searches, respelled }: Stuck,
  language: Language,
): Promise<readonly WayOut[]> {
  if (searches.length === 0) return [];
  const steps = searches.map((one, i) => [
    ...(i === 0 ? respelled : []),
    ...stepsOut(criteriaOf(one.filters, language), language),
  ]);
  const totals = [...(await countEach(steps.flat().map((step) => searchOf(who, step.filters, language))))];
  const found = searches.map(({ setAside }, i) => {
    const ways = (steps[i] ?? []).map((step) => ({ ...step, setAside, total: totals.shift() ?? 0 }));
    return bestWaysOut(ways, { total, max: WAYS_OUT_MAX });
  });
  return found.find(([way]) => way?.isAimed) ?? found.find((ways) => ways.length > 0) ?? [];
}
