import { pickBy } from "./chance";
import { MOTIFS, type Motif } from "./motifs";
import { STONES, type Stone } from "./stones";

export type Tessera = readonly [motif: Motif, stone: Stone];

/** The shared values, by slug: each has a motif and a stone that no other pair repeats. */
export const SHARED_VALUES: Readonly<Record<string, Tessera>> = {
  reciprocity: ["clessidra", "porfido"],
  trust: ["archi", "lapis"],
  "keeping-ones-word": ["cornice", "nero"],
  transparency: ["meta", "rosa"],
  "active-listening": ["quarto", "acqua"],
  generosity: ["seme", "giallo"],
  responsibility: ["cornice", "lapis"],
  "mutual-aid": ["ponte", "serpentino"],
  inclusion: ["petali", "acqua"],
  competence: ["rombo", "giallo"],
  care: ["foglia", "serpentino"],
  patience: ["scaglie", "acqua"],
  constancy: ["scala", "serpentino"],
  courage: ["scala", "cotto"],
  humility: ["seme", "cipollino"],
  gratitude: ["petali", "rosa"],
  fairness: ["meta", "lapis"],
  autonomy: ["petali", "giallo"],
  openness: ["ponte", "acqua"],
  craftsmanship: ["rombo", "cotto"],
  frugality: ["quarto", "cipollino"],
  environment: ["foglia", "cipollino"],
  roots: ["scaglie", "cipollino"],
  hospitality: ["ponte", "cotto"],
  "knowledge-sharing": ["quarto", "giallo"],
  legality: ["cornice", "serpentino"],
  independence: ["meta", "porfido"],
  solidarity: ["seme", "porfido"],
  nonviolence: ["foglia", "rosa"],
  curiosity: ["clessidra", "giallo"],
  participation: ["archi", "cotto"],
  memory: ["cornice", "porfido"],
  beauty: ["petali", "porfido"],
  "trust-in-the-young": ["archi", "serpentino"],
  privacy: ["rombo", "nero"],
  lightness: ["scaglie", "rosa"],
  equality: ["clessidra", "lapis"],
  accessibility: ["scala", "acqua"],
  experimentation: ["rombo", "lapis"],
  "common-good": ["scaglie", "serpentino"],
};

const motifs = Object.keys(MOTIFS) as Motif[];
/** Ivory is the joint between colours and never a value's own stone. */
const ownStones = (Object.keys(STONES) as Stone[]).filter((stone) => stone !== "avorio");

/** The tile of a value; an association's own word gets one that is the same for ever. */
export function tesseraOf(value: string): Tessera {
  const shared = Object.hasOwn(SHARED_VALUES, value) ? SHARED_VALUES[value] : undefined;
  return shared ?? [pickBy(motifs, value), pickBy(ownStones, `${value}!`)];
}
