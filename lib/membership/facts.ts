import "server-only";
import { readCharterInForce } from "@/lib/association/facts";
import { dayOf } from "@/lib/core/duration";
import { lockAssociation, type Tx } from "@/lib/db/transaction";
import { readMinimumProfile } from "@/lib/member/facts";
import { missingProfileParts } from "@/lib/member/rules";
import type { Papers, Stance } from "./papers/types";
import { HELD_ROLE, heldAt } from "./role/facts";
import { responsibilitiesOf } from "./role/rules";
import type { ActivationFacts } from "./rules";
import { bindingVersion, isCharterOverdue, isStatementOver, responsibilitiesNow } from "./standing/rules";
import type { Bar, Standing } from "./standing/types";
import type { MembershipState } from "./types";

type Pair = { memberId: string; associationId: string };

/**
 * Null for whoever never belonged. The caller holds the association's lock when what it decides depends on the answer, and
 * gives its own clock when it has one.
 */
export async function readStanding(
  tx: Tx,
  { memberId, associationId, now }: Pair & { now: Date },
): Promise<Standing | null> {
  const row = await tx.membership.findUnique({
    where: { associationId_memberId: { associationId, memberId } },
    select: standingAt(now),
  });
  const limited = row && limitsOf(row, row.association.charters, now);
  if (!row || !limited) return null;
  return {
    ...{ membershipId: row.id, ...limited },
    responsibilities: responsibilitiesNow(responsibilitiesOf(row.roles), limited),
  };
}

/** What is read of a membership to know its limits. */
export const LIMITED = {
  state: true,
  behindSince: true,
  pledges: {
    orderBy: [{ acceptedAt: "desc" as const }, { id: "desc" as const }],
    take: 1,
    select: { isListening: true, untilOn: true, charter: { select: { version: true } } },
  },
};

/** The events with which somebody came in; whom an appeal returns had never rightly left, and has no door (rule M9). */
export const ENTERED = {
  to: "ACTIVE" as const,
  OR: [{ from: null }, { from: "LEFT" as const }, { from: "EXCLUDED" as const, door: { not: null } }],
};

/** What is read of an association's charters to know the limits of its members: the oldest first. */
export const LIMITING_CHARTERS = {
  orderBy: { version: "asc" as const },
  select: { version: true, isMaterial: true, publishedAt: true, bars: true },
};

const standingAt = (now: Date) => ({
  id: true,
  ...LIMITED,
  roles: { where: heldAt(now), select: HELD_ROLE },
  association: { select: { charters: LIMITING_CHARTERS } },
});

type Limited = {
  state: MembershipState;
  behindSince: Date | null;
  pledges: readonly { isListening: boolean; untilOn: Date; charter: { version: number } }[];
};
type LimitingCharter = { version: number; isMaterial: boolean; publishedAt: Date; bars: Bar[] };

/** The rows of LIMITED and LIMITING_CHARTERS as rules ask about them; null for whoever never pledged. */
export function limitsOf({ state, behindSince, pledges }: Limited, all: readonly LimitingCharter[], now: Date) {
  const [pledge] = pledges;
  if (!pledge) return null;
  const charters = all.filter(({ publishedAt }) => publishedAt <= now);
  const pledgedUntil = pledge.untilOn.toISOString().slice(0, 10);
  return {
    ...{ state, isListening: pledge.isListening, pledgedUntil },
    isStatementOver: isStatementOver(pledgedUntil, dayOf(now)),
    isCharterOverdue: isCharterOverdue(charters, pledge.charter.version, now),
    bars: behindSince ? (bindingVersion(charters, pledge.charter.version)?.bars ?? []) : [],
  };
}

/** Takes an association's lock by its address, then reads where the actor stands. Null for whoever never belonged to it. */
export async function lockWithStanding(tx: Tx, memberId: string, associationSlug: string, now: Date) {
  const associationId = await lockAssociation(tx, associationSlug);
  const standing = associationId ? await readStanding(tx, { memberId, associationId, now }) : null;
  return associationId && standing ? { associationId, standing } : null;
}

/** How many places of an association are taken. The caller holds its lock. */
export function countMembers(tx: Tx, associationId: string): Promise<number> {
  return tx.membership.count({ where: { associationId, state: { in: ["ACTIVE", "PAUSED"] } } });
}

/** Everything `canBecomeActive` asks about stored papers, and what activation writes down. The caller holds the association's lock. */
export async function readActivation(tx: Tx, applicationId: string, now: Date) {
  const row = await tx.application.findUniqueOrThrow({ where: { id: applicationId }, select: PAPERS });
  const { associationId, memberId } = row;
  const charter = await readCharterInForce(tx, associationId, now);
  const membership = await tx.membership.findUnique({
    where: { associationId_memberId: { associationId, memberId } },
    select: { id: true, state: true },
  });
  const asked = row.answers.map(({ position, isRequired }) => ({ id: String(position), isRequired }));
  const facts: ActivationFacts = {
    papers: papersOf(row),
    terms: {
      charterHash: charter?.hash ?? "",
      valueIds: charter?.values.map(({ id }) => id) ?? [],
      questions: asked,
      minMinutes: charter?.minMinutes ?? null,
      minPeriod: charter?.minPeriod ?? null,
    },
    missingProfile: missingProfileParts(await readMinimumProfile(tx, memberId)),
    state: membership?.state ?? null,
    memberLimit: row.association.memberLimit,
    memberCount: await countMembers(tx, associationId),
    today: dayOf(now),
  };
  return { associationId, memberId, door: row.door, charterId: row.charterId, membershipId: membership?.id, facts };
}

const PAPERS = {
  associationId: true,
  memberId: true,
  door: true,
  charterId: true,
  charterHash: true,
  kinds: true,
  isListening: true,
  minutesPerPeriod: true,
  period: true,
  untilOn: true,
  statement: true,
  association: { select: { memberLimit: true } },
  stances: {
    orderBy: { charterValue: { position: "asc" } },
    select: { charterValueId: true, stance: true, note: true, charterValue: { select: { charterId: true } } },
  },
  answers: { orderBy: { position: "asc" }, select: { position: true, isRequired: true, text: true } },
} as const;

type PapersRow = Omit<Papers, "untilOn" | "stances" | "answers"> & {
  untilOn: Date;
  charterId: string;
  stances: { charterValueId: string; stance: Stance; note: string; charterValue: { charterId: string } }[];
  answers: { position: number; text: string }[];
};

/** Papers confirmed on a later charter keep the stances taken on the one before; these are the ones that count. */
function papersOf({ untilOn, stances: all, answers, ...row }: PapersRow): Papers {
  const stances = all.filter(({ charterValue }) => charterValue.charterId === row.charterId);
  return {
    ...row,
    untilOn: untilOn.toISOString().slice(0, 10),
    stances: stances.map(({ charterValueId, stance, note }) => ({ valueId: charterValueId, stance, note })),
    answers: answers.map(({ position, text }) => ({ questionId: String(position), text })),
  };
}
