import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { postponeSeat } from "@/lib/contribution/commitment/commands";
import { dateOf, dayOf } from "@/lib/core/duration";
import { sumOfEach } from "@/lib/core/each";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { statementReminder } from "@/lib/membership/reminder/rules";
import type { Standing } from "../commands";
import { factsToTell, type ProjectFacts, readProject } from "../facts";
import { takeOffer } from "../offer/facts";
import { type EndingSeat, listEnding, takeEnding } from "./facts";
import { canRenew, type RenewRefusal } from "./rules";
import type { RenewSeatInput } from "./schema";

type Renewed = { slug: string; needId: string };

/**
 * Stays in one's seat up to a later day, by one's own word: its commitment is due then, while it is open (rules K1, PT1). By whoever
 * sits there, before their last day has gone by.
 */
export async function renewSeat(
  actor: Actor,
  { offerId, until }: RenewSeatInput,
  now = new Date(),
): Promise<Result<Renewed, RenewRefusal | Standing>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Renewed, RenewRefusal | Standing>(actor, async (tx) => {
    const found = await takeOffer(tx, offerId);
    if (!found || found.offer.memberId !== actor.memberId) return refuse("common.notFound");
    const { project, offer } = found;
    const untilOn = offer.untilOn ? offer.untilOn.toISOString().slice(0, 10) : null;
    const facts = { state: offer.state, projectState: project.state, untilOn, today: dayOf(now) };
    const verdict = canRenew(facts, until);
    if (!verdict.ok) return verdict;
    await tx.needOffer.update({
      where: { id: offerId, state: "ACCEPTED" },
      data: { untilOn: dateOf(until), renewedAt: now },
      select: { id: true },
    });
    await postponeSeat(tx, offerId, dateOf(until));
    await recordActivity(tx, {
      ...{
        kind: "project.seatRenewed",
        actorId: actor.memberId,
        memberId: project.ownerId,
        subjectId: offerId,
        at: now,
      },
      ...{ associationId: project.associationId, projectId: project.id, data: factsToTell(project) },
    });
    return ok({ slug: project.slug, needId: offer.needId });
  });
}

/**
 * A job: who sits with a last day is told a month and a week before it, once; on the day after, the seat is free again and both they
 * and whoever leads the project are told. Their commitment stays theirs to close (rules K1, K2). Returns how many were told.
 */
export async function followSeats(now = new Date()): Promise<number> {
  return sumOfEach(await listEnding(now), async (slug) => {
    const done = await inTransaction<number, never>(null, async (tx) => ok(await followIn(tx, slug, now)));
    return done.ok ? done.value : 0;
  });
}

async function followIn(tx: Tx, slug: string, now: Date): Promise<number> {
  const seats = await takeEnding(tx, slug, now);
  const project = seats && (await readProject(tx, slug));
  if (!project) return 0;
  let told = 0;
  for (const seat of seats) if (await follow(tx, { project, seat, now })) told += 1;
  return told;
}

type Following = { project: ProjectFacts; seat: EndingSeat; now: Date };

async function follow(tx: Tx, { project, seat, now }: Following): Promise<boolean> {
  const due = statementReminder(seat, dayOf(now));
  const about = {
    ...{ actorId: null, associationId: project.associationId, projectId: project.id, at: now },
    data: { ...factsToTell(project), need: seat.need.title },
  };
  if (due === null) return false;
  if (due === "STATEMENT_OVER") {
    await tx.needOffer.update({
      where: { id: seat.id, state: "ACCEPTED" },
      data: { state: "ENDED", closedAt: now },
      select: { id: true },
    });
    await recordActivity(tx, { kind: "project.seatEnded", ...about, memberId: seat.memberId, subjectId: seat.need.id });
    return true;
  }
  const kind = due === "STATEMENT_WEEK" ? ("WEEK" as const) : ("MONTH" as const);
  const data = [{ offerId: seat.id, kind, aboutOn: dateOf(seat.untilOn), at: now }];
  if ((await tx.seatReminder.createMany({ data, skipDuplicates: true })).count === 0) return false;
  await recordActivity(tx, { kind: "project.seatEnding", ...about, memberId: seat.memberId, subjectId: seat.need.id });
  return true;
}
