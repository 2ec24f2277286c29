import { judges, votersOn, wayOf } from "./cases";
import { sameText } from "./charter";
import { isDraftApproved } from "./charter-votes";
import { isLapsed } from "./deeds";
import type { Kind } from "./kinds";
import { isReadable } from "./letters";
import { isCurrent } from "./life";
import { isActing } from "./links";
import type { Op } from "./op";
import { isChanged } from "./roles";
import { haveShared, isTrusting } from "./trust";
import type { CharterVote, Duty, Person, World } from "./types";
import { answersFor, isAsked, isIn, isWaiting, othersWhoLookAfter, PEOPLE } from "./world";

/** Who may be expected to take a step, about which row and whom; and what is done instead where there is nobody or nothing. */
type Fit = {
  /** Which rows, counted from the newest. */
  readonly nth?: (world: World, op: Op) => readonly number[];
  readonly who?: (world: World, op: Op) => readonly (Person | undefined)[];
  readonly whom?: (world: World, op: Op) => readonly Person[];
  readonly else?: Kind | ((world: World) => Kind);
};

const EVERYBODY = Array.from({ length: PEOPLE }, (_, who) => who);
const stateOf = ({ members }: World, who: Person) => members.get(who)?.state;
const members = ({ members }: World) => [...members.keys()];
const inside = (world: World) => members(world).filter((who) => isIn(world.members.get(who)));
const active = (world: World) => members(world).filter((who) => stateOf(world, who) === "ACTIVE");
const paused = (world: World) => members(world).filter((who) => stateOf(world, who) === "PAUSED");
const outside = (world: World) => EVERYBODY.filter((who) => !isIn(world.members.get(who)));
/** Whoever answers for it, or might think so; whoever looks after it since the founding stands last: others act as well. */
const able = (duty: Duty) => (world: World) =>
  members(world)
    .filter((who) => answersFor(world, who, duty) || isPromised(world, who, duty))
    .reverse();
/** Whether a role of theirs gained it since they accepted it. */
const isPromised = ({ grants }: World, who: Person, duty: Duty) =>
  grants.some(
    (one) => one.who === who && isChanged(one) && typeof one.role !== "string" && one.role.duties.includes(duty),
  );

const latest = <T>(rows: readonly T[], fits: (row: T) => boolean) =>
  [...rows].reverse().flatMap((row, nth) => (fits(row) ? [nth] : []));
const waiting = (world: World) => latest(world.applications, (one) => isWaiting(one, world.now));
const offered = ({ grants }: World) => latest(grants, ({ state }) => state === "OFFERED");
const changed = ({ grants }: World) => latest(grants, isChanged);
const living = ({ ownRoles }: World) => latest(ownRoles, ({ isRetired }) => !isRetired);
const readable = (world: World) => latest(world.letters, (letter) => isReadable(world, letter));
const toBeMailed = ({ letters }: World): Kind =>
  letters.some(({ state, isMailed }) => state === "PENDING" && !isMailed) ? "jobs" : "writeLetter";
const isOpen = ({ now }: World, { state, vote }: CharterVote) => state === "OPEN" && now < vote.closesAt;
const isOnVote = (world: World) => world.charterVotes.some((one) => isOpen(world, one));
const isToBeVoted = (world: World) =>
  world.draft !== null && !sameText(world.draft, world.charters.at(-1)) && !isOnVote(world);
const mayBePublished = (world: World) => world.charters.at(-1)?.vote === 0 || isDraftApproved(world);
const castOrGoOn = (world: World): Kind =>
  isDraftApproved(world) ? "publish" : isOnVote(world) ? "castOnCharter" : "putToVote";
const trustable = (world: World, who: Person) =>
  inside(world).filter((whom) => haveShared(world, who, whom) && !isTrusting(world, who, whom));
const asked = (world: World) => latest(world.invitations, (one) => isAsked(one, world.now));
const outdated = (world: World) =>
  latest(world.applications, (one) => isWaiting(one, world.now) && one.accepted < world.charters.length);

const applicant = ({ applications }: World, { nth }: Op) => [applications.at(-1 - nth)?.who];
const grantee = ({ grants }: World, { nth }: Op) => [grants.at(-1 - nth)?.who];
const comers = (world: World) =>
  outside(world).filter(
    (who) => !world.isInCustody && (world.entry !== "INVITATION" || world.invitations.some((one) => one.who === who)),
  );

const openCases = (world: World) => latest(world.cases, ({ state }) => state === "NOTICE" || state === "APPEALED");
const ripe = (world: World, way: "STEWARDS" | "VOTE") =>
  openCases(world).filter((nth) => {
    const one = world.cases.at(-1 - nth);
    if (!one || (one.state === "NOTICE" && world.now < one.answerBy) || wayOf(world, one) !== way) return false;
    return way === "STEWARDS" || votersOn(world, one).length > 0;
  });
const voting = ({ cases, now }: World) =>
  latest(cases, ({ vote }) => vote !== null && !vote.isClosed && now < vote.closesAt);
const subject = ({ cases }: World, { nth }: Op) => [cases.at(-1 - nth)?.who];
function judgesOf(world: World, { nth }: Op): Person[] {
  const one = world.cases.at(-1 - nth);
  return one ? judges(world, one) : [];
}
const untilRipe = (world: World): Kind => (openCases(world).length > 0 ? "tick" : "openCase");

const askedWords = ({ vouches, now }: World) =>
  latest(vouches, ({ state, application }) => state === "ASKED" && isWaiting(application, now));
const sponsor = ({ vouches }: World, { nth }: Op) => [vouches.at(-1 - nth)?.who];

const FITS: Readonly<Partial<Record<Kind, Fit>>> = {
  apply: { who: comers, else: ({ isInCustody }) => (isInCustody ? "takeUpCustody" : "invite") },
  decide: { nth: waiting, who: (world, op) => without(able("ADMIT")(world), applicant(world, op)), else: "apply" },
  withdraw: { nth: waiting, who: applicant, else: "apply" },
  invite: { who: able("INVITE"), whom: outside },
  declineInvitation: { nth: asked, who: ({ invitations }, { nth }) => [invitations.at(-1 - nth)?.who], else: "invite" },
  withdrawInvitation: { nth: asked, who: ({ invitations }, { nth }) => [invitations.at(-1 - nth)?.by], else: "invite" },
  pause: { who: (world) => active(world).filter((who) => othersWhoLookAfter(world, who) > 0) },
  resume: { who: paused, else: "pause" },
  leave: { who: inside },
  renew: { who: inside },
  offerRole: {
    nth: (world, { role, nth }) => (role === "OWN" ? living(world) : [nth]),
    who: able("GRANT"),
    whom: (world, { who }) => without(active(world), [who]),
    else: (world) => (world.isInCustody || living(world).length > 0 ? "apply" : "defineRole"),
  },
  defineRole: { who: able("GRANT") },
  changeRole: { nth: living, who: able("GRANT"), else: "defineRole" },
  retireRole: { nth: living, who: able("GRANT"), else: "defineRole" },
  acceptRole: { nth: (world) => [...changed(world), ...offered(world)], who: grantee, else: "offerRole" },
  refuseRole: { nth: offered, who: grantee, else: "offerRole" },
  endRole: { nth: ({ grants }) => latest(grants, isCurrent), who: able("GRANT") },
  declare: { who: active },
  propose: { who: active },
  confirm: {
    nth: ({ contributions, now }) => latest(contributions, (one) => one.confirmedBy === null && !isLapsed(one, now)),
    who: (world, { nth }) => without(active(world), [world.contributions.at(-1 - nth)?.who]),
    else: "declare",
  },
  giveTrust: {
    who: (world) => active(world).filter((who) => trustable(world, who).length > 0),
    whom: (world, { who }) => trustable(world, who),
    else: "declare",
  },
  withdrawTrust: {
    who: ({ trusts }) => trusts.filter(({ isEnded }) => !isEnded).map(({ who }) => who),
    whom: (world, { who }) => members(world).filter((whom) => isTrusting(world, who, whom)),
    else: "giveTrust",
  },
  takeUpCustody: { who: (world) => (world.isInCustody ? active(world) : []), else: "renew" },
  saveDraft: {
    who: (world) => (isOnVote(world) || isDraftApproved(world) ? [] : able("EDIT")(world)),
    else: castOrGoOn,
  },
  putToVote: { who: (world) => (isToBeVoted(world) ? able("EDIT")(world) : []), else: "saveDraft" },
  castOnCharter: {
    nth: (world) => latest(world.charterVotes, (one) => isOpen(world, one)),
    who: ({ charterVotes }, { nth }) => [...(charterVotes.at(-1 - nth)?.vote.electors ?? [])],
    else: (world) => (world.draft ? "putToVote" : "saveDraft"),
  },
  withdrawVote: { nth: (world) => latest(world.charterVotes, (one) => isOpen(world, one)), who: able("EDIT") },
  discardDraft: { who: able("EDIT") },
  publish: {
    who: (world) => (world.draft && mayBePublished(world) ? able("EDIT")(world) : []),
    else: (world) => (world.draft ? castOrGoOn(world) : "saveDraft"),
  },
  setEntry: { who: able("EDIT") },
  askVouch: {
    nth: (world) => latest(world.applications, (one) => isWaiting(one, world.now) && one.sponsors > 0),
    who: applicant,
    whom: (world, { who }) => without(inside(world), [who]),
    else: ({ sponsors }) => (sponsors > 0 ? "apply" : "setEntry"),
  },
  giveVouch: { nth: askedWords, who: sponsor, else: "askVouch" },
  refuseVouch: { nth: askedWords, who: sponsor, else: "askVouch" },
  makeLink: { who: able("INVITE") },
  revokeLink: {
    nth: ({ links }) => latest(links, ({ isRevoked }) => !isRevoked),
    who: able("INVITE"),
    else: "makeLink",
  },
  takeUp: { nth: (world) => latest(world.links, (link) => isActing(world, link)), who: outside, else: "makeLink" },
  writeLetter: { who: able("INVITE") },
  importMembers: { who: able("EDIT") },
  withdrawImport: {
    nth: ({ lists }) => lists.map((_, nth) => nth),
    who: ({ lists }, { nth }) => [lists.at(-1 - nth)],
    else: "importMembers",
  },
  takeLetter: { nth: readable, who: outside, else: toBeMailed },
  declineLetter: { nth: readable, else: toBeMailed },
  withdrawLetter: {
    nth: ({ letters }) => latest(letters, ({ state }) => state === "PENDING" || state === "TAKEN"),
    who: ({ letters }, { nth }) => [letters.at(-1 - nth)?.by],
    else: "writeLetter",
  },
  openCase: { who: able("MODERATE"), whom: (world, { who }) => without(inside(world), [who]), else: "apply" },
  answerCase: {
    nth: (world) => latest(world.cases, ({ state }) => state === "NOTICE"),
    who: subject,
    else: "openCase",
  },
  rule: {
    nth: (world) => ripe(world, "STEWARDS"),
    who: judgesOf,
    else: (world) => (ripe(world, "VOTE").length > 0 ? "openCaseVote" : untilRipe(world)),
  },
  openCaseVote: {
    nth: (world) => ripe(world, "VOTE"),
    who: (world, op) => without(able("MODERATE")(world), subject(world, op)),
    else: untilRipe,
  },
  castOnCase: {
    nth: voting,
    who: ({ cases }, { nth }) => [...(cases.at(-1 - nth)?.vote?.electors ?? [])],
    else: "openCaseVote",
  },
  appealCase: { nth: (world) => latest(world.cases, ({ state }) => state === "EXCLUDED"), who: subject, else: "rule" },
  confirmPapers: { nth: outdated, who: applicant, else: "apply" },
};

const without = (people: readonly Person[], some: readonly (Person | undefined)[]) =>
  people.filter((who) => !some.includes(who));

/** So often something else is looked for instead: where nobody may do anything, the step is taken as it is. */
const TRIES_MAX = 4;

/** The step with whoever may be expected to take it and whom it may be about, where it fits: else most steps would be refused. */
export function fitted(world: World, op: Op, tries = TRIES_MAX): Op {
  if (!op.fits || tries === 0) return op;
  const fit = FITS[op.kind];
  const found = fit && matched(world, op, fit);
  if (!fit || found) return found ?? op;
  const kind = typeof fit.else === "function" ? fit.else(world) : fit.else;
  return kind ? fitted(world, { ...op, kind }, tries - 1) : op;
}

function matched(world: World, given: Op, fit: Fit): Op | null {
  const rows = fit.nth?.(world, given);
  if (rows?.length === 0) return null;
  const nth = oneOf(rows, given.nth) ?? given.nth;
  const who = fit.who ? oneOf(fit.who(world, { ...given, nth }), given.who) : given.who;
  if (who === undefined) return null;
  const op = { ...given, nth, who };
  const whom = fit.whom ? oneOf(fit.whom(world, op), given.whom) : given.whom;
  return whom === undefined ? null : { ...op, whom };
}

const oneOf = <T>(some: readonly T[] | undefined, i: number) => some?.[i % Math.max(1, some.length)];
