import { dateOf } from "@/lib/core/duration";
import { insideQuotes } from "@/lib/core/text";
import { filtersOfQuery, type SearchWords, searchLabel } from "@/lib/directory/saved/rules";
import {
  CERTAIN_MAILS,
  type CertainMail,
  type MailedKind,
  type NotificationKind,
  OPTIONAL_MAILS,
  type OptionalMail,
  type Told,
} from "./types";

/** The same thing about the same object is told to the same person once in this time, while unread (rule NT3). */
export const WINDOW_HOURS = 24;

const isOneOf = <T extends string>(kinds: readonly T[], kind: string): kind is T =>
  (kinds as readonly string[]).includes(kind);

export const isOptionalMail = (kind: NotificationKind): kind is OptionalMail => isOneOf(OPTIONAL_MAILS, kind);
export const isCertainMail = (kind: NotificationKind): kind is CertainMail => isOneOf(CERTAIN_MAILS, kind);

/** Whether the kind is told by mail at all. */
export const isMailed = (kind: NotificationKind): kind is MailedKind => isOptionalMail(kind) || isCertainMail(kind);

/** Whether a mail leaves with a notification; a person who never chose gets those that wait for them (rules NT1, NT5). */
export function leavesByMail(kind: NotificationKind, isWanted: boolean | null): boolean {
  if (isOptionalMail(kind)) return isWanted ?? true;
  return isCertainMail(kind);
}

type Detailed = Pick<Told, "kind" | "detail" | "association">;

const TITLED: readonly NotificationKind[] = [
  "decisionOpened",
  "decisionAmended",
  "decisionWithdrawn",
  "decisionClosed",
  "chargeOffered",
  "chargeAccepted",
  "coHostAsked",
  "coHostLetGo",
  "placeEnded",
  "needAsked",
  "seatEnding",
  "seatEnded",
  "seatReopened",
  "offerWithdrawn",
];

/**
 * The detail as a sentence names it: a title, or a saved search in words, between the sentence's quotation marks; a day written
 * out; anything else by its code.
 */
export function detailIn({ kind, detail, association }: Detailed, words: Omit<SearchWords, "associations">): string {
  if (TITLED.includes(kind)) return insideQuotes(detail, words.language);
  if (kind === "pledgeEnding" || kind === "periodEnding") return dayInWords(detail, words.language);
  if (kind !== "searchFound") return detail;
  const associations = association ? [association] : [];
  return insideQuotes(searchLabel(filtersOfQuery(detail), { ...words, associations }), words.language);
}

const dayInWords = (day: string, language: string) =>
  day && new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(dateOf(day));
