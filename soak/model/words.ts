import type { Op } from "./op";
import type { Application, Person, World } from "./types";
import { answersFor, isCharterOverdue, isWaiting, mayAskFrom } from "./world";

/** How one comes in from now on; what waits already is decided as it was when it was handed in (R5). */
export function setEntry(world: World, { who, entry, nth: sponsors, isYes }: Op): string {
  if (!answersFor(world, who, "EDIT")) return "common.notFound";
  const deciders = isYes ? 1 : 2;
  const admitters = [...world.members.keys()].filter((one) => answersFor(world, one, "ADMIT"));
  if (entry === "OPEN" && sponsors > 0) return "membership.openAsksNobody";
  if (deciders > Math.max(world.deciders, admitters.length)) return "membership.twoDecideAlone";
  Object.assign(world, { entry, deciders, sponsors });
  return "ok";
}

/** Asking somebody for a word on one's own application; whether they belong, nobody learns by it (ADR 0024, A2). */
export function askVouch(world: World, { who, nth, whom }: Op): string {
  const application = world.applications.at(-1 - nth);
  if (application?.who !== who) return "common.notFound";
  const { now, vouches } = world;
  if (!isWaiting(application, now)) return "membership.alreadyDecided";
  if (application.sponsors === 0) return "membership.noVouchNeeded";
  if (who === whom) return "membership.vouchSelf";
  if (vouches.some((vouch) => vouch.application === application && vouch.who === whom)) return "membership.vouchAsked";
  // For ninety days after a «non ora» the same person is not asked the same again (PT3): nobody is told that.
  const refused = vouches.findLast((one) => one.application.who === who && one.who === whom && one.refusedAt !== null);
  const isUnheard = Boolean(refused?.refusedAt && now < mayAskFrom(refused.refusedAt));
  vouches.push({ application, who: whom, state: isUnheard ? "REFUSED" : "ASKED", refusedAt: null });
  return "ok";
}

/** A word, signed, by whoever was asked and takes part; or «non ora», by whoever was asked. */
export function giveVouch(world: World, { who, nth }: Op): string {
  const vouch = world.vouches.at(-1 - nth);
  const member = world.members.get(who);
  if (vouch?.who !== who || !member) return "common.notFound";
  if (vouch.state !== "ASKED" || !isWaiting(vouch.application, world.now)) return "membership.vouchOver";
  if (member.state !== "ACTIVE") return "membership.notActive";
  if (isCharterOverdue(world, member)) return "membership.charterOverdue";
  vouch.state = "GIVEN";
  return "ok";
}

export function refuseVouch(world: World, { who, nth }: Op): string {
  const vouch = world.vouches.at(-1 - nth);
  if (vouch?.who !== who) return "common.notFound";
  if (vouch.state !== "ASKED") return "membership.vouchOver";
  Object.assign(vouch, { state: "REFUSED", refusedAt: world.now });
  return "ok";
}

/** Whoever invites says a word by it. */
export function vouchByInviting({ vouches }: World, application: Application, who: Person): void {
  const asked = vouches.find((vouch) => vouch.application === application && vouch.who === who);
  if (asked) asked.state = "GIVEN";
  else vouches.push({ application, who, state: "GIVEN", refusedAt: null });
}

/** Whether as many words are there as the application was handed in under, of members who take part now. */
export function hasWords({ vouches, members }: World, application: Application, inviter?: Person): boolean {
  const given = vouches.filter((vouch) => vouch.application === application && vouch.state === "GIVEN");
  const said = new Set([...given.map(({ who }) => who), ...(inviter === undefined ? [] : [inviter])]);
  return [...said].filter((who) => members.get(who)?.state === "ACTIVE").length >= application.sponsors;
}
