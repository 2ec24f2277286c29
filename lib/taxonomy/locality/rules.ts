import { MUNICIPALITIES, PROVINCES, REGIONS, widerPlace } from "../place/rules";
import type { Labels, MeantPlace, PlaceRef } from "../types";
import { tokensOf } from "../word/rules";

type Named = { readonly name: Labels; readonly aliases?: readonly string[] };

const OPENING_CHARS_MIN = 5;
const OPENED_MAX = 3;

/** First words of place names that people mean otherwise. */
const NOT_OPENINGS: ReadonlySet<string> = new Set(["citta", "gioia", "martina", "piazza", "porto", "santa", "torre"]);

const byName = new Map<string, readonly PlaceRef[]>();
const byOpening = new Map<string, PlaceRef[]>();
const byCode = new Map(PROVINCES.map(({ code }) => [code.toLowerCase(), [{ type: "province", ref: code } as const]]));

/** Municipalities come first: «Bologna» is the town, «provincia di Bologna» what lies around it. A land may be part of several provinces («Monferrato»). */
const isCalledToo = (called: readonly PlaceRef[], place: PlaceRef) =>
  called.every(({ type, ref }) => type === "province" && place.type === "province" && ref !== place.ref);

function add({ name, aliases = [] }: Named, place: PlaceRef) {
  for (const text of [name.it, name.en, ...aliases]) {
    const words = tokensOf(text).map((token) => token.text);
    const key = words.join(" ");
    const called = byName.get(key) ?? [];
    if (isCalledToo(called, place)) byName.set(key, [...called, place]);
    const [first = "", ...others] = words;
    if (others.length > 0 && !byOpening.get(first)?.includes(place)) {
      byOpening.set(first, [...(byOpening.get(first) ?? []), place]);
    }
  }
}

for (const entry of MUNICIPALITIES) add(entry, { type: "municipality", ref: entry.slug });
for (const entry of PROVINCES) add(entry, { type: "province", ref: entry.code });
for (const entry of REGIONS) add(entry, { type: "region", ref: entry.slug });

/** The place of that name in either language, or alias, the smallest when several bear it; all provinces of a land that is called so. */
export function placesCalled(words: readonly string[]): readonly PlaceRef[] {
  return byName.get(words.join(" ")) ?? [];
}

/** Municipalities whose longer name begins with the word («ascoli», «reggio»), when they are few. */
export function placesOpening(word: string): readonly PlaceRef[] {
  if (word.length < OPENING_CHARS_MIN || NOT_OPENINGS.has(word)) return [];
  const opened = (byOpening.get(word) ?? []).filter(({ type }) => type === "municipality");
  return opened.length <= OPENED_MAX ? opened : [];
}

/** The province of a two-letter code, in either case; none of any other word. */
export function provinceCoded(text: string): readonly PlaceRef[] {
  return byCode.get(text) ?? [];
}

type Extent = PlaceRef["type"] | "around";

/** Words beside a place that say how much of it is meant: the town itself, what lies around it, its province, its region. */
const EXTENTS: ReadonlyMap<string, Extent> = new Map<string, Extent>([
  ...[
    "citta",
    "comune",
    "centro",
    "nord",
    "sud",
    "est",
    "ovest",
    "city",
    "town",
    "centre",
    "center",
    "north",
    "south",
    "east",
    "west",
  ].map((word) => [word, "municipality"] as const),
  ...["zona", "area", "lago", "lake", "dintorni", "vicino", "vicinanze", "hinterland", "near", "nearby", "around"].map(
    (word) => [word, "around"] as const,
  ),
  ...["provincia", "province", "prov"].map((word) => [word, "province"] as const),
  ...["regione", "region"].map((word) => [word, "region"] as const),
]);
const SIZES = ["municipality", "province", "region"];

/** How much of a neighbouring place a word asks for («zona», «provincia», «near»), or null. */
export function extentOf(word: string): Extent | null {
  return EXTENTS.get(word) ?? null;
}

/** The place with what lies around it, or the larger one that the extent asks for. */
export function extended(place: PlaceRef, extent: Extent): MeantPlace {
  if (extent === "around") return place.type === "municipality" ? { ...place, isAround: true } : place;
  if (SIZES.indexOf(place.type) >= SIZES.indexOf(extent)) return place;
  const wider = widerPlace(place);
  return wider ? extended(wider, extent) : place;
}

/** Words of place names, for the spelling. */
export function placeWords(): ReadonlySet<string> {
  return new Set([...byName.keys()].flatMap((key) => key.split(" ")));
}
