import type { AssociationState, EntryMode } from "@/lib/association/types";
import type { Actor } from "@/lib/auth/actor";
import { addDays, addMonths, dayOf } from "@/lib/core/duration";
import type { Result } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { applyToAssociation } from "@/lib/membership/application/commands";
import { setCard } from "@/lib/membership/card/commands";
import { foundAssociation } from "@/lib/membership/founding/commands";
import { inviteMember } from "@/lib/membership/invitation/commands";
import { leaveAssociation } from "@/lib/membership/leaving/commands";
import { pauseMembership } from "@/lib/membership/pausing/commands";
import { renewPledge } from "@/lib/membership/pledge/commands";
import type { Role } from "@/lib/membership/role/types";
import { aFounding, papersFor } from "@/lib/testing/associations";
import { somebody, suspend } from "./people";

const WHY = "Perché hai già fatto questo lavoro, e qui manca chi lo sappia fare.";

/** How a place ends up, after everybody has come in through an open door. */
export type Ending = {
  entry: EntryMode;
  state?: Exclude<AssociationState, "CLOSED">;
  isFull?: boolean;
  /** Another one of the same kind, where something in it would be in the way of others. */
  apart?: string;
};

const MEMBERS = [
  "active",
  "paused",
  "listening",
  "overdue",
  "behind",
  "left",
  "excluded",
  "welcomer",
  "barred",
] as const;
export type Local = (typeof MEMBERS)[number] | "steward" | "applicant" | "invited";

/** An association with somebody of every kind that is a kind towards it. */
export type Place = { readonly id: string; readonly slug: string; readonly people: Readonly<Record<Local, Actor>> };

export function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the world is not made: ${result.refusal.code}`);
  return result.value;
}

/** Founded sixty days ago; forty days ago its charter changed materially, and all but one have accepted it. */
export async function aPlace({ entry, state = "OPEN", isFull = false }: Ending, now = new Date()): Promise<Place> {
  const [began, changed] = [addDays(now, -60), addDays(now, -40)];
  const steward = await somebody();
  const untilOn = addMonths(dayOf(began), 11);
  const { associationSlug: slug } = done(await foundAssociation(steward, aFounding({ entry: "OPEN", untilOn }), began));
  const { id } = await db.association.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  const members = await enter({ slug, steward }, began);
  await giveRole(id, members.welcomer, "WELCOMER");
  await changeCharter(id, changed);
  await acceptCharter(slug, { steward, ...members }, changed);
  await settle(id, slug, members);
  const [applicant, invited] = [await somebody(), await somebody()];
  await db.association.update({ where: { id }, data: { entry: "APPLICATION" } });
  done(await applyToAssociation(applicant, await papersFor(slug)));
  done(await inviteMember(steward, { associationSlug: slug, whom: invited.handle, reason: WHY }));
  if (state === "CUSTODY") done(await leaveAssociation(steward, { associationSlug: slug }));
  else if (!isFull) await giveRole(id, members.barred, "STEWARD");
  await suspend(members.barred);
  await db.association.update({ where: { id }, data: { entry, ...(isFull && { memberLimit: await taken(id) }) } });
  return { id, slug, people: { steward, applicant, invited, ...members } };
}

/** Somebody more who came in so many days ago, and takes part. */
export async function joinedAt({ id, slug }: Place, days: number): Promise<Actor> {
  const [person, at] = [await somebody(), addDays(new Date(), days)];
  const { entry } = await db.association.findUniqueOrThrow({ where: { id }, select: { entry: true } });
  await db.association.update({ where: { id }, data: { entry: "OPEN" } });
  done(await applyToAssociation(person, await papersFor(slug, { untilOn: addMonths(dayOf(at), 11) }), at));
  await db.association.update({ where: { id }, data: { entry } });
  return person;
}

/** Somebody more who looks after it, for twenty days. */
export async function stewardOf(place: Place): Promise<Actor> {
  const person = await joinedAt(place, -20);
  await giveRole(place.id, person, "STEWARD");
  return person;
}

type Members = Record<(typeof MEMBERS)[number], Actor>;

async function enter({ slug }: { slug: string; steward: Actor }, at: Date): Promise<Members> {
  const members: Partial<Members> = {};
  for (const kind of MEMBERS) {
    const person = await somebody();
    const isListening = kind === "listening";
    const given = isListening ? { isListening, kinds: [], minutesPerPeriod: null, period: null } : {};
    done(await applyToAssociation(person, await papersFor(slug, { untilOn: addMonths(dayOf(at), 11), ...given }), at));
    members[kind] = person;
  }
  return members as Members;
}

async function giveRole(associationId: string, { memberId }: Actor, role: Role): Promise<void> {
  const where = { associationId_memberId: { associationId, memberId } };
  const { id: membershipId } = await db.membership.findUniqueOrThrow({ where, select: { id: true } });
  const at = new Date();
  await db.roleGrant.create({ data: { membershipId, role, state: "HELD", grantedAt: at, acceptedAt: at } });
}

/** A material version whose contribution rule bars whoever is behind from everything it can. */
export async function changeCharter(associationId: string, publishedAt: Date, version = 2): Promise<void> {
  const value = (position: number, valueSlug: string) => ({
    position,
    valueSlug,
    meaning: "Di nuovo.",
    shownBy: "Un fatto.",
  });
  await db.charter.create({
    data: {
      ...{
        associationId,
        version,
        hash: `${associationId.replaceAll("-", "").repeat(2).slice(1)}${version}`,
        publishedAt,
      },
      ...{ isMaterial: true, bars: ["PROPOSE", "VOTE", "HOLD_ROLE"], minMinutes: 60, minPeriod: "MONTH" },
      values: { create: [value(0, "care"), value(1, "trust"), value(2, "generosity")] },
      clauses: { create: [{ number: 1, kind: "RULE", text: "Si esce quando si vuole." }] },
    },
  });
}

async function acceptCharter(slug: string, people: Members & { steward: Actor }, at: Date): Promise<void> {
  for (const [kind, person] of Object.entries(people)) {
    if (kind === "overdue") continue;
    const { answers: _, ...given } = await papersFor(slug, { untilOn: addMonths(dayOf(at), 11) });
    const silent = { isListening: true, kinds: [], minutesPerPeriod: null, period: null };
    done(await renewPledge(person, { ...given, ...(kind === "listening" && silent) }, addDays(at, 1)));
  }
}

async function settle(
  associationId: string,
  associationSlug: string,
  { active, paused, left, excluded, behind }: Members,
) {
  done(await pauseMembership(paused, { associationSlug }));
  done(await setCard(active, { associationSlug, tells: "NAME" }));
  done(await leaveAssociation(left, { associationSlug }));
  const of = ({ memberId }: Actor) => ({ where: { associationId_memberId: { associationId, memberId } } });
  await db.membership.update({ ...of(behind), data: { behindSince: addDays(new Date(), -10) } });
  await db.membership.update({ ...of(excluded), data: { state: "EXCLUDED", stateSince: new Date() } });
}

const taken = (associationId: string) =>
  db.membership.count({ where: { associationId, state: { in: ["ACTIVE", "PAUSED"] } } });
