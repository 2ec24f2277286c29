import { addDays } from "@/lib/core/duration";
import { drawAccounts, note } from "./account";
import * as cases from "./cases";
import * as charter from "./charter";
import * as ballots from "./charter-votes";
import * as deeds from "./deeds";
import * as doors from "./doors";
import type { Kind } from "./kinds";
import * as letters from "./letters";
import * as life from "./life";
import * as links from "./links";
import type { Op, Setting } from "./op";
import * as roles from "./roles";
import * as shaping from "./shaping";
import * as trust from "./trust";
import type { World } from "./types";
import * as words from "./words";
import { FOUNDER, stewardship, untilOf } from "./world";

const STEPS: Readonly<Record<Exclude<Kind, "tick">, (world: World, op: Op) => string>> = {
  ...{ apply: doors.apply, withdraw: doors.withdraw, decide: doors.decide, invite: doors.invite },
  ...{ declineInvitation: doors.answerInvitation, withdrawInvitation: doors.answerInvitation },
  ...{ pause: life.pause, resume: life.resume, leave: life.leave, renew: life.renew },
  ...{ offerRole: roles.offerRole, acceptRole: roles.acceptRole, refuseRole: roles.refuseRole, endRole: roles.endRole },
  ...{ defineRole: shaping.defineRole, changeRole: shaping.changeRole, retireRole: shaping.retireRole },
  ...{
    declare: deeds.declare,
    propose: deeds.propose,
    confirm: deeds.confirm,
    giveTrust: trust.giveTrust,
    withdrawTrust: trust.withdrawTrust,
  },
  ...{ writeLetter: letters.writeLetter, withdrawLetter: letters.withdrawLetter, declineLetter: letters.declineLetter },
  ...{ importMembers: letters.importMembers, withdrawImport: letters.withdrawImport, takeLetter: links.takeLetter },
  takeUpCustody: life.takeUpCustody,
  ...{ saveDraft: charter.saveDraft, discardDraft: charter.discardDraft, publish: charter.publish },
  ...{ putToVote: ballots.putToVote, castOnCharter: ballots.castOnCharter, withdrawVote: ballots.withdrawVote },
  confirmPapers: charter.confirmPapers,
  ...{ setEntry: words.setEntry, askVouch: words.askVouch, giveVouch: words.giveVouch, refuseVouch: words.refuseVouch },
  ...{ makeLink: links.makeLink, revokeLink: links.revokeLink, takeUp: links.takeUp },
  ...{ openCase: cases.openCase, answerCase: cases.answerCase, rule: cases.rule, openCaseVote: cases.openCaseVote },
  ...{ castOnCase: cases.castOnCase, appealCase: cases.appealCase },
  jobs,
};

/** An association just founded: its founder is in, and looks after it. */
export function founded({ entry, deciders, limit, exclusionBy }: Setting, now: Date): World {
  const papers = { isListening: false, untilOn: untilOf(now, false), accepted: 1 };
  const world: World = {
    ...{
      now,
      entry,
      deciders,
      limit,
      exclusionBy,
      isInCustody: false,
      invitations: [],
      draft: null,
      asides: new Set(),
    },
    ...{ cases: [], outBy: new Map(), sponsors: 0, vouches: [], links: [] },
    charters: [{ ...{ value: 0, wording: 0, vote: 0, rule: 0 }, isMaterial: true, publishedAt: now }],
    members: new Map([
      [FOUNDER, { state: "ACTIVE", admittedAt: now, ...papers, pledges: 1, events: 1, lastEventAt: now, leftAt: null }],
    ]),
    applications: [
      {
        ...{ who: FOUNDER, state: "ACCEPTED", ...papers, answerBy: null, admitters: new Set(), closedAt: now },
        ...{ deciders, sponsors: 0 },
      },
    ],
    ...{ grants: [stewardship(FOUNDER)], ownRoles: [], shapings: [], trusts: [], contributions: [] },
    ...{ letters: [], lists: [], charterVotes: [], proposals: [], accounts: new Map() },
  };
  note(world);
  return world;
}

/** Takes a step: «ok», or the code of the refusal that must come. */
export function predict(world: World, op: Op): string {
  if (op.kind === "tick") {
    world.now = addDays(world.now, op.days);
    return "ok";
  }
  const said = STEPS[op.kind](world, op);
  note(world);
  return said;
}

/** What is done in the background, in the order in which it is asked of the product. */
function jobs(world: World): string {
  doors.expireApplications(world);
  doors.expireInvitations(world);
  charter.pauseOverdue(world);
  cases.settleCaseVotes(world);
  cases.lapseCases(world);
  trust.endUntrusted(world);
  letters.expireLetters(world);
  letters.mailLetters(world);
  ballots.countCharterVotes(world);
  drawAccounts(world);
  return "ok";
}

/** What of it the database must say. */
export const picture = (world: World) => ({
  isInCustody: world.isInCustody,
  limit: world.limit,
  members: [...world.members]
    .map(([who, { admittedAt: _, leftAt: __, lastEventAt: ___, ...member }]) => ({
      ...{ who, ...member, isBehind: world.accounts.get(who)?.isBehind ?? false },
    }))
    .sort((a, b) => a.who - b.who),
  applications: world.applications.map(({ who, state, accepted, admitters }) => ({
    ...{ who, state, accepted },
    yes: admitters.size,
  })),
  invitations: world.invitations.map(({ who, by, state }) => ({ who, by, state })),
  grants: world.grants.map(({ who, role, state, accepted, version, needed }) => ({
    ...{ who, state, version, needed, accepted: [...accepted].sort() },
    role: typeof role === "string" ? role : role.name,
  })),
  ownRoles: world.ownRoles.map(({ name, duties, version, isRetired, isByTrust }) => ({
    ...{ name, version, isRetired, isByTrust, duties: [...duties].sort() },
  })),
  shapings: world.shapings,
  trusts: world.trusts,
  contributions: world.contributions.map(({ who, doneOn, confirmedBy }) => ({ who, doneOn, by: confirmedBy })),
  charters: world.charters.map(({ publishedAt: _, ...charter }) => charter),
  draft: world.draft?.revision ?? null,
  asides: [...world.asides].sort(),
  vouches: world.vouches.map(({ application, who, state }) => ({ of: application.who, who, state })),
  letters: world.letters.map(({ by, address, list, state, isMailed, isForgotten }) => ({
    ...{ by, list, state, isMailed, address: isForgotten ? null : address },
  })),
  lists: world.lists,
  links: world.links.map(({ by, taken, isRevoked }) => ({ by, taken, isRevoked })),
  proposals: world.proposals,
  charterVotes: world.charterVotes.map(({ state, vote }) => ({
    ...{ state, electors: vote.electors.size, ballots: vote.ballots.size },
  })),
  cases: world.cases.map(({ who, by, state, decidedBy, appealTo, isAnswered, vote }) => ({
    ...{ who, by, state, decidedBy, appealTo, isAnswered },
    ...{ electors: vote?.electors.size ?? 0, ballots: vote?.ballots.size ?? 0 },
  })),
});
export type Picture = ReturnType<typeof picture>;
