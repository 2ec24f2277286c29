import "server-only";
import type { Actor, Viewer } from "@/lib/auth/actor";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { unlocked } from "@/lib/db/transaction";
import { readStanding } from "@/lib/membership/facts";
import { ASSOCIATION_REF, findAnsweringFor, refOf } from "@/lib/membership/sight/queries";
import type { ApprovalLine } from "../approval/types";
import { strandedBy } from "../cohosting/queries";
import { ASK_AGAIN_DAYS } from "../cohosting/rules";
import type { AskedLine, CarriedLine, FarewellLine } from "../cohosting/types";
import { readProject } from "../facts";
import { readTaking } from "../lead/facts";
import { canTakeLead } from "../lead/rules";
import { isOver } from "../rules";
import type { ProjectState } from "../types";
import type { CarriedDesk, LeadToTake } from "./types";

const LINES_MAX = 100;

/** The projects an association is asked to carry, carries with others, and was let go of lately; null without EDIT there. */
export async function findCarriedDesk(actor: Actor, slug: string, now = new Date()): Promise<CarriedDesk | null> {
  const association = await findAnsweringFor(actor, slug, "EDIT", now);
  if (!association) return null;
  const { id, standing } = association;
  return {
    ...{ association: refOf(association), holds: standing.responsibilities },
    approvals: await listApprovals(actor, id),
    asked: await listAsked(id),
    carried: await listCarried(id),
    farewells: await listFarewells(id, now),
  };
}

async function listApprovals({ memberId }: Actor, associationId: string): Promise<ApprovalLine[]> {
  const rows = await db.projectApproval.findMany({
    where: { state: "ASKED", project: { associationId, isWithheld: false } },
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
    take: LINES_MAX,
    select: {
      ...{ id: true, askedAt: true, note: true, askedBy: { select: { name: true } } },
      project: {
        select: {
          ...{ slug: true, title: true, purpose: true, contentLocale: true, ownerId: true },
          approvals: { where: { state: "DECLINED" }, orderBy: { askedAt: "desc" }, take: 1, select: { reason: true } },
        },
      },
    },
  });
  return rows.map(({ id, askedAt, note, askedBy, project }) => ({
    ...{ id, note, slug: project.slug, title: project.title, purpose: project.purpose, locale: project.contentLocale },
    ...{ askedBy: askedBy?.name ?? null, askedAt: askedAt.toISOString(), before: project.approvals[0]?.reason ?? "" },
    isOwn: project.ownerId === memberId,
  }));
}

async function listAsked(associationId: string): Promise<AskedLine[]> {
  const rows = await db.coHosting.findMany({
    where: { associationId, state: "ASKED", project: { isWithheld: false } },
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
    take: LINES_MAX,
    select: {
      ...{ id: true, reason: true, brings: true, askedAt: true, askedBy: { select: { name: true } } },
      project: {
        select: {
          ...{ slug: true, title: true, purpose: true, contentLocale: true, isMembersOnly: true },
          association: { select: ASSOCIATION_REF },
        },
      },
    },
  });
  return rows.flatMap(({ project, askedBy, askedAt, ...row }) => {
    const { association, slug, contentLocale, isMembersOnly, title, purpose } = project;
    if (!association) return [];
    return {
      ...{ ...row, title, purpose, locale: contentLocale, slug: isMembersOnly ? null : slug, lead: refOf(association) },
      ...{ askedBy: askedBy?.name ?? null, askedAt: askedAt.toISOString() },
    };
  });
}

const CARRIED = {
  ...{ id: true, slug: true, title: true, state: true, createdAt: true, associationId: true },
  association: { select: ASSOCIATION_REF },
  coHostings: {
    where: { state: "CARRYING" },
    orderBy: { answeredAt: "asc" },
    select: { id: true, associationId: true, answeredAt: true, association: { select: ASSOCIATION_REF } },
  },
  leadOffers: { where: { state: "OFFERED" }, select: { isLeaving: true } },
} as const;

/** Joint projects it leads or co-hosts, the ones that live first. */
async function listCarried(associationId: string): Promise<CarriedLine[]> {
  const carrying = { some: { state: "CARRYING" as const } };
  const co = { some: { state: "CARRYING" as const, associationId } };
  const rows = await db.project.findMany({
    where: {
      ...{ state: { not: "ABANDONED" }, isWithheld: false },
      OR: [{ associationId, coHostings: carrying }, { coHostings: co }],
    },
    orderBy: [{ concludedAt: { sort: "desc", nulls: "first" } }, { createdAt: "desc" }],
    take: LINES_MAX,
    select: CARRIED,
  });
  const lines: CarriedLine[] = [];
  for (const { association, coHostings, leadOffers, createdAt, ...row } of rows) {
    const own = coHostings.find((one) => one.associationId === associationId);
    if (!association) continue;
    lines.push({
      ...{ id: own?.id ?? null, slug: row.slug, title: row.title, isOver: isOver(row.state as ProjectState) },
      ...{ lead: refOf(association), coHosts: coHostings.map((one) => refOf(one.association)) },
      since: (own?.answeredAt ?? createdAt).toISOString(),
      stranded: await strandedBy({ projectId: row.id, associationId }),
      leadOffer: leadOffers[0] ?? null,
    });
  }
  return lines;
}

async function listFarewells(associationId: string, now: Date): Promise<FarewellLine[]> {
  const rows = await db.coHosting.findMany({
    where: {
      ...{ associationId, ending: "LET_GO", project: { isWithheld: false } },
      endedAt: { gt: addDays(now, -ASK_AGAIN_DAYS) },
    },
    orderBy: { endedAt: "desc" },
    take: LINES_MAX,
    select: { id: true, farewell: true, endedAt: true, project: { select: { title: true } } },
  });
  return rows.map(({ id, farewell, endedAt, project }) => ({
    ...{ id, farewell, title: project.title },
    endedAt: endedAt?.toISOString() ?? "",
  }));
}

/** The co-hosting by which whoever looks may take the lead of a project: what `takeLead` asks. Null where they may not. */
export async function findLeadToTake(viewer: Viewer, slug: string, now = new Date()): Promise<LeadToTake | null> {
  if (!viewer) return null;
  const { memberId } = viewer;
  const rows = await db.coHosting.findMany({
    where: {
      ...{ state: "CARRYING", project: { slug } },
      association: { memberships: { some: { memberId, state: "ACTIVE" } } },
    },
    orderBy: { answeredAt: "asc" },
    select: { id: true, associationId: true, association: { select: { name: true } } },
  });
  const project = rows.length > 0 ? await readProject(unlocked, slug) : null;
  if (!project) return null;
  for (const { id, associationId, association } of rows) {
    const standing = await readStanding(unlocked, { memberId, associationId, now });
    if (!standing?.responsibilities.includes("EDIT")) continue;
    const { offer, ...facts } = await readTaking(unlocked, { project, associationId, memberId, now });
    if (canTakeLead({ ...facts, carrying: "CARRYING", isOffered: offer !== null }).ok)
      return { coHostingId: id, association: association.name, ownerStays: facts.ownerStays };
  }
  return null;
}
