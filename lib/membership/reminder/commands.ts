import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { dateOf, dayOf } from "@/lib/core/duration";
import { sumOfEach } from "@/lib/core/each";
import { ok } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { inTransaction, lockAssociation, type Tx } from "@/lib/db/transaction";
import { endCustody } from "../role/commands";
import { heldAt } from "../role/facts";
import { type Ending, listEnding, listPausesOver, readEnding, readPausesOver } from "./facts";
import { CUSTODY_CALL_DAYS, custodyCallsDue, STATEMENT_MONTH_DAYS, statementReminder } from "./rules";
import type { ReminderKind } from "./types";

type Reminder = { membershipId: string; kind: ReminderKind; aboutOn: string; now: Date };

/** Notes that somebody is reminded of this now. False when they were before (rule A4). */
export async function noteReminder(tx: Tx, { aboutOn, now, ...about }: Reminder): Promise<boolean> {
  const data = [{ ...about, aboutOn: dateOf(aboutOn), at: now }];
  const { count } = await tx.membershipReminder.createMany({ data, skipDuplicates: true });
  return count === 1;
}

/** Does one piece of work in each association, under its lock, whatever befalls another; returns how much was done in all. */
export function inEach(slugs: readonly string[], work: (tx: Tx, associationId: string) => Promise<number>) {
  return sumOfEach(slugs, async (slug) => {
    const done = await inTransaction(null, async (tx) => {
      const associationId = await lockAssociation(tx, slug);
      return ok(associationId ? await work(tx, associationId) : 0);
    });
    return done.ok ? done.value : 0;
  });
}

/**
 * Tells whoever takes part that their statement ends in a month, in a week, or has ended (rule PT1); nobody in pause (M10).
 * Run by a job; says each of it once. Returns how many were told.
 */
export async function remindOfStatements(now = new Date()): Promise<number> {
  const at = { today: dayOf(now), withinDays: STATEMENT_MONTH_DAYS };
  return inEach(await listEnding(db, at), async (tx, associationId) => {
    let told = 0;
    for (const ending of await readEnding(tx, associationId, at))
      if (await remind(tx, { associationId, ending, now })) told += 1;
    return told;
  });
}

async function remind(tx: Tx, { associationId, ending, now }: { associationId: string; ending: Ending; now: Date }) {
  const { membershipId, memberId, pledgeId, untilOn, said } = ending;
  const kind = statementReminder(ending, dayOf(now));
  if (!kind || said.includes(kind) || !(await noteReminder(tx, { membershipId, kind, aboutOn: untilOn, now })))
    return false;
  const about = { actorId: null, memberId, associationId, subjectId: pledgeId, data: { until: untilOn }, at: now };
  await recordActivity(tx, {
    kind: kind === "STATEMENT_OVER" ? "membership.pledgeOver" : "membership.pledgeEnding",
    ...about,
  });
  return true;
}

/** Asks whoever is in pause, from the day they named on, whether to resume: nothing resumes by itself (rule M10). Run by a job. */
export async function remindOfPauses(now = new Date()): Promise<number> {
  const today = dayOf(now);
  return inEach(await listPausesOver(db, today), async (tx, associationId) => {
    const over = await readPausesOver(tx, associationId, today);
    for (const { membershipId, memberId, aboutOn } of over) {
      await noteReminder(tx, { membershipId, kind: "PAUSE_OVER", aboutOn, now });
      const about = { actorId: null, memberId, associationId, subjectId: membershipId, at: now };
      await recordActivity(tx, { kind: "membership.pauseOver", ...about });
    }
    return over.length;
  });
}

/**
 * Calls the members of each association nobody looks after again, after seven and after fourteen days (rule M7). Afterwards it
 * stays in custody, closed to newcomers, until one of them answers: see docs/adr. Run by a job; one call at a time.
 */
export async function callForStewards(now = new Date()): Promise<number> {
  const due = await db.association.findMany({
    where: { state: "CUSTODY", custodyCalls: { lt: CUSTODY_CALL_DAYS.length } },
    select: { slug: true },
  });
  return inEach(
    due.map(({ slug }) => slug),
    async (tx, id) => {
      const { custodySince, custodyCalls } = await tx.association.findUniqueOrThrow({
        where: { id },
        select: { custodySince: true, custodyCalls: true },
      });
      const calls = custodySince ? custodyCallsDue(custodySince, now) : 0;
      if (calls <= custodyCalls) return 0;
      await tx.association.update({ where: { id }, data: { custodyCalls: calls } });
      await recordActivity(tx, {
        kind: "association.custodyCalled",
        actorId: null,
        associationId: id,
        subjectId: id,
        at: now,
      });
      return 1;
    },
  );
}

/**
 * Ends the custody of associations whose steward counts again, as after a pause of the role (rules M7, MO4). Run by a job;
 * returns how many.
 */
export async function endCustodies(now = new Date()): Promise<number> {
  const steward = { state: "ACTIVE" as const, member: { account: { suspendedAt: null } } };
  const back = { some: { ...steward, roles: { some: { role: "STEWARD" as const, ...heldAt(now) } } } };
  const due = await db.association.findMany({
    where: { state: "CUSTODY", memberships: back },
    select: { slug: true },
  });
  return inEach(
    due.map(({ slug }) => slug),
    async (tx, id) => {
      const isBack = (await tx.association.count({ where: { id, memberships: back } })) > 0;
      return isBack && (await endCustody(tx, id, { actorId: null, now })) ? 1 : 0;
    },
  );
}
