import "server-only";
import { addDays } from "@/lib/core/duration";
import type { Tx } from "@/lib/db/transaction";
import { type ProjectFacts, readScope } from "../facts";
import { STANDING } from "../seat/facts";
import type { AskFacts } from "./rules";

type Asking = { project: ProjectFacts; needId: string; askedById: string; toId: string; now: Date };

/**
 * What `canAskToCover` asks of somebody; null when they do not let themselves be asked, or may not sit down there (rule A2), or for
 * no such need: all look the same. The caller holds the project's lock; the asker's other questions wait.
 */
export async function readAsking(tx: Tx, { project, needId, askedById, toId, now }: Asking) {
  const need = await tx.need.findUnique({
    where: { id: needId, projectId: project.id },
    select: { title: true, seats: true, taken: true },
  });
  if (!need || (await tx.member.count({ where: { id: toId, isAskable: true } })) === 0) return null;
  const { membership } = await readScope(tx, toId, project, now);
  if (project.isWithheld || (project.isMembersOnly && membership !== "ACTIVE")) return null;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('need-asks'), hashtext(${askedById}))`;
  const about = { projectId: project.id, toId };
  const coProposer = { projectId: project.id, memberId: toId };
  const seatNo = await tx.seatAsk.findFirst({
    where: { coProposer, state: "DECLINED" },
    orderBy: { closedAt: "desc" },
    select: { closedAt: true },
  });
  const last = await tx.needAsk.findFirst({
    where: { ...about, askedById, state: { in: ["DECLINED", "LAPSED"] } },
    orderBy: { closedAt: "desc" },
    select: { closedAt: true, state: true },
  });
  const facts: AskFacts = {
    now,
    state: project.state,
    seatsFree: need.seats - need.taken,
    isIn:
      toId === project.ownerId ||
      (await tx.needOffer.count({ where: { needId, memberId: toId, state: STANDING } })) > 0,
    isAsked:
      (await tx.needAsk.count({ where: { ...about, state: "OPEN" } })) > 0 ||
      (await tx.seatAsk.count({ where: { coProposer, state: "OPEN" } })) > 0,
    lastNo: latestNo(last, seatNo),
    openCount: await tx.needAsk.count({ where: { askedById, state: "OPEN", expiresAt: { gt: now } } }),
    weekCount: await tx.needAsk.count({ where: { askedById, askedAt: { gt: addDays(now, -7) } } }),
  };
  return { need: need.title, facts };
}

type No = { readonly closedAt: Date | null };

/** The later of two: of what they were asked, and of the seat they were asked about as who had dreamt the project. */
function latestNo(asked: (No & { state: string }) | null, seat: No | null): AskFacts["lastNo"] {
  const at = seat?.closedAt ?? null;
  if (!asked?.closedAt || (at && at > asked.closedAt)) return at && { at, isSilence: false };
  return { at: asked.closedAt, isSilence: asked.state === "LAPSED" };
}

/** The slug of the project a question is about; null without such a question. */
export async function slugOfAsk(tx: Tx, askId: string): Promise<string | null> {
  const row = await tx.needAsk.findUnique({ where: { id: askId }, select: { project: { select: { slug: true } } } });
  return row?.project.slug ?? null;
}

/** A question as it stands. The caller holds the project's lock. Null when it is of another project. */
export function readAsk(tx: Tx, askId: string, projectId: string) {
  return tx.needAsk.findUnique({
    where: { id: askId, projectId },
    select: {
      ...{ id: true, toId: true, askedById: true, state: true, expiresAt: true, needId: true },
      need: { select: { id: true, title: true, seats: true, dueOn: true } },
    },
  });
}
