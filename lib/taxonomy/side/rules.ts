import { type Phrase, phrase, toldIn } from "../told/rules";

const SOMEONE = "(?:qualcuno|qualcuna|persone|gente|people|someone|somebody|anyone|anybody|those)";
const WHO = `(?:(?:${SOMEONE} )?(?:chi|che|who|that)|${SOMEONE})`;

/** What somebody else offers is sought among offers. */
const THEY_OFFER = [
  `(?:${WHO} )?(?:si )?(?:offre|offra|offrono|offrano|offresi)`,
  `${WHO} (?:puo|possa|possono|possano) offrire`,
  `${WHO} (?:offers?|can offer)`,
  `(?:${WHO} )?(?:is |are )?offering`,
  "^offers?",
];
/** What somebody else looks for, or whoever types offers, is sought among asks. «Cerco», «I need» say only that they search. */
const THEY_ASK = [
  `${WHO} (?:cerca|cerchi)`,
  `(?:${WHO} )?(?:cercano|cerchino|sta cercando|stanno cercando|(?:ha|hanno|abbia|abbiano) bisogno)`,
  "a (?:chi|cui) (?:serve|servono|servirebbe)",
  `${WHO} (?:needs?|wants?|seeks?|looks? for|(?:(?:is|are) )?(?:looking for|searching for|in need of|seeking))`,
  "^(?:needs|seeks|looks for)",
];
const I_OFFER = [
  "(?:io )?(?:offro|offriamo)",
  "(?:posso|possiamo|vorrei|voglio) offrire",
  "(?:i|we) (?:can |could )?offer",
  "(?:i m|i am|we re|we are) offering",
];

const PHRASES: readonly Phrase<"offers" | "asks">[] = [
  { pattern: phrase(I_OFFER), read: () => "asks" },
  { pattern: phrase(THEY_ASK), read: () => "asks" },
  { pattern: phrase(THEY_OFFER), read: () => "offers" },
];

/**
 * Whether a search says on which side to look: «chi offre grafica», «chi cerca un sito», «offro lezioni»; and the search
 * without the words that say so. Both sides at once say neither.
 */
export const sideOf = (query: string) => toldIn(query, PHRASES);
