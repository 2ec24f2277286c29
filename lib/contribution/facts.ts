import "server-only";
import { dayOf } from "@/lib/core/duration";
import { lockProject, type Tx } from "@/lib/db/transaction";
import { lockWithStanding, readStanding } from "@/lib/membership/facts";
import { isMember } from "@/lib/membership/rules";
import { readBelonging } from "./carrier/facts";
import { countsIn, isInside, type Place as Part, takesPart } from "./carrier/rules";
import { readCharterOfDeeds } from "./outside/facts";
import { canWitness } from "./outside/rules";
import { answersFor } from "./reversal/rules";
import type { DeclareFacts, JudgeFacts } from "./rules";
import type { DonePlace } from "./types";

type Place = {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly ownerId: string | null;
  readonly associationId: string | null;
  readonly contentLocale: string;
};

export type Participation = {
  readonly project: Place;
  /** Where what they do counts: the association through which they take part, else the one that leads. */
  readonly countsIn: string | null;
  /** Whether the work of the project is theirs to read and do. */
  readonly isInside: boolean;
  readonly facts: DeclareFacts;
};

type Asking = { slug: string; memberId: string; now: Date };

/** What recording a contribution asks, the project locked. Null when there is no such project, or not for this member (rule A2). */
export async function takeParticipation(tx: Tx, { slug, memberId, now }: Asking): Promise<Participation | null> {
  if (!(await lockProject(tx, slug))) return null;
  const row = await tx.project.findUnique({
    where: { slug },
    select: {
      id: true,
      slug: true,
      title: true,
      ownerId: true,
      associationId: true,
      contentLocale: true,
      isMembersOnly: true,
      isWithheld: true,
      createdAt: true,
      concludedAt: true,
    },
  });
  if (!row) return null;
  const { isMembersOnly, isWithheld, createdAt, concludedAt, ...project } = row;
  if (isWithheld && project.ownerId !== memberId) return null;
  const belonging = await readBelonging(tx, { projectId: row.id, memberId, now });
  if (isMembersOnly && !belonging) return null;
  const seats = await tx.needOffer.count({ where: { memberId, state: "ACCEPTED", need: { projectId: row.id } } });
  const isOwner = project.ownerId === memberId;
  const part: Part = {
    isParticipant: isOwner || seats > 0,
    ...{ isOwner, hasAssociation: project.associationId !== null, isMember: belonging !== null },
  };
  const facts: DeclareFacts = {
    now,
    today: dayOf(now),
    projectStartedOn: dayOf(createdAt),
    endedAt: concludedAt,
    isParticipant:
      takesPart(part, { hasEnded: concludedAt !== null }) || (await owesWord(tx, { projectId: row.id, memberId })),
    membership: belonging?.standing ?? null,
  };
  return {
    project,
    isInside: isInside(part),
    facts,
    countsIn: countsIn({ through: belonging?.associationId ?? null, lead: project.associationId }),
  };
}

/** Whether what somebody took on in a project is still to be closed: then they say what they did, though their seat was left or has ended (rule K1). */
export async function owesWord(
  tx: Tx,
  { projectId, memberId }: { projectId: string; memberId: string },
): Promise<boolean> {
  return (await tx.commitment.count({ where: { projectId, memberId, state: "OPEN" } })) > 0;
}

/** Whether a file is among those of the project. */
export async function isFileOf(tx: Tx, { projectId, fileId }: { projectId: string; fileId: string }): Promise<boolean> {
  return (await tx.projectFile.count({ where: { id: fileId, projectId } })) > 0;
}

/** Whether a confirmed contribution is there for this member: its author chooses for whom (rule PV1). */
async function isOpen(tx: Tx, id: string, memberId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ isOpen: boolean }[]>`
    SELECT deed_open(k."memberId", k."confirmedById", k."projectId", ${memberId}::uuid) AS "isOpen"
      FROM "Contribution" k WHERE k."id" = ${id}::uuid`;
  return row?.isOpen ?? false;
}

/** Whether somebody answers for what is done in an association. */
export async function isEditor(
  tx: Tx,
  at: { associationId: string | null; memberId: string; now: Date },
): Promise<boolean> {
  const { associationId } = at;
  const standing = associationId ? await readStanding(tx, { ...at, associationId }) : null;
  return Boolean(standing?.responsibilities.includes("EDIT"));
}

export type Taken = {
  readonly place: DonePlace;
  readonly memberId: string;
  readonly confirmedById: string | null;
  readonly facts: Omit<JudgeFacts, "now">;
  /** Answers for what is done there: leads the project, or holds EDIT in the association where it counts. */
  readonly isAnswering: boolean;
};

type Looking = { id: string; memberId: string; now: Date };

/**
 * A contribution as it stands towards this member, with its project or association locked and then itself. Null when there is
 * none, or not for them (rule A2).
 */
export async function takeContribution(tx: Tx, { id, memberId, now }: Looking): Promise<Taken | null> {
  const where = { id };
  const at = await tx.contribution.findUnique({
    where,
    select: {
      associationId: true,
      project: { select: { slug: true } },
      association: { select: { slug: true, name: true } },
    },
  });
  const found = at?.project
    ? await takeInProject(tx, { slug: at.project.slug, through: at.associationId, memberId, now })
    : at?.association && (await takeInAssociation(tx, { ...at.association, memberId, now }));
  if (!found) return null;
  await tx.$executeRaw`SELECT 1 FROM "Contribution" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  const { confirmedById, isWithheld, ...row } = await tx.contribution.findUniqueOrThrow({
    where,
    select: { memberId: true, state: true, declaredAt: true, confirmedById: true, isWithheld: true },
  });
  const { place, isWitness, isAnswering, membership } = found;
  const isAuthor = row.memberId === memberId;
  // What waits for a word, or got none, is shown to those who may give it; to others there is none.
  if (!isAuthor && !isWitness && row.state !== "CONFIRMED") return null;
  if (!isAuthor && !isWitness && !isAnswering && !(await isOpen(tx, id, memberId))) return null;
  if (isWithheld && !isAuthor) return null;
  const facts = { state: row.state, declaredAt: row.declaredAt, isAuthor, isWitness, membership };
  return {
    ...{ place, memberId: row.memberId, confirmedById, isAnswering },
    facts: { ...facts, isInProject: place.projectId !== null },
  };
}

async function takeInProject(tx: Tx, { through, ...asking }: Asking & { through: string | null }) {
  const found = await takeParticipation(tx, asking);
  if (!found) return null;
  const { slug, id: projectId, title: name, ownerId } = found.project;
  const { isParticipant, membership } = found.facts;
  const { memberId, now } = asking;
  const associationId = countsIn({ through, lead: found.project.associationId });
  return {
    place: { slug, name, projectId, associationId },
    isWitness: isParticipant,
    isAnswering: answersFor({
      ...{ isLead: ownerId === memberId, isParticipant },
      isEditor: await isEditor(tx, { associationId, memberId, now }),
    }),
    membership,
  };
}

async function takeInAssociation(tx: Tx, { slug, name, memberId, now }: Asking & { name: string }) {
  const locked = await lockWithStanding(tx, memberId, slug, now);
  if (!locked || !isMember(locked.standing.state)) return null;
  const { associationId, standing } = locked;
  const { confirmers } = await readCharterOfDeeds(tx, { associationId, now });
  const isAnswering = standing.responsibilities.includes("EDIT");
  return {
    place: { slug, name, projectId: null, associationId },
    isWitness: canWitness(standing, confirmers),
    isAnswering,
    membership: null,
  };
}
