import { sameText } from "./charter";
import type { Op } from "./op";
import type { CharterVote, Vote, World } from "./types";
import { closing, electorate, hasQuorum, isApproved, mayNotVote, opened } from "./votes";
import { answersFor, isIn } from "./world";

const textNow = ({ draft, charters }: World) => draft && { ...draft, version: charters.length + 1 };

/** Putting the draft to the vote, whole and as it is: seven days, one vote at a time on one text (DC6). */
export function putToVote(world: World, { who, papers }: Op): string {
  const { now, charters, charterVotes } = world;
  if (!answersFor(world, who, "EDIT")) return "common.notFound";
  const text = textNow(world);
  if (!text) return "membership.draftGone";
  if (sameText(text, charters.at(-1))) return "membership.charterUnchanged";
  if (papers === "short") return "decision.tooShort";
  if (charterVotes.some((one) => one.state === "OPEN" && isAbout(one, text))) return "decision.oneOpen";
  const electors = electorate(world, { except: [], admittedBy: now, isOnCharter: true });
  if (electors.length === 0) return "decision.nobodyVotes";
  charterVotes.push({ text, state: "OPEN", vote: opened(electors, closing(now, false)) });
  return "ok";
}

/** A text is another once the version it would become is another (ADR 0026). */
const isAbout = ({ text }: CharterVote, other: CharterVote["text"]) =>
  text.version === other.version && sameText(text, other);

/** A ballot of whoever was there at the opening, also while their word on the charter in force is missing (M11, DC1, DC2). */
export function castOnCharter(world: World, { who, nth, isYes }: Op): string {
  const one = world.charterVotes.at(-1 - nth);
  if (!one || !isIn(world.members.get(who))) return "common.notFound";
  const { vote } = one;
  if (one.state !== "OPEN" || world.now >= vote.closesAt) return "decision.over";
  if (!vote.electors.has(who)) return "decision.notElector";
  const barred = mayNotVote(world, who, true);
  if (barred) return barred;
  vote.ballots.set(who, isYes);
  return "ok";
}

/** Taking it back, by whoever looks after the charter. */
export function withdrawVote(world: World, { who, nth }: Op): string {
  const one = world.charterVotes.at(-1 - nth);
  if (!one || !answersFor(world, who, "EDIT")) return "common.notFound";
  if (one.state !== "OPEN" || world.now >= one.vote.closesAt) return "decision.over";
  one.state = "WITHDRAWN";
  return "ok";
}

/** The job that counts them: half of those who may vote, two thirds (DC4, DC6). */
export function countCharterVotes({ charterVotes, now }: World): void {
  for (const one of charterVotes) if (one.state === "OPEN" && one.vote.closesAt <= now) one.state = outcomeOf(one.vote);
}

function outcomeOf(vote: Vote) {
  if (isApproved(vote)) return "APPROVED";
  return hasQuorum(vote) ? "REJECTED" : "NO_QUORUM";
}

/** Whether the members approved the draft as it is. */
export function isDraftApproved(world: World): boolean {
  const text = textNow(world);
  return text !== null && world.charterVotes.some((one) => one.state === "APPROVED" && isAbout(one, text));
}
