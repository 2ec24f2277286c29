import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { addDays, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { unlocked } from "@/lib/db/transaction";
import type { Audience } from "@/lib/member/types";
import { readStanding } from "@/lib/membership/facts";
import { isMember } from "@/lib/membership/rules";
import { ASSOCIATION_REF, personFor, personOf, refOf } from "@/lib/membership/sight/queries";
import { CONFIRM_DAYS } from "../rules";
import type { ContributionKind } from "../types";
import { readCharterOfDeeds, readJoinedOn } from "./facts";
import { canDeclareOutside, canWitness, earliestDoneOn } from "./rules";
import type { ConfirmedLine, ContributionsView, OwnLine, WaitingLine } from "./types";

const SHOWN = 50;
const OWN_DAYS = 365;

type At = { readonly actor: Actor; readonly associationId: string; readonly now: Date };

/** What members did for an association outside its projects, for those who belong to it (rule A2); null for anybody else. */
export async function findContributions(
  actor: Actor,
  slug: string,
  now = new Date(),
): Promise<ContributionsView | null> {
  const association = await db.association.findUnique({ where: { slug }, select: { id: true, ...ASSOCIATION_REF } });
  if (!association) return null;
  const at = { actor, associationId: association.id, now };
  const standing = await readStanding(unlocked, { memberId: actor.memberId, ...at });
  if (!standing || !isMember(standing.state)) return null;
  const { confirmers, values } = await readCharterOfDeeds(unlocked, at);
  const joinedOn = await readJoinedOn(unlocked, standing.membershipId);
  const today = dayOf(now);
  const said = { doneOn: today, value: null };
  const isAnswering = standing.responsibilities.includes("EDIT");
  return {
    association: refOf(association),
    confirmers,
    mayDeclare: canDeclareOutside({ standing, today, joinedOn, values }, said).ok,
    firstDay: [joinedOn, earliestDoneOn(today)].sort().at(-1) ?? today,
    values:
      association.charters[0]?.values.map(({ valueSlug, name }) => ({ word: valueSlug ?? name, valueSlug })) ?? [],
    waiting: canWitness(standing, confirmers) ? await listWaiting(at) : [],
    own: await listOwn(at),
    confirmed: await listConfirmed(at, isAnswering),
  };
}

const LINE = {
  id: true,
  title: true,
  locale: true,
  kind: true,
  minutes: true,
  doneOn: true,
  evidenceUrl: true,
} as const;
const REVERSAL = { reversal: { select: { reason: true } } } as const;

type Row = Pick<WaitingLine, "id" | "title" | "locale" | "minutes" | "evidenceUrl"> & { kind: string; doneOn: Date };
const lineOf = ({ id, title, locale, kind, minutes, doneOn, evidenceUrl }: Row) => ({
  ...{ id, title, locale, minutes, evidenceUrl, kind: kind as ContributionKind },
  doneOn: doneOn.toISOString().slice(0, 10),
});
const confirmBy = (declaredAt: Date) => addDays(declaredAt, CONFIRM_DAYS).toISOString();

async function listWaiting({ actor, associationId, now }: At): Promise<WaitingLine[]> {
  const rows = await db.contribution.findMany({
    where: {
      ...{ associationId, projectId: null, state: "DECLARED", memberId: { not: actor.memberId }, isWithheld: false },
      declaredAt: { gte: addDays(now, -CONFIRM_DAYS) },
    },
    orderBy: [{ declaredAt: "asc" }, { id: "asc" }],
    take: SHOWN,
    select: { ...LINE, declaredAt: true, member: { select: personFor(actor) } },
  });
  return rows.map(({ member, declaredAt, ...row }) => ({
    ...lineOf(row),
    person: personOf(member),
    confirmBy: confirmBy(declaredAt),
  }));
}

async function listOwn({ actor, associationId, now }: At): Promise<OwnLine[]> {
  const rows = await db.contribution.findMany({
    where: { associationId, projectId: null, memberId: actor.memberId, declaredAt: { gte: addDays(now, -OWN_DAYS) } },
    orderBy: [{ declaredAt: "desc" }, { id: "desc" }],
    take: SHOWN,
    select: {
      ...{ ...LINE, ...REVERSAL, state: true, declaredAt: true, rejection: true, isWithheld: true },
      rejectedBy: { select: { name: true } },
    },
  });
  return rows.map(({ state, declaredAt, rejection, rejectedBy, reversal, isWithheld, ...row }) => ({
    ...lineOf(row),
    ...{ state, isWithheld },
    confirmBy: confirmBy(declaredAt),
    rejection: state === "REJECTED" ? { name: rejectedBy?.name ?? null, reason: rejection } : null,
    reversal: reversal?.reason ?? null,
    mayReverse: state === "CONFIRMED" && reversal === null,
  }));
}

/** Audiences that fellow members are not in. */
const CLOSED: Audience[] = ["CONNECTED", "AFTER_MEETING", "ONLY_ME"];

/** What fellow members chose to open to the actor (rule PV1); whoever answers for what is done here reads it all. */
function openTo({ memberId }: Actor, isAnswering: boolean) {
  const none = { field: "DEEDS" as const, audience: { in: CLOSED } };
  const isOpen = { OR: [{ member: { audiences: { none } } }, { memberId }, { confirmedById: memberId }] };
  return [{ OR: [{ isWithheld: false }, { memberId }] }, ...(isAnswering ? [] : [isOpen])];
}

async function listConfirmed({ actor, associationId }: At, isAnswering: boolean): Promise<ConfirmedLine[]> {
  const rows = await db.contribution.findMany({
    where: {
      ...{ associationId, projectId: null, state: "CONFIRMED" },
      AND: openTo(actor, isAnswering),
    },
    orderBy: [{ doneOn: "desc" }, { id: "desc" }],
    take: SHOWN,
    select: {
      ...{ ...LINE, ...REVERSAL, memberId: true, confirmedById: true, confirmedAt: true },
      member: { select: personFor(actor) },
      confirmedBy: { select: personFor(actor) },
    },
  });
  return rows.map(({ memberId, confirmedById, confirmedAt, member, confirmedBy, reversal, ...row }) => ({
    ...lineOf(row),
    isOwn: memberId === actor.memberId,
    person: personOf(member),
    confirmedBy: confirmedBy && personOf(confirmedBy),
    confirmedAt: (confirmedAt ?? row.doneOn).toISOString(),
    reversal: reversal?.reason ?? null,
    mayReverse: reversal === null && (isAnswering || [memberId, confirmedById].includes(actor.memberId)),
  }));
}
