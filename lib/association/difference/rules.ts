import { fold } from "@/lib/core/text";
import { wordOf } from "../rules";
import type { CharterContent, CharterValueText, ClauseText } from "../types";
import {
  type Change,
  type CharterDifference,
  type ClauseChange,
  type Piece,
  RULE_PARTS,
  type RulePart,
  type Substance,
  type ValueChange,
} from "./types";

/** From this share of common words on, two clauses are one clause that changed. */
const LIKENESS_MIN = 0.4;

/** Two texts word by word: what both have stays in the order of both. Joined, the pieces give either text back. */
export function differenceOf(before: string, after: string): Piece[] {
  if (before === after) return before === "" ? [] : [{ kind: "SAME", text: before }];
  const [left, right] = grainsOf(before, after);
  const pairs = commonPairs(left, right, (one, other) => (one === other ? 1 : 0));
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  for (const [a, b] of [...pairs, [left.length, right.length] as const]) {
    pieces.push(
      { kind: "REMOVED", text: left.slice(i, a).join("") },
      { kind: "ADDED", text: right.slice(j, b).join("") },
    );
    pieces.push({ kind: "SAME", text: left[a] ?? "" });
    [i, j] = [a + 1, b + 1];
  }
  return joined(pieces);
}

/** Beyond so many pairs of words two texts are read line by line, and beyond so many of lines each as one: memory has an end. */
const PAIRS_MAX = 6_000_000;

function grainsOf(before: string, after: string): [string[], string[]] {
  const grains = [wordsOf, linesOf].map((grain) => [grain(before), grain(after)] as [string[], string[]]);
  return grains.find(([left, right]) => left.length * right.length <= PAIRS_MAX) ?? [[before], [after]];
}

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** Words, signs and the spaces between them, so that nothing of the text is lost. */
const wordsOf = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}’']+|[^\s\p{L}\p{N}]/gu) ?? [];

function joined(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = [];
  for (const piece of pieces.filter(({ text }) => text !== "")) {
    const last = whole.at(-1);
    if (last?.kind === piece.kind) whole[whole.length - 1] = { ...piece, text: last.text + piece.text };
    else whole.push(piece);
  }
  return whole;
}

type Worth<T> = (one: T, other: T) => number;

/** The pairs, both sides in their order, that are worth most together. A pair worth nothing is none. */
function commonPairs<T>(left: readonly T[], right: readonly T[], worth: Worth<T>): [number, number][] {
  const at = worthOfRests(left, right, worth);
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < left.length && j < right.length) {
    const here = worth(left[i] as T, right[j] as T);
    if (here > 0 && at(i, j) === here + at(i + 1, j + 1)) pairs.push([i++, j++]);
    else if (at(i, j) === at(i + 1, j)) i++;
    else j++;
  }
  return pairs;
}

/** For each place in both lists, what the best pairs from there on are worth. */
function worthOfRests<T>(left: readonly T[], right: readonly T[], worth: Worth<T>) {
  const width = right.length + 1;
  const best = new Float64Array((left.length + 1) * width);
  const at = (i: number, j: number) => best[i * width + j] ?? 0;
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--) {
      const here = worth(left[i] as T, right[j] as T);
      best[i * width + j] = Math.max(at(i + 1, j), at(i, j + 1), here > 0 ? here + at(i + 1, j + 1) : 0);
    }
  return at;
}

/** Two charters side by side (promise P41). */
export function compareCharters(before: CharterContent, after: CharterContent): CharterDifference {
  return {
    values: compareValues(before.values, after.values),
    clauses: compareClauses(before.clauses, after.clauses),
    rule: changedParts(before, after),
    ruleNote: differenceOf(before.ruleNote, after.ruleNote),
    isReviewMoved: before.reviewOn !== after.reviewOn,
  };
}

function compareClauses(before: readonly ClauseText[], after: readonly ClauseText[]): ClauseChange[] {
  const paired = new Map(commonPairs(before, after, likeness).map(([i, j]) => [j, i]));
  const moved = movedClauses(before, after, paired);
  const gone = before.flatMap((_, i) => ([...paired.values(), ...moved.values()].includes(i) ? [] : [i]));
  const removedBefore = (end: number) =>
    gone.splice(0, gone.filter((i) => i < end).length).map((i) => clauseChange("REMOVED", before[i], undefined));
  const changes = after.flatMap((clause, j) => {
    const was = before[paired.get(j) ?? moved.get(j) ?? -1];
    return [...removedBefore(paired.get(j) ?? 0), clauseChange(stateOf(was, clause, moved.has(j)), was, clause)];
  });
  return [...changes, ...removedBefore(before.length)];
}

/** Clauses that read the same at a place where they make no pair: by their new place, the old one. */
function movedClauses(
  before: readonly ClauseText[],
  after: readonly ClauseText[],
  paired: ReadonlyMap<number, number>,
) {
  const moved = new Map<number, number>();
  const taken = new Set(paired.values());
  for (const [j, clause] of after.entries()) {
    const i = paired.has(j) ? -1 : before.findIndex((one, at) => !taken.has(at) && sameClause(one, clause));
    if (i < 0) continue;
    taken.add(i);
    moved.set(j, i);
  }
  return moved;
}

const sameClause = (one: ClauseText | undefined, other: ClauseText | undefined) =>
  one !== undefined && one.kind === other?.kind && one.text === other.text;

function stateOf(before: ClauseText | undefined, after: ClauseText, isMoved: boolean): Change {
  if (!before) return "ADDED";
  if (isMoved) return "MOVED";
  return sameClause(before, after) ? "SAME" : "CHANGED";
}

const clauseChange = (change: Change, before: ClauseText | undefined, after: ClauseText | undefined): ClauseChange => ({
  ...{ change, before: before ?? null, after: after ?? null },
  pieces: differenceOf(before?.text ?? "", after?.text ?? ""),
});

/** How much two clauses are the same one: share of common words, a little more when the kind is the same too; 0 when too little. */
function likeness(one: ClauseText, other: ClauseText): number {
  if (one.text === other.text) return one.kind === other.kind ? 3 : 2;
  const [left, right] = [wordSet(one.text), wordSet(other.text)];
  const common = [...left].filter((word) => right.has(word)).length;
  const share = (2 * common) / Math.max(1, left.size + right.size);
  return share >= LIKENESS_MIN ? share : 0;
}

const wordSet = (text: string) => new Set(fold(text).match(/[\p{L}\p{N}]+/gu) ?? []);

function compareValues(before: readonly CharterValueText[], after: readonly CharterValueText[]): ValueChange[] {
  const indexOf = (values: readonly CharterValueText[], value: CharterValueText) =>
    values.findIndex((one) => wordOf(one) === wordOf(value));
  const kept = before.filter((value) => indexOf(after, value) >= 0);
  const now = after.filter((value) => indexOf(before, value) >= 0);
  const there = after.map((value) => {
    const was = before[indexOf(before, value)];
    return valueChange(was, value, indexOf(kept, value) !== indexOf(now, value));
  });
  const gone = before.filter((value) => indexOf(after, value) < 0).map((value) => valueChange(value, undefined, false));
  return [...there, ...gone];
}

function valueChange(before: CharterValueText | undefined, after: CharterValueText | undefined, isMoved: boolean) {
  const { valueSlug = null, name = "" } = after ?? before ?? {};
  return {
    change: valueStateOf(before, after, isMoved),
    value: { valueSlug, name },
    meaning: differenceOf(before?.meaning ?? "", after?.meaning ?? ""),
    shownBy: differenceOf(before?.shownBy ?? "", after?.shownBy ?? ""),
  };
}

function valueStateOf(
  before: CharterValueText | undefined,
  after: CharterValueText | undefined,
  isMoved: boolean,
): Change {
  if (!before) return "ADDED";
  if (!after) return "REMOVED";
  if (!isSameValue(before, after)) return "CHANGED";
  return isMoved ? "MOVED" : "SAME";
}

/** Whether two versions ask for the same stance: the same word, meaning the same, shown by the same. */
export function isSameValue(one: CharterValueText, other: CharterValueText): boolean {
  return wordOf(one) === wordOf(other) && one.meaning === other.meaning && one.shownBy === other.shownBy;
}

const sorted = (kinds: readonly string[]) => [...kinds].sort().join();

function partOf({ minMinutes, minDeeds, minPeriod, ...rule }: CharterContent, part: RulePart): string | number {
  switch (part) {
    case "ASKED":
      return [minMinutes, minDeeds, minPeriod].join();
    case "COUNTED":
      return sorted(rule.countedKinds);
    case "GRACE":
      return rule.graceDays;
    case "CONFIRMERS":
      return rule.confirmers;
    case "BARS":
      return sorted(rule.bars);
    case "AMENDING":
      return String(rule.isByVote);
  }
}

function changedParts(before: CharterContent, after: CharterContent): RulePart[] {
  return RULE_PARTS.filter((part) => partOf(before, part) !== partOf(after, part));
}

/**
 * Why a change is one of substance, whatever is said of it (rule M11): values, commitments or the contribution rule read
 * otherwise, or a clause came, went or became of another kind. Empty: wording at most.
 */
export function substanceOf(before: CharterContent, after: CharterContent): Substance[] {
  const values = ({ values }: CharterContent) => values.map((value) => [wordOf(value), value.meaning, value.shownBy]);
  const promised = ({ clauses }: CharterContent) =>
    clauses.filter(({ kind }) => kind === "COMMITMENT").map(({ text }) => text);
  const kinds = ({ clauses }: CharterContent) => clauses.map(({ kind }) => kind);
  const differs = (part: (content: CharterContent) => unknown) =>
    JSON.stringify(part(before)) !== JSON.stringify(part(after));
  const isRuleOther = changedParts(before, after).length > 0 || before.ruleNote !== after.ruleNote;
  return [
    ...(differs(values) ? (["VALUES"] as const) : []),
    ...(differs(promised) ? (["COMMITMENTS"] as const) : []),
    ...(isRuleOther ? (["RULE"] as const) : []),
    ...(differs(kinds) ? (["CLAUSES"] as const) : []),
  ];
}

/** Whether nothing reads otherwise, the day of review included. */
export function isUnchanged(before: CharterContent, after: CharterContent): boolean {
  const { values, clauses, rule, ruleNote, isReviewMoved } = compareCharters(before, after);
  const isSame = ({ change }: { change: Change }) => change === "SAME";
  return (
    values.every(isSame) &&
    clauses.every(isSame) &&
    rule.length === 0 &&
    ruleNote.every(({ kind }) => kind === "SAME") &&
    !isReviewMoved
  );
}
