import type { CharterContent } from "@/lib/association/types";
import { dayOf } from "@/lib/core/duration";
import type { ApplyInput } from "@/lib/membership/application/schema";
import { RULE } from "./account";
import type { Rows } from "./look";
import type { Op } from "./op";
import type { Real } from "./real";
import type { Text } from "./types";
import { untilOf } from "./world";

type At = { readonly op: Op; readonly now: Date };

const LISTENING = { isListening: true, kinds: [], minutesPerPeriod: null, period: null };
const FALSE_HASH = "0".repeat(64);

/** The papers on the charter in force, filled in as the step says. */
export function filled({ papers }: Real, { charters }: Rows, { op: { papers: how }, now }: At): ApplyInput {
  const inForce = charters.at(-1);
  return {
    ...papers,
    charterHash: how === "stale" ? FALSE_HASH : (inForce?.hash ?? ""),
    stances: (inForce?.values ?? []).map((valueId) => ({ valueId, stance: "SHARED" as const, note: "" })),
    untilOn: how === "past" ? dayOf(now) : untilOf(now, how === "short"),
    ...(how === "listening" && LISTENING),
    ...(how === "mute" && { answers: papers.answers.map((answer) => ({ ...answer, text: "" })) }),
  };
}

export const acceptedBy = ({ people }: Real, { members }: Rows, { who }: Op) =>
  members.find((member) => member.who === people[who]?.memberId)?.accepted;

/** Papers on a charter that changed: a statement, and a stance on the one value that may read otherwise than before. */
export function again(
  { answers, associationSlug: _, stances, ...rest }: ApplyInput,
  accepted: number | undefined,
  { charters }: Rows,
) {
  const isOpen = charters[(accepted ?? 0) - 1]?.value !== charters.at(-1)?.value;
  const isMute = answers.every(({ text }) => text === "");
  return { ...rest, stances: isOpen && !isMute ? stances.slice(0, 1) : [] };
}

/** The charter in force with another text in one place, saved over the last revision, or over none that there is. */
export function draftOf({ content }: Real, { charters, draft }: Rows, { part, nth, papers }: Op) {
  const { value = 0, wording = 0, vote = 0, rule = 0 } = charters.at(-1) ?? {};
  const revision = (draft ?? 0) + (papers === "stale" ? 1 : 0);
  return { revision, content: worded(content, { value, wording, vote, rule, ...{ [part]: nth } }) };
}

const marked = (text: string, n: number) => (n === 0 ? text : `${text} ${n}`);

function worded({ values, clauses, ...rest }: CharterContent, to: Text): CharterContent {
  return {
    ...{ ...rest, isByVote: to.vote > 0, ...(to.rule > 0 && RULE) },
    values: values.map((one, i) => (i === 0 ? { ...one, meaning: marked(one.meaning, to.value) } : one)),
    clauses: clauses.map((one, i) => (i === clauses.length - 1 ? { ...one, text: marked(one.text, to.wording) } : one)),
  };
}

export const publishingOf = ({ draft }: Rows, { isYes: isMaterial, papers }: Op) => ({
  ...{ revision: (draft ?? 0) + (papers === "stale" ? 1 : 0), isMaterial },
  changeNote: "Lo abbiamo deciso insieme all’assemblea.",
});
