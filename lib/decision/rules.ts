import { addDays } from "@/lib/core/duration";
import type { Answer, DecisionKind, DecisionOutcome, DecisionState, Quorum, Secrecy, Threshold } from "./types";

/** The shortest vote on a charter or an exclusion (rule DC6). */
export const SOLEMN_DAYS = 7;
/** The longest vote of all. */
export const VOTING_DAYS_MAX = 90;
/** Below so many ballots a secret count would name people (rule PV5). */
export const SECRET_COUNT_MIN = 5;

/** Charter, exclusion and appeal have terms of their own, whoever opens them (rule DC6). */
export const isSolemn = (kind: DecisionKind): boolean => kind !== "GENERAL";

/** Whether it is about one person: what such a vote decides takes effect by itself, and is not everybody's to read. */
export const isSubjected = (kind: DecisionKind): kind is "EXCLUSION" | "APPEAL" =>
  kind === "EXCLUSION" || kind === "APPEAL";

type Timed = { readonly state: DecisionState; readonly closesAt: Date; readonly now: Date };

/** What a decision is now: past its end it is closed, even before the job has written so (rule DC4). */
export function stateAt({ state, closesAt, now }: Timed): DecisionState {
  return state === "OPEN" && now >= closesAt ? "CLOSED" : state;
}

/** Whether a vote that begins and ends so is long enough for its kind, and not too long (rule DC6). */
export function canLast(kind: DecisionKind, openedAt: Date, closesAt: Date): boolean {
  const least = isSolemn(kind) ? addDays(openedAt, SOLEMN_DAYS) : openedAt;
  return closesAt > openedAt && closesAt >= least && closesAt <= addDays(openedAt, VOTING_DAYS_MAX);
}

export type Counted = { readonly id: string; readonly stance: Answer; readonly votes: number };

export type Tally = {
  readonly quorum: Quorum;
  readonly threshold: Threshold;
  readonly electorate: number;
  readonly options: readonly Counted[];
};

export type Ending = { readonly outcome: DecisionOutcome; readonly chosenId: string | null };

const FRACTIONS: Readonly<Record<Quorum, number>> = { NONE: Number.POSITIVE_INFINITY, THIRD: 3, HALF: 2 };

/** Whether enough of the electorate voted, abstentions included; nobody at all is never enough. */
export function hasQuorum(quorum: Quorum, cast: number, electorate: number): boolean {
  return cast > 0 && cast * FRACTIONS[quorum] >= electorate;
}

/** What came of a vote (rule DC4). Those who abstain take part, and no side. */
export function endingOf({ quorum, threshold, electorate, options }: Tally): Ending {
  const cast = options.reduce((sum, { votes }) => sum + votes, 0);
  if (!hasQuorum(quorum, cast, electorate)) return { outcome: "NO_QUORUM", chosenId: null };
  const choices = options.filter(({ stance }) => stance === "CHOICE");
  return choices.length > 0 ? chosenOf(choices, threshold) : sideOf(options, threshold);
}

const enough = (votes: number, sided: number, threshold: Threshold) =>
  votes > 0 && (threshold === "TWO_THIRDS" ? votes * 3 >= sided * 2 : votes * 2 > sided);

function sideOf(options: readonly Counted[], threshold: Threshold): Ending {
  const sum = (...stances: Answer[]) =>
    options.filter(({ stance }) => stances.includes(stance)).reduce((all, { votes }) => all + votes, 0);
  const [yes, no] = [sum("YES"), sum("NO", "OBJECTION")];
  if (enough(yes, yes + no, threshold)) return { outcome: "APPROVED", chosenId: null };
  return { outcome: threshold === "MAJORITY" && yes === no ? "TIED" : "REJECTED", chosenId: null };
}

/** Among several, more than any other; two thirds of those who chose, where that is asked. */
function chosenOf(choices: readonly Counted[], threshold: Threshold): Ending {
  const most = Math.max(...choices.map(({ votes }) => votes));
  const [first, ...others] = choices.filter(({ votes }) => votes === most);
  if (!first || others.length > 0) return { outcome: "TIED", chosenId: null };
  const sided = choices.reduce((sum, { votes }) => sum + votes, 0);
  const isEnough = threshold === "MAJORITY" || enough(first.votes, sided, threshold);
  return isEnough ? { outcome: "APPROVED", chosenId: first.id } : { outcome: "REJECTED", chosenId: null };
}

type Secret = { readonly isSecret: boolean; readonly isHidden: boolean };

/** How a vote was opened, in one word. */
export const secrecyOf = ({ isSecret, isHidden }: Secret): Secrecy =>
  isSecret ? "SECRET" : isHidden ? "HIDDEN" : "OPEN";

/** Whether counts are shown: once closed, or before everybody's eyes; never a secret one of so few that it names them (rules DC5, PV5). */
export function showsCounts({ isSecret, isHidden }: Secret, isOver: boolean, cast: number): boolean {
  if (isSecret) return isOver && cast >= SECRET_COUNT_MIN;
  return isOver || !isHidden;
}
