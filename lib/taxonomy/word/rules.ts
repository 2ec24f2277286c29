import { fold } from "@/lib/core/text";

/** One word of a query or a term. */
export type Token = {
  /** Folded. */
  readonly text: string;
  /** How it was written, when that makes it more likely a code of province than a word. */
  readonly written: "capitals" | "bracketed" | null;
};

const words = (text: string) => new Set(text.split(" "));

/** Articles, prepositions, and what people write around what they look for; in both languages. */
const STOP_WORDS = words(
  "a ad al allo alla ai agli alle all anche avrei bisogno c che chi ci con cosa cerca cerco cercasi d da dal dallo dalla dai dagli dalle dall " +
    "de dei degli gli del dell della delle dello di dove e ed è ho i il in io l la le lei li lo loro lui ma mi mia mio mie miei nel nell nella nelle nello nei negli no noi non o od " +
    "ogni per piu presso qualcuno qualcuna qui s sa saper so se sei serve servirebbe si sia solo sono sta su sul sull sulla sulle sullo sui sugli ti tra fra trovare trova un un' una uno " +
    "va vado vanno te vi voglio vorrei vogliamo vuole posso possiamo devo deve dobbiamo come quando suo sua tuo tua nostro nostra questo questa dott ssa dr sig sigra good best an and are as at based by can do does find for from help hire i'm is knows " +
    "go looking me my need needed of on or our someone somebody somewhere that the there to want we who with you your their his her this these have has had would could should please like get getting how what when where some any be been m ve ll",
);

/** Words that go with any trade, or with asking for one: alone they count, beside others they do not. */
const FILLERS = words(
  "ingegnere ingegneri ingegnera perito periti direttore direttrice consulente consulenti consulenza consulenze esperto esperta esperti esperte specialista specialisti professionista professionisti responsabile tecnico tecnica " +
    "addetto addetta operatore operatrice studio servizio servizi corso corsi agenzia azienda ditta bravo brava bravi lavoro lavori persona persone gestione attivita " +
    "socia domicilio fare fa faccia faccio sappia conosca conosce aiuto aiuta aiuti aiutare aiutarmi insegni insegna insegnare possa puo zona online casa nuovo nuova piccolo piccola piccoli piccole " +
    "italia italy tenga tiene parla parli parlano parlante segua segue occupi occupa occuparsi gestisca venga viene dia speak speaks speaking " +
    "primo prima due tre rotto rotta rotti rotte guasto guasta urgente economico economica affidabile " +
    "up out off over fix fixing broken working not urgent urgently cheap affordable reliable experienced " +
    "engineer engineers consultant consultants consulting consultancy advisor advisors adviser advisers expert experts specialist specialists professional professionals freelance freelancer freelancers agency service services company people person make makes making build help small new home",
);

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  avv: "avvocato",
  arch: "architetto",
  geom: "geometra",
  ing: "ingegnere",
  rag: "ragioniere",
  prof: "professore",
};

/** Pairs people write joined, apart or with a hyphen. */
const COMPOUNDS: readonly (readonly [RegExp, string])[] = [
  [/^(non|no|not) profit$/, "nonprofit"],
  [/^e (commerce|learning|mail)$/, "e$1"],
  [/^web sites?$/, "website"],
  [/^un po$/, "poco"],
  [/^sig (ra|na|ri)$/, "sig"],
  [/^(citta|area) metropolitana$/, "provincia"],
  [/^metropolitan (area|city)$/, "province"],
];

/** Whether a word carries no meaning of its own. */
export function isStopWord(text: string): boolean {
  return STOP_WORDS.has(text);
}

/** Whether a word says nothing beside others. */
export function isFiller(text: string): boolean {
  return FILLERS.has(text);
}

function compound(a: string, b: string): string | null {
  for (const [pattern, whole] of COMPOUNDS) {
    if (pattern.test(`${a} ${b}`)) return `${a} ${b}`.replace(pattern, whole);
  }
  return null;
}

function joinCompounds(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    const whole = last && compound(last.text, token.text);
    if (whole) joined[joined.length - 1] = { text: whole, written: null };
    else joined.push(token);
  }
  return joined;
}

const AMPERSAND = /(?<![\p{L}\p{N}])(\p{L})\s?&\s?(\p{L}{1,2})(?![\p{L}\p{N}])/gu;

/** «M&A» is one word, «mna». */
const joinAmpersand = (text: string) =>
  text.replace(AMPERSAND, (_, first: string, last: string) => `${first}n${last}`.toLowerCase());

const NOT_WITHIN = "(?<![\\p{L}\\p{N}])";
/** Names that are told apart by their signs alone: «C» is neither «C++» nor «C#». */
const SIGNED: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`${NOT_WITHIN}c\\+\\+`, "giu"), "cplusplus"],
  [new RegExp(`${NOT_WITHIN}([cf])#`, "giu"), "$1sharp"],
  [new RegExp(`${NOT_WITHIN}ci\\s?/\\s?cd(?![\\p{L}\\p{N}])`, "giu"), "cicd"],
  [new RegExp(`${NOT_WITHIN}(asp)?\\.net(?![\\p{L}\\p{N}])`, "giu"), "dotnet"],
];

const withoutSigns = (text: string) => SIGNED.reduce((read, [signed, word]) => read.replace(signed, word), text);

/** The words of a text folded, whatever they mean; names told apart by their signs as words of their own («C++»). */
export const bareWordsOf = (text: string): readonly string[] => fold(withoutSigns(text)).match(/[\p{L}\p{N}]+/gu) ?? [];

function tokenOf(word: string, bracket: string | undefined): Token {
  const folded = fold(word);
  const capitals = /^\p{Lu}{2}$/u.test(word) ? "capitals" : null;
  return { text: ABBREVIATIONS[folded] ?? folded, written: bracket ? "bracketed" : capitals };
}

/** «esperto AI» and «ai consultant» speak of the machine: Italian «ai» stands between two words. */
const isMeant = ({ text, written }: Token, isAtEdge: boolean) =>
  written !== null || !isStopWord(text) || (text === "ai" && isAtEdge);

/** Words of a text, folded, compounds joined, abbreviated titles written out; stop words dropped unless there is nothing else. */
export function tokensOf(text: string): readonly Token[] {
  const words = joinAmpersand(withoutSigns(text)).matchAll(/(\()?([\p{L}\p{M}\p{N}]+)/gu);
  const all = [...words].map(([, bracket, word = ""]) => tokenOf(word, bracket));
  const joined = joinCompounds(all);
  const meant = joined.filter((token, i) => isMeant(token, i === 0 || i === joined.length - 1));
  return meant.length > 0 ? meant : joined;
}

/** Endings in the order they are tried, with what stands in their place: gender, number and English plurals. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/tric[ei]$/, "tor"],
  [/tor[aei]$/, "tor"],
  [/oress[ae]$/, "or"],
  [/atess[ae]$/, "at"],
  [/gh[ei]$/, "g"],
  [/ch[ei]$/, "c"],
  [/ies$|y$/, ""],
  [/(ss|sh|ch|x)es$/, "$1"],
  [/([^su])s$/, "$1"],
];
const LAST_VOWELS = /(?:i[aeo]|ii|[aeiou])$/;
const STEM_CHARS_MIN = 3;

/** Short words keep their gender, or «moda» would be «modo». */
function shortStemOf(stem: string, vowel: string): string {
  return `${stem}-${/[oi]$/.test(vowel) ? "o" : "a"}`;
}

/** «organization» and «organisation», «colour» and «color» meet. */
function respelt(word: string): string {
  return word
    .replace(/(?<=\p{L}{3})iz(?=(?:e[ds]?|ers?|ing|ations?)$)/u, "is")
    .replace(/(?<=\p{L}{3})our(?=s?$)/u, "or");
}

/** A word without gender, number and final vowel: «commercialisti» and «commercialista», «sviluppatrice» and «sviluppatore» meet. */
export function stemOf(written: string): string {
  const word = respelt(written);
  const [ending, replacement] = ENDINGS.find(([candidate]) => candidate.test(word)) ?? [/$/, ""];
  const bare = word.replace(ending, replacement);
  const stem = bare.replace(LAST_VOWELS, "");
  if (stem.length < STEM_CHARS_MIN) return word;
  return stem.length === STEM_CHARS_MIN && stem !== bare ? shortStemOf(stem, bare.slice(stem.length)) : stem;
}

/** The words of a text without gender, number and final vowel, in their order. */
export function stemsIn(text: string): readonly string[] {
  return tokensOf(text).map((token) => stemOf(token.text));
}

/** Stems of several words in one key that does not depend on their order. */
export function keyOf(stems: readonly string[]): string {
  return stems.length === 1 ? (stems[0] ?? "") : stems.toSorted().join(" ");
}
