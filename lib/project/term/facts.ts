import "server-only";
import { addDays, dateOf, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { lockProject, type Tx } from "@/lib/db/transaction";
import { STATEMENT_MONTH_DAYS } from "@/lib/membership/reminder/rules";
import { OVER_STATES } from "../rules";

const inSeat = (upTo: string) => ({
  state: "ACCEPTED" as const,
  untilOn: { lte: dateOf(upTo) },
  need: { project: { state: { notIn: [...OVER_STATES] }, isWithheld: false } },
});

/** Projects in which somebody's last day draws near or has gone by, by address. Nobody is told of one that a measure hides. */
export async function listEnding(now: Date): Promise<string[]> {
  const rows = await db.project.findMany({
    where: { needs: { some: { offers: { some: inSeat(dayOf(addDays(now, STATEMENT_MONTH_DAYS))) } } } },
    orderBy: { id: "asc" },
    select: { slug: true },
  });
  return rows.map(({ slug }) => slug);
}

/** The seats of a project whose last day draws near or has gone by, the project locked; null where there is none. */
export async function takeEnding(tx: Tx, slug: string, now: Date) {
  const projectId = await lockProject(tx, slug);
  if (!projectId) return null;
  const where = inSeat(dayOf(addDays(now, STATEMENT_MONTH_DAYS)));
  const rows = await tx.needOffer.findMany({
    where: { ...where, need: { ...where.need, projectId } },
    orderBy: [{ untilOn: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, memberId: true, untilOn: true, renewedAt: true, decidedAt: true, offeredAt: true },
      need: { select: { id: true, title: true } },
    },
  });
  return rows.map(({ untilOn, renewedAt, decidedAt, offeredAt, ...row }) => ({
    ...row,
    untilOn: untilOn ? untilOn.toISOString().slice(0, 10) : "",
    givenOn: dayOf(renewedAt ?? decidedAt ?? offeredAt),
  }));
}

export type EndingSeat = NonNullable<Awaited<ReturnType<typeof takeEnding>>>[number];
