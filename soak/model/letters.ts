import { addDays } from "@/lib/core/duration";
import type { Op } from "./op";
import type { Letter, Person, World } from "./types";
import { answersFor, mayAskFrom, standsUntil } from "./world";

/** What is kept of an address goes a year after its letter closed. */
const MARK_DAYS = 365;

/** The addresses of a list, each that of the person of its number; or more than an association hands in within a year. */
export const listOf = ({ whom, nth }: Op): number[] => [...new Set([whom, (whom + 1) % 6, nth])].sort((a, b) => a - b);
export const TOO_MANY = 501;

const isWaiting = ({ state, expiresAt }: Letter, now: Date) => state === "PENDING" && expiresAt > now;
/** Whether it may be taken up or refused: mailed, waiting, and whoever wrote it still asks people in (ADR 0022). */
export const isReadable = (world: World, letter: Letter) =>
  letter.isSent && isWaiting(letter, world.now) && answersFor(world, letter.by, "INVITE");

/** Writing to an address: whose it is changes nothing in the answer (A2). */
export function writeLetter(world: World, { who, whom }: Op): string {
  const { now, letters } = world;
  if (!answersFor(world, who, "INVITE")) return "common.notFound";
  if (world.isInCustody) return "membership.inCustody";
  const theirs = letters.filter(({ address }) => address === whom);
  if (theirs.some((one) => isWaiting(one, now))) return "membership.addressWaits";
  const refusals = theirs.filter((one) => one.by === who && !one.isForgotten).flatMap((one) => refusedAt(one) ?? []);
  if (refusals.some((at) => now < mayAskFrom(at))) return "membership.addressNotYet";
  file(world, { by: who, addresses: [whom], list: null });
  return "ok";
}

/** When whoever got it said «non ora», at once or once they had taken it up. */
function refusedAt({ state, closedAt, invitation }: Letter): Date | null {
  if (state === "DECLINED") return closedAt;
  return invitation?.state === "DECLINED" ? invitation.closedAt : null;
}

type Filing = { readonly by: Person; readonly addresses: readonly number[]; readonly list: number | null };

function file({ letters, now }: World, { by, addresses, list }: Filing): void {
  for (const old of letters) if (addresses.includes(old.address) && old.state === "PENDING") close(old, "EXPIRED", now);
  for (const address of addresses)
    letters.push({
      ...{ by, address, list, state: "PENDING", expiresAt: standsUntil(now), closedAt: null },
      ...{ isMailed: false, isSent: false, isForgotten: false, invitation: null },
    });
}

export function close(letter: Letter, state: Letter["state"], now: Date): void {
  Object.assign(letter, { state, closedAt: now });
}

/** Handing in the members there were before: they are written to, each address once a year, and never enrolled (M2, C4). */
export function importMembers(world: World, op: Op): string {
  const { who: by, papers } = op;
  if (!answersFor(world, by, "EDIT") || !answersFor(world, by, "INVITE")) return "common.notFound";
  if (world.isInCustody) return "membership.inCustody";
  if (papers === "stale") return "membership.importedEnough";
  const written = world.letters.filter(({ isForgotten }) => !isForgotten).map(({ address }) => address);
  file(world, { by, addresses: listOf(op).filter((one) => !written.includes(one)), list: world.lists.length });
  world.lists.push(by);
  return "ok";
}

/** Taking a list back: what nobody answered yet. */
export function withdrawImport(world: World, { who, nth }: Op): string {
  if (world.lists.at(-1 - nth) !== who) return "common.notFound";
  const list = world.lists.length - 1 - nth;
  for (const one of world.letters) if (one.list === list && one.state === "PENDING") close(one, "WITHDRAWN", world.now);
  return "ok";
}

/** Taking a letter back, or the asking it became. */
export function withdrawLetter({ letters, now }: World, { who, nth }: Op): string {
  const letter = letters.at(-1 - nth);
  if (letter?.by !== who) return "common.notFound";
  if (isWaiting(letter, now)) close(letter, "WITHDRAWN", now);
  else if (letter.invitation?.state === "PENDING")
    Object.assign(letter.invitation, { state: "WITHDRAWN", closedAt: now });
  else return "membership.letterOver";
  return "ok";
}

/** «Non ora» by whoever holds it, signed in or not (PT3). */
export function declineLetter(world: World, { nth }: Op): string {
  const letter = world.letters.at(-1 - nth);
  if (!letter || !isReadable(world, letter)) return "membership.openingOver";
  close(letter, "DECLINED", world.now);
  return "ok";
}

/** The job of letters: those past their day, and what is kept of old ones. */
export function expireLetters({ letters, now }: World): void {
  for (const one of letters) {
    if (one.closedAt && one.closedAt < addDays(now, -MARK_DAYS)) one.isForgotten = true;
    if (one.state === "PENDING" && one.expiresAt <= now) close(one, "EXPIRED", now);
  }
}

/** The job that mails them: not of whoever asks nobody in any more, and nothing to whoever is in already. */
export function mailLetters(world: World): void {
  if (world.isInCustody) return;
  for (const one of world.letters) {
    if (one.isMailed || !isWaiting(one, world.now)) continue;
    if (!answersFor(world, one.by, "INVITE")) close(one, "WITHDRAWN", world.now);
    else {
      const state = world.members.get(one.address)?.state;
      Object.assign(one, { isMailed: true, isSent: state !== "ACTIVE" && state !== "PAUSED" });
    }
  }
}
