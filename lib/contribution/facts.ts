import "server-only";
import { dayOf } from "@/lib/core/duration";
import { lockProject, type Tx } from "@/lib/db/transaction";
import { readStanding } from "@/lib/membership/facts";
import type { ConfirmFacts, DeclareFacts } from "./rules";

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
      createdAt: true,
      concludedAt: true,
    },
  });
  if (!row) return null;
  const { isMembersOnly, createdAt, concludedAt, ...project } = row;
  if (isMembersOnly && !(await belongs(tx, memberId, project.associationId))) return null;
  const seats = await tx.needOffer.count({ where: { memberId, state: "ACCEPTED", need: { projectId: row.id } } });
  const facts: DeclareFacts = {
    now,
    today: dayOf(now),
    projectStartedOn: dayOf(createdAt),
    endedAt: concludedAt,
    isParticipant: project.ownerId === memberId || seats > 0,
  };
  return { project, facts };
}

async function belongs(tx: Tx, memberId: string, associationId: string | null): Promise<boolean> {
  const standing = associationId && (await readStanding(tx, { memberId, associationId }));
  return Boolean(standing) && ["ACTIVE", "PAUSED"].includes(standing ? standing.state : "");
}

/** The slug of the project a contribution was made to; null without such a contribution. */
export async function slugOfContribution(tx: Tx, id: string): Promise<string | null> {
  const row = await tx.contribution.findUnique({ where: { id }, select: { project: { select: { slug: true } } } });
  return row?.project?.slug ?? null;
}

export type ContributionRow = Omit<ConfirmFacts, "isParticipant" | "now"> & { readonly memberId: string };

/** A contribution as it stands, towards this member. The caller holds the project's lock. */
export async function readContribution(tx: Tx, id: string, memberId: string): Promise<ContributionRow | null> {
  const row = await tx.contribution.findUnique({
    where: { id },
    select: { memberId: true, state: true, declaredAt: true },
  });
  return row && { ...row, isAuthor: row.memberId === memberId };
}
