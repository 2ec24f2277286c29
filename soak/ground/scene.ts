import { createHash, randomUUID } from "node:crypto";
import type { EntryMode } from "@/lib/association/types";
import type { Actor } from "@/lib/auth/actor";
import { addDays, addMonths, dateOf, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import type { ApplyInput } from "@/lib/membership/application/schema";
import type { Role } from "@/lib/membership/role/types";

type Setting = {
  readonly stewards: readonly Actor[];
  /** Members without a role. */
  readonly active?: readonly Actor[];
  /** Whose application waits, and who is asked in by the first steward. */
  readonly applicants?: readonly Actor[];
  readonly invited?: readonly Actor[];
  /** To whom the first steward has offered a role. */
  readonly offered?: readonly (readonly [Actor, Role])[];
  readonly entry?: EntryMode;
  readonly deciders?: 1 | 2;
  /** Places left; null for no limit. */
  readonly places?: number | null;
  readonly isInCustody?: boolean;
  /** Whether the next version of the charter takes a vote. */
  readonly isByVote?: boolean;
};

export type Scene = {
  readonly id: string;
  readonly slug: string;
  readonly charterId: string;
  /** The one clause of the charter in force. */
  readonly clauseId: string;
  /** Complete papers, as its page would send them. */
  readonly papers: ApplyInput;
  readonly applicationOf: (actor: Actor) => string;
  readonly invitationOf: (actor: Actor) => string;
  readonly grantOf: (actor: Actor) => string;
  readonly membershipOf: (actor: Actor) => string;
};

const STATEMENT = { kinds: ["TIME" as const], isListening: false, minutesPerPeriod: 120, period: "MONTH" as const };
const WORDS = { tagline: "Prova", purpose: "Provare", forWhom: "Chi prova", weDo: ["Prove"], weDoNot: ["Finzioni"] };
const idBy = (rows: readonly { id: string; memberId: string }[]) => {
  const ids = new Map(rows.map(({ memberId, id }) => [memberId, id]));
  return ({ memberId }: Actor) => ids.get(memberId) ?? "";
};

/** An association as a race finds it, written straight into the tables in one transaction. */
export function setScene(setting: Setting): Promise<Scene> {
  return db.$transaction(async (tx) => {
    const now = addDays(new Date(), -1);
    const frame = await makeAssociation(tx, setting, now);
    const { grants, membershipOf } = await makeMembers(tx, { ...setting, ...frame, now });
    const applications = await makeApplications(tx, { ...setting, ...frame, now });
    const invitations = await makeInvitations(tx, { ...setting, ...frame, now });
    const finders = { grantOf: idBy(grants), applicationOf: idBy(applications), invitationOf: idBy(invitations) };
    return { ...frame, membershipOf, ...finders };
  });
}

type Frame = Pick<Scene, "id" | "slug" | "charterId" | "clauseId" | "papers">;

async function makeAssociation(tx: Tx, setting: Setting, now: Date): Promise<Frame> {
  const { stewards, active = [], entry = "APPLICATION", deciders = 1, places = null, isInCustody = false } = setting;
  const { isByVote = false } = setting;
  const name = `Gara ${randomUUID()}`;
  const slug = name.toLowerCase().replace(" ", "-");
  const charterHash = createHash("sha256").update(slug).digest("hex");
  const held = stewards.length + active.length;
  const { id, questions, charters } = await tx.association.create({
    data: {
      ...{ slug, name, ...WORDS, entry, foundedAt: now, decidersRequired: deciders },
      ...(isInCustody && { state: "CUSTODY" as const, custodySince: now }),
      memberLimit: places === null ? null : held + places,
      questions: { create: { position: 0, text: "Perché qui?", isRequired: true } },
      charters: {
        create: {
          ...{ version: 1, hash: charterHash, publishedAt: now, isByVote },
          clauses: { create: { number: 1, kind: "RULE", text: "Gli attrezzi si chiedono prima." } },
          values: { create: { position: 0, valueSlug: "care", meaning: "Cura", shownBy: "Prove" } },
        },
      },
    },
    select: {
      id: true,
      questions: { select: { id: true } },
      charters: { select: { id: true, values: { select: { id: true } }, clauses: { select: { id: true } } } },
    },
  });
  const [charter] = charters;
  const papers: ApplyInput = {
    ...{ associationSlug: slug, charterHash, ...STATEMENT, statement: "Due ore al mese." },
    untilOn: addMonths(dayOf(now), 6),
    stances: charter?.values.map((value) => ({ valueId: value.id, stance: "SHARED" as const, note: "" })) ?? [],
    answers: questions.map((question) => ({ questionId: question.id, text: "Perché sì." })),
  };
  return { id, slug, charterId: charter?.id ?? "", clauseId: charter?.clauses[0]?.id ?? "", papers };
}

type Filling = Setting & Frame & { now: Date };

/** Members with their pledges, and roles held or offered; the grants that were made. */
async function makeMembers(tx: Tx, { id, charterId, papers, now, ...setting }: Filling) {
  const { stewards, active = [], offered = [], isInCustody } = setting;
  const memberships = await tx.membership.createManyAndReturn({
    data: [...stewards, ...active].map(({ memberId }) => ({
      ...{ associationId: id, memberId, state: "ACTIVE" as const, stateSince: now, firstJoinedAt: now },
    })),
    select: { id: true, memberId: true },
  });
  const membershipOf = idBy(memberships);
  await tx.membershipEvent.createMany({
    data: memberships.map((membership) => ({ membershipId: membership.id, to: "ACTIVE" as const, at: now })),
  });
  const pledges = await tx.pledge.createManyAndReturn({
    data: memberships.map((membership) => ({
      ...{ membershipId: membership.id, charterId, charterHash: papers.charterHash, ...STATEMENT },
      ...{ statement: "Due ore.", untilOn: dateOf(papers.untilOn), acceptedAt: now },
    })),
    select: { id: true },
  });
  await tx.pledgeStance.createMany({
    data: pledges.flatMap((pledge) =>
      papers.stances.map(({ valueId, stance }) => ({ pledgeId: pledge.id, charterValueId: valueId, stance })),
    ),
  });
  const held = isInCustody ? [] : stewards.map((steward) => [steward, "STEWARD", "HELD"] as const);
  const open = offered.map(([member, role]) => [member, role, "OFFERED"] as const);
  const grants = await tx.roleGrant.createManyAndReturn({
    data: [...held, ...open].map(([member, role, state]) => ({
      ...{ membershipId: membershipOf(member), role, state, grantedAt: now },
      ...(state === "HELD" ? { acceptedAt: now } : { grantedById: stewards[0]?.memberId ?? null }),
    })),
    select: { id: true, membership: { select: { memberId: true } } },
  });
  return { membershipOf, grants: grants.map(({ id: grantId, membership }) => ({ id: grantId, ...membership })) };
}

async function makeApplications(tx: Tx, { id, charterId, papers, applicants = [], deciders = 1, now }: Filling) {
  const rows = await tx.application.createManyAndReturn({
    data: applicants.map(({ memberId }) => ({
      ...{ associationId: id, memberId, charterId, charterHash: papers.charterHash, door: "APPLICATION" as const },
      ...{ ...STATEMENT, statement: papers.statement, untilOn: dateOf(papers.untilOn) },
      ...{ submittedAt: now, answerBy: addDays(now, 30), decidersRequired: deciders },
    })),
    select: { id: true, memberId: true },
  });
  await tx.applicationStance.createMany({
    data: rows.flatMap((row) =>
      papers.stances.map(({ valueId, stance }) => ({ applicationId: row.id, charterValueId: valueId, stance })),
    ),
  });
  await tx.applicationAnswer.createMany({
    data: rows.flatMap((row) =>
      papers.answers.map(({ questionId, text }, position) => ({
        ...{ applicationId: row.id, position, questionId, question: "Perché qui?", isRequired: true, text },
      })),
    ),
  });
  return rows;
}

function makeInvitations(tx: Tx, { id, stewards, invited = [], now }: Filling) {
  return tx.invitation.createManyAndReturn({
    data: invited.map(({ memberId }) => ({
      ...{ associationId: id, memberId, inviterId: stewards[0]?.memberId ?? "", reason: "Perché proprio tu." },
      ...{ createdAt: now, expiresAt: addDays(now, 30) },
    })),
    select: { id: true, memberId: true },
  });
}

/** How many belong to an association now. */
export const membersOf = (associationId: string): Promise<number> =>
  db.membership.count({ where: { associationId, state: { in: ["ACTIVE", "PAUSED"] } } });
