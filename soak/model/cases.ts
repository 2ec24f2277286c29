import { deadlineAfter } from "@/lib/core/duration";
import { refresh } from "./account";
import { expireAskingsOf } from "./doors";
import { untie } from "./life";
import type { Op } from "./op";
import { endUntrusted } from "./trust";
import type { Case, Person, World } from "./types";
import { closing, electorate, isApproved, mayNotVote, opened } from "./votes";
import { become, isIn, isModerating, places } from "./world";

const DAYS = { answer: 7, appeal: 30, lapse: 60, vote: 7 } as const;

/** Who may decide in writing: moderates, is no party, came in before it was opened, did not decide first (M9, MO3). */
export function judges(world: World, one: Pick<Case, "who" | "by" | "openedAt" | "first">): Person[] {
  const parties = [one.who, one.by, ...one.first];
  return [...world.members]
    .filter(([who, { admittedAt }]) => !parties.includes(who) && admittedAt <= one.openedAt && isModerating(world, who))
    .map(([who]) => who);
}

/** By a steward where that was fixed and one is there who may; else by a vote (R5, ADR 0029). */
export function wayOf(world: World, one: Case): Case["decidedBy"] {
  const fixed = one.state === "APPEALED" ? one.appealTo : one.decidedBy;
  return fixed === "STEWARDS" && judges(world, one).length > 0 ? "STEWARDS" : "VOTE";
}

/** Opening a case changes nothing: the person has seven whole days (M9). */
export function openCase(world: World, { who, whom, papers }: Op): string {
  const { now, members, cases } = world;
  if (!isModerating(world, who)) return "common.notFound";
  if (who === whom) return "moderation.ownCase";
  if (!isIn(members.get(whom))) return "moderation.noSuchMember";
  if (papers === "stale") return "moderation.noSuchClause";
  if (cases.some((one) => one.who === whom && ["NOTICE", "VOTING"].includes(one.state))) return "moderation.caseOpen";
  const parties = { who: whom, by: who, openedAt: now, first: [] };
  const isByStewards = world.exclusionBy === "STEWARDS" && judges(world, parties).length > 0;
  cases.push({
    ...{ ...parties, state: "NOTICE", decidedBy: isByStewards ? "STEWARDS" : "VOTE", appealTo: null, vote: null },
    ...{ answerBy: deadlineAfter(now, DAYS.answer), appealBy: null, appealedAt: null, before: null, isAnswered: false },
  });
  return "ok";
}

/** One's own words on it, until somebody decides. */
export function answerCase(world: World, { who, nth }: Op): string {
  const one = world.cases.at(-1 - nth);
  if (one?.who !== who) return "common.notFound";
  if (one.state !== "NOTICE") return "moderation.caseOver";
  one.isAnswered = true;
  return "ok";
}

function whyNot(world: World, one: Case, way: Case["decidedBy"]): string | null {
  if (one.state !== "NOTICE" && one.state !== "APPEALED") return "moderation.caseOver";
  if (one.state === "NOTICE" && world.now < one.answerBy) return "moderation.tooEarly";
  if (wayOf(world, one) === way) return null;
  return way === "STEWARDS" ? "moderation.byVote" : "moderation.inWriting";
}

/** A steward decides in writing, in the first place or on appeal. */
export function rule(world: World, { who, nth, isYes: isOut }: Op): string {
  const one = world.cases.at(-1 - nth);
  if (!one || one.who === who || !isModerating(world, who)) return "common.notFound";
  const barred = whyNot(world, one, "STEWARDS");
  if (barred) return barred;
  if (!judges(world, one).includes(who)) return "moderation.party";
  // Whoever has gone is not thrown out (ADR 0029).
  if (isOut && one.state === "NOTICE" && !isIn(world.members.get(one.who))) return "moderation.subjectGone";
  settle(world, one, { isOut, by: [who] });
  return "ok";
}

/** Who votes on it: neither the parties, nor, on appeal, those who decided first. */
export const votersOn = (world: World, { who, by, first, openedAt }: Case) =>
  electorate(world, { except: [who, by, ...first], admittedBy: openedAt });

/** Putting it to the vote: not by a party while another moderator may (MO3). */
export function openCaseVote(world: World, { who, nth, papers }: Op): string {
  const one = world.cases.at(-1 - nth);
  if (!one || one.who === who || !isModerating(world, who)) return "common.notFound";
  const barred = whyNot(world, one, "VOTE");
  if (barred) return barred;
  const parties = [one.by, ...one.first];
  if (parties.includes(who) && judges(world, one).length > 0) return "moderation.party";
  if (papers === "short") return "decision.tooShort";
  const electors = votersOn(world, one);
  if (electors.length === 0) return "decision.nobodyVotes";
  one.vote = opened(electors, closing(world.now, false));
  one.state = one.state === "APPEALED" ? "APPEAL_VOTING" : "VOTING";
  return "ok";
}

/** A ballot, changeable until the close; nobody else learns that there is a vote (ADR 0023). */
export function castOnCase(world: World, { who, nth, isYes }: Op): string {
  const one = world.cases.at(-1 - nth);
  if (!one?.vote) return "common.notFound";
  const { vote } = one;
  const mayRead = vote.electors.has(who) ? isIn(world.members.get(who)) : isModerating(world, who);
  if (who !== one.who && !mayRead) return "common.notFound";
  if (vote.isClosed || world.now >= vote.closesAt) return "decision.over";
  if (!vote.electors.has(who)) return "decision.notElector";
  const barred = mayNotVote(world, who);
  if (barred) return barred;
  vote.ballots.set(who, isYes);
  return "ok";
}

/** Once, within thirty days, to others (M9). */
export function appealCase(world: World, { who, nth }: Op): string {
  const one = world.cases.at(-1 - nth);
  if (one?.who !== who) return "common.notFound";
  if (one.state !== "EXCLUDED" || !one.appealBy) return "moderation.notExcluded";
  if (world.now >= one.appealBy) return "moderation.appealOver";
  one.appealTo = judges(world, one).length > 0 ? "STEWARDS" : "VOTE";
  Object.assign(one, { state: "APPEALED", appealedAt: world.now });
  return "ok";
}

/** What was decided, done at once: an exclusion is an exit, a reversal returns the state there was. */
function settle(world: World, one: Case, { isOut, by }: { isOut: boolean; by: Person[] }): void {
  const member = world.members.get(one.who);
  const isAppeal = one.state === "APPEALED" || one.state === "APPEAL_VOTING";
  if (isAppeal) {
    one.state = isOut ? "CONFIRMED" : "REVERSED";
    if (!isOut) restore(world, one);
  } else if (isOut && member) {
    const before = member.state;
    untie(world, one.who);
    Object.assign(one, { state: "EXCLUDED", first: by, before, appealBy: deadlineAfter(world.now, DAYS.appeal) });
    become(member, { state: "EXCLUDED" }, world.now);
    world.outBy.set(one.who, one);
    endUntrusted(world);
  } else one.state = "DISMISSED";
}

/** Back to what they were, a place added where all are taken, waiting at no door; what another case decided stands. */
function restore(world: World, one: Case): void {
  const member = world.members.get(one.who);
  if (member?.state !== "EXCLUDED" || one.before === null || world.outBy.get(one.who) !== one) return;
  if (world.limit !== null && world.limit <= places(world)) world.limit = places(world) + 1;
  become(member, { state: one.before }, world.now);
  expireAskingsOf(world, one.who);
  refresh(world, one.who);
}

/** The job of votes on cases: half of those who may vote, two thirds; whoever left meanwhile is not thrown out. */
export function settleCaseVotes(world: World): void {
  const due = world.cases.flatMap((one) =>
    one.vote && !one.vote.isClosed && one.vote.closesAt <= world.now ? [one] : [],
  );
  for (const one of due.sort((a, b) => Number(a.vote?.closesAt) - Number(b.vote?.closesAt))) {
    const { vote } = one;
    if (!vote) continue;
    vote.isClosed = true;
    const isThere = one.state === "APPEAL_VOTING" || isIn(world.members.get(one.who));
    settle(world, one, { isOut: isApproved(vote) && isThere, by: [...vote.ballots.keys()] });
  }
}

/** The job of what nobody decided in sixty days: it ends for the person (ADR 0029). */
export function lapseCases(world: World): void {
  for (const one of world.cases) {
    const since = one.state === "NOTICE" ? one.openedAt : one.state === "APPEALED" ? one.appealedAt : null;
    if (since && world.now >= deadlineAfter(since, DAYS.lapse)) settle(world, one, { isOut: false, by: [] });
  }
}
