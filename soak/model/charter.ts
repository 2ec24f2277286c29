import { isDeepStrictEqual } from "node:util";
import { isDraftApproved } from "./charter-votes";
import { readsOtherwise } from "./life";
import type { Op } from "./op";
import type { Text, World } from "./types";
import { answersFor, become, holds, isCharterPause, isWaiting, othersWhoLookAfter, untilOf } from "./world";

const textOf = ({ value, wording, vote, rule }: Text): Text => ({ value, wording, vote, rule });
export const sameText = (one: Text, other: Text | undefined) =>
  other !== undefined && isDeepStrictEqual(textOf(one), textOf(other));
const isOfSubstance = (one: Text, other: Text) => !sameText({ ...one, wording: 0 }, { ...other, wording: 0 });
const inForce = ({ charters }: World) => charters.at(-1) as Text;

/** Writing the next charter, for whoever answers for what the association says of itself; a text that met another stays aside (ADR 0026). */
export function saveDraft(world: World, { who, part, nth, papers }: Op): string {
  if (!answersFor(world, who, "EDIT")) return "common.notFound";
  if (papers === "stale") world.asides.add(who);
  else {
    const change = { [part]: part === "vote" || part === "rule" ? Math.min(nth, 1) : nth };
    world.draft = { ...textOf(inForce(world)), ...change, revision: (world.draft?.revision ?? 0) + 1 };
    world.asides.delete(who);
  }
  return "ok";
}

/** Throwing the draft away, or what one keeps aside. */
export function discardDraft(world: World, { who, isYes }: Op): string {
  if (!answersFor(world, who, "EDIT")) return "common.notFound";
  if (!isYes) return world.asides.delete(who) ? "ok" : "membership.draftGone";
  if (!world.draft) return "membership.draftGone";
  world.draft = null;
  return "ok";
}

/** Publishing it as it was shown: a new version of the charter, of substance where more than wording changed, whatever is said; where the members vote on it, as they approved it (M11, DC6). */
export function publish(world: World, { who, isYes: isMaterial, papers }: Op): string {
  if (!answersFor(world, who, "EDIT")) return "common.notFound";
  const { draft, now } = world;
  if (!draft) return "membership.draftGone";
  if (papers === "stale") return "membership.draftMoved";
  const old = inForce(world);
  if (sameText(draft, old)) return "membership.charterUnchanged";
  if (!isMaterial && isOfSubstance(draft, old)) return "membership.changeIsMaterial";
  if (old.vote > 0 && !isDraftApproved(world)) return "membership.charterNotVoted";
  world.charters.push({ ...textOf(draft), isMaterial, publishedAt: now });
  world.draft = null;
  return "ok";
}

/** An application written under an earlier charter, confirmed by its author on the one in force (ADR 0026). */
export function confirmPapers(world: World, { who, nth, papers }: Op): string {
  const application = world.applications.at(-1 - nth);
  if (application?.who !== who) return "common.notFound";
  if (!isWaiting(application, world.now)) return "membership.alreadyDecided";
  if (application.accepted === world.charters.length) return "membership.papersCurrent";
  if (papers === "stale") return "membership.charterAmended";
  if (papers === "mute" && readsOtherwise(world, application)) return "membership.stanceMissing";
  if (papers === "past") return "membership.untilPassed";
  const statement = { isListening: papers === "listening", untilOn: untilOf(world.now, papers === "short") };
  Object.assign(application, { ...statement, accepted: world.charters.length });
  return "ok";
}

/** Ninety days after a version of substance, whoever has not accepted it is in pause: never out, never the last who looks after it (M11, M12). */
export function pauseOverdue(world: World): void {
  for (const [who, member] of world.members) {
    if (member.state !== "ACTIVE" || !isCharterPause(world, member)) continue;
    if (holds(world, who, "STEWARD") && othersWhoLookAfter(world, who) === 0) continue;
    become(member, { state: "PAUSED" }, world.now);
  }
}
