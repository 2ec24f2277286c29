import { db } from "@/lib/db/client";
import type { Real } from "./begin";
import { byWho, type Picture } from "./model";

type Table = "needs" | "offers" | "promises" | "deeds" | "invitations" | "tasks" | "taskAsks" | "asks" | "hostings";
/** The ids of its rows, in the order in which they came. */
export type Ids = Readonly<Record<Table, readonly string[]>>;

/** What the database says of it. */
export async function look(real: Real): Promise<{ picture: Picture; ids: Ids }> {
  const { id, people, groups } = real;
  const of = { where: { projectId: id }, orderBy: { id: "asc" } } as const;
  const needs = await db.need.findMany({ ...of, orderBy: { position: "asc" } });
  const offers = await db.needOffer.findMany({ ...of, where: { need: of.where } });
  const promises = await db.commitment.findMany(of);
  const deeds = await db.contribution.findMany(of);
  const tasks = await db.task.findMany(of);
  const taskAsks = await db.taskAsk.findMany({ ...of, where: { task: of.where } });
  const invitations = await db.ideaInvitation.findMany(of);
  const asks = await db.needAsk.findMany(of);
  const hostings = await db.coHosting.findMany(of);

  const personOf = (memberId: string | null) => placeOf(people, (one) => one.memberId === memberId);
  const groupOf = (associationId: string | null) => placeOf(groups, (one) => one.id === associationId);
  const needOf = (needId: string) => needs.findIndex((need) => need.id === needId);
  const asked = ({ toId, askedById, state }: (typeof asks | typeof invitations | typeof taskAsks)[number]) => ({
    ...{ to: personOf(toId), by: personOf(askedById), state },
  });
  const { state, ownerId, associationId } = await db.project.findUniqueOrThrow({ where: { id } });
  const picture = {
    ...{ state, owner: personOf(ownerId), lead: groupOf(associationId), taken: needs.map(({ taken }) => taken) },
    offers: offers.map((one) => ({ who: personOf(one.memberId), need: needOf(one.needId), state: one.state })),
    promises: promises.map((one) => ({ who: personOf(one.memberId), state: one.state })),
    deeds: deeds.map((one) => ({
      ...{ who: personOf(one.memberId), where: groupOf(one.associationId), state: one.state },
      by: personOf(one.confirmedById),
    })),
    handovers: (await db.projectHandover.findMany(of)).map((one) => ({
      ...{ to: personOf(one.toId), by: personOf(one.offeredById), state: one.state },
    })),
    dreams: (await db.coProposer.findMany(of)).map((one) => ({
      ...{ who: personOf(one.memberId), isCompetence: one.brings === "COMPETENCE", isIn: one.withdrawnAt === null },
    })),
    invitations: invitations.map(asked),
    seatAsks: await seatAsksOf(id, (memberId, needId) => ({ who: personOf(memberId) ?? -1, need: needOf(needId) })),
    tasks: tasks.map((one) => ({ owner: personOf(one.ownerId), state: one.state })),
    taskAsks: taskAsks.map((one) => ({ task: tasks.findIndex((task) => task.id === one.taskId), ...asked(one) })),
    asks: asks.map((one) => ({ ...asked(one), need: needOf(one.needId) })),
    hostings: hostings.map((one) => ({ group: groupOf(one.associationId), state: one.state })),
    leads: (await db.leadOffer.findMany(of)).map(({ fromId, isLeaving, state }) => ({
      ...{ from: groupOf(fromId), isLeaving, state },
    })),
  } as Picture;
  const ids = {
    ...{ needs: idsOf(needs), offers: idsOf(offers), promises: idsOf(promises), deeds: idsOf(deeds) },
    ...{ invitations: idsOf(invitations), tasks: idsOf(tasks), taskAsks: idsOf(taskAsks) },
    ...{ asks: idsOf(asks), hostings: idsOf(hostings) },
  };
  return { picture, ids };
}

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

function placeOf<T>(all: readonly T[], is: (one: T) => boolean): number | null {
  const place = all.findIndex(is);
  return place === -1 ? null : place;
}

type Whose = (memberId: string, needId: string) => { readonly who: number; readonly need: number };

async function seatAsksOf(projectId: string, whose: Whose) {
  const rows = await db.seatAsk.findMany({
    where: { coProposer: { projectId } },
    select: { needId: true, state: true, coProposer: { select: { memberId: true } } },
  });
  return byWho(rows.map(({ needId, state, coProposer }) => ({ ...whose(coProposer.memberId, needId), state })));
}
