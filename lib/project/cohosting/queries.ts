import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { unlocked } from "@/lib/db/transaction";
import { ASSOCIATION_REF, refOf } from "@/lib/membership/sight/queries";
import { listStranded } from "../parting/facts";
import type { ProjectState } from "../types";
import { ASK_AGAIN_DAYS, CO_HOSTS_MAX, canAskAnother } from "./rules";
import type { CoHostDesk, CoHostLine, Stranded } from "./types";

const SUGGESTED = 300;

const LINE = {
  ...{ id: true, state: true, associationId: true, reason: true, askedAt: true, answeredAt: true },
  association: { select: ASSOCIATION_REF },
} as const;

/** Who would lose their place with an association that goes. */
export async function strandedBy(going: { projectId: string; associationId: string }): Promise<Stranded[]> {
  return (await listStranded(unlocked, going)).map(({ name, need, isSeated }) => ({ name, need, isSeated }));
}

type Desk = { slug: string; now?: Date };

/** The other associations of a project, for its owner's desk; a «non ora» for as long as it bars asking again. Null for anybody else. */
export async function findCoHostDesk(actor: Actor, { slug, now = new Date() }: Desk): Promise<CoHostDesk | null> {
  const project = await db.project.findFirst({
    where: { slug, ownerId: actor.memberId, associationId: { not: null } },
    select: { id: true, state: true, associationId: true },
  });
  if (!project) return null;
  const { id: projectId, state, associationId: leadId } = project;
  const since = addDays(now, -ASK_AGAIN_DAYS);
  const rows = await db.coHosting.findMany({
    where: {
      projectId,
      OR: [{ state: { in: ["ASKED", "CARRYING"] } }, { state: "NOT_NOW", answeredAt: { gt: since } }],
    },
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
    select: LINE,
  });
  const open = rows.filter((row) => row.state !== "NOT_NOW");
  const lines: CoHostLine[] = [];
  for (const { associationId, askedAt, answeredAt, association, ...row } of rows)
    lines.push({
      ...{ id: row.id, state: row.state as CoHostLine["state"], reason: row.reason, association: refOf(association) },
      at: (answeredAt ?? askedAt).toISOString(),
      askAgainAt: row.state === "NOT_NOW" && answeredAt ? addDays(answeredAt, ASK_AGAIN_DAYS).toISOString() : null,
      stranded: row.state === "CARRYING" ? await strandedBy({ projectId, associationId }) : [],
    });
  const carriers = [leadId ?? "", ...open.map(({ associationId }) => associationId)];
  return {
    lines,
    mayAsk: canAskAnother({ state: state as ProjectState, hasAssociation: true, open: open.length }).ok,
    leadOffer: await db.leadOffer.findFirst({ where: { projectId, state: "OFFERED" }, select: { isLeaving: true } }),
    suggestions: open.length < CO_HOSTS_MAX ? await listOthers(carriers) : [],
  };
}

async function listOthers(carriers: readonly string[]): Promise<string[]> {
  const rows = await db.association.findMany({
    where: { id: { notIn: [...carriers] }, state: "OPEN" },
    orderBy: { name: "asc" },
    take: SUGGESTED,
    select: { name: true },
  });
  return rows.map(({ name }) => name);
}
