import { type Phrase, phrase, toldIn } from "../told/rules";

const WITHIN = "(?:entro|nel raggio di|in un raggio di|raggio di|a meno di|max|massimo|a|within|less than|up to)";
const FROM = "(?:da|dal|dalla|dall|di|del|intorno a|attorno a|from|of|around)";
const PHRASES: readonly Phrase<number>[] = [
  {
    pattern: phrase([`(?:${WITHIN} )?(\\d{1,3}) ?(?:km|chilometri|kilometers|kilometres)(?: ${FROM})?`]),
    read: ([, kilometres]) => Number(kilometres) || null,
  },
];

/** How far around a town one looks, in kilometres: «entro 30 km da Bologna»; and the search without the words that say so. */
export const distanceOf = (query: string) => toldIn(query, PHRASES);
