import "server-only";
import { readBelongings } from "@/lib/contribution/carrier/facts";
import { belongingAmong } from "@/lib/contribution/carrier/rules";
import { dayOf } from "@/lib/core/duration";
import { lockProject, type Tx } from "@/lib/db/transaction";
import type { Standing } from "@/lib/membership/standing/types";
import type { ProjectScope } from "./policy";
import type { MoveFacts } from "./rules";

/** What the rules ask of a project, and what its activities say of it. */
export type ProjectFacts = MoveFacts & {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly associationId: string | null;
  readonly isMembersOnly: boolean;
  readonly isWithheld: boolean;
  readonly contentLocale: string;
  readonly createdOn: string;
  readonly endedAt: Date | null;
  readonly deliverables: number;
  /** Last day something is due, for commitments that named none. */
  readonly lastDueOn: Date | null;
  readonly openCommitments: number;
  readonly isLeadLeaving: boolean;
  readonly needsApproval: boolean;
};

const FIELDS = {
  id: true,
  slug: true,
  title: true,
  state: true,
  purpose: true,
  ownerId: true,
  associationId: true,
  isMembersOnly: true,
  isWithheld: true,
  contentLocale: true,
  createdAt: true,
  concludedAt: true,
  needsApproval: true,
  deliverables: { select: { dueOn: true }, orderBy: { dueOn: "asc" } },
  needs: {
    orderBy: { position: "asc" },
    select: {
      id: true,
      isCritical: true,
      seats: true,
      taken: true,
    },
  },
  _count: {
    select: {
      commitments: { where: { state: "OPEN" } },
      leadOffers: { where: { state: "OFFERED", isLeaving: true } },
      approvals: { where: { state: "APPROVED" } },
    },
  },
} as const;

/** Null without such a project. The caller holds the project's lock when what it decides depends on the answer. */
export async function readProject(tx: Tx, slug: string): Promise<ProjectFacts | null> {
  const row = await tx.project.findUnique({ where: { slug }, select: FIELDS });
  if (!row) return null;
  const { createdAt, concludedAt, deliverables, needs, _count, ...project } = row;
  const dated = deliverables.flatMap(({ dueOn }) => dueOn ?? []);
  return {
    ...project,
    createdOn: dayOf(createdAt),
    endedAt: concludedAt,
    deliverables: deliverables.length,
    datedDeliverables: dated.length,
    lastDueOn: dated.at(-1) ?? null,
    needs: needs.map(({ isCritical, seats, taken }) => ({ isCritical, seats, accepted: taken })),
    openCommitments: _count.commitments,
    isLeadLeaving: _count.leadOffers > 0,
    lacksApproval: project.needsApproval && _count.approvals === 0,
  };
}

type Owned = Pick<ProjectFacts, "id" | "ownerId" | "associationId" | "isMembersOnly" | "isWithheld">;

/** Where one person stands towards a project. */
export async function readScope(tx: Tx, memberId: string, project: Owned, now: Date): Promise<ProjectScope> {
  const { id: projectId, ownerId, associationId, isMembersOnly, isWithheld } = project;
  const all = await readBelongings(tx, { projectId, memberId, now });
  const lead = all.find(({ isLead }) => isLead);
  return {
    ...{ ownerId, isMembersOnly, isWithheld, hasAssociation: associationId !== null },
    membership: placeOf(belongingAmong(all)?.standing ?? null),
    leading: placeOf(lead?.standing ?? null),
  };
}

function placeOf(standing: Standing | null): ProjectScope["membership"] {
  if (standing?.state === "PAUSED") return "PAUSED";
  if (standing?.state !== "ACTIVE") return null;
  return standing.isCharterOverdue ? "UNPLEDGED" : "ACTIVE";
}

/** The project, locked until the transaction ends, with the actor's place in it; null without such a project. */
export async function takeProject(tx: Tx, memberId: string, slug: string, now: Date) {
  if (!(await lockProject(tx, slug))) return null;
  const project = await readProject(tx, slug);
  return project && { project, scope: await readScope(tx, memberId, project, now) };
}

/** What an activity keeps of a project. */
export function factsToTell({ slug, title }: Pick<ProjectFacts, "slug" | "title">) {
  return { slug, project: title } as const;
}
