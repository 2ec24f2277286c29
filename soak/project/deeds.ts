import { addDays } from "@/lib/core/duration";
import type { Deed } from "./rows";
import { isInside, isOver, mayRead, newest, type Op, type Person, through, type World } from "./world";

const LAPSE_DAYS = 21;
const DECLARE_DAYS = 30;
const PAIR_MAX = 3;

/** Closing one's own promise: as kept once somebody confirmed what one did (K1). */
export function close(world: World, { who, nth, isYes }: Op): string {
  const promise = newest(world.promises, nth);
  if (promise?.offer.who !== who) return "common.notFound";
  if (promise.state !== "OPEN") return "contribution.commitmentClosed";
  if (isYes && !world.deeds.some((deed) => deed.who === who && deed.state === "CONFIRMED"))
    return "contribution.needsConfirmation";
  promise.state = isYes ? "KEPT" : "PARTLY";
  return "ok";
}

/** Whoever is inside says what was done; once it ended, whoever led it as well (PJ5, M8). */
const witnesses = (world: World, who: Person) => isInside(world, who) || (isOver(world) && who === world.owner);

/** Saying what one did, up to thirty days after the end (PJ5). */
export function declare(world: World, { who }: Op): string {
  if (!mayRead(world, who)) return "common.notFound";
  if (!witnesses(world, who)) return "contribution.notParticipant";
  if (world.endedAt && world.now > addDays(world.endedAt, DECLARE_DAYS)) return "contribution.tooLate";
  // It counts once: where they take part, else with the lead (ADR 0036).
  const where = through(world, who) ?? world.lead;
  world.deeds.push({ who, where, declaredAt: world.now, state: "DECLARED", by: null, confirmedAt: null });
  return "ok";
}

/** What a deed is to somebody: whoever takes part says something of it, never its author, while it waits (PJ5). */
function judged(world: World, { who, nth }: Op): string | Deed {
  const deed = newest(world.deeds, nth);
  if (!deed || !mayRead(world, who)) return "common.notFound";
  if (deed.who === who) return "contribution.ownWork";
  if (!witnesses(world, who)) return deed.state === "CONFIRMED" ? "contribution.notParticipant" : "common.notFound";
  if (deed.state === "CONFIRMED") return "contribution.alreadyConfirmed";
  if (deed.state === "REJECTED") return "contribution.alreadyRejected";
  const isLate = deed.state === "LAPSED" || world.now > addDays(deed.declaredAt, LAPSE_DAYS);
  return isLate ? "contribution.lapsed" : deed;
}

const monthOf = (at: Date) =>
  new Intl.DateTimeFormat("it", { year: "numeric", month: "2-digit", timeZone: "Europe/Rome" }).format(at);

/** Three times a month at most between the same two (K3). */
export function confirm(world: World, op: Op): string {
  const deed = judged(world, op);
  if (typeof deed === "string") return deed;
  const together = world.deeds.filter(
    ({ who, by, confirmedAt }) =>
      confirmedAt && monthOf(confirmedAt) === monthOf(world.now) && isPair([who, by], [deed.who, op.who]),
  );
  if (together.length >= PAIR_MAX) return "contribution.pairLimit";
  Object.assign(deed, { state: "CONFIRMED", by: op.who, confirmedAt: world.now });
  return "ok";
}

const isPair = ([a, b]: readonly (Person | null)[], [c, d]: readonly Person[]) =>
  (a === c && b === d) || (a === d && b === c);

export function reject(world: World, op: Op): string {
  const deed = judged(world, op);
  if (typeof deed === "string") return deed;
  deed.state = "REJECTED";
  return "ok";
}

/** What nobody confirmed in time does not count (PJ5). */
export function lapse(world: World): void {
  for (const deed of world.deeds)
    if (deed.state === "DECLARED" && deed.declaredAt < addDays(world.now, -LAPSE_DAYS)) deed.state = "LAPSED";
}
