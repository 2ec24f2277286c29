import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { dayOf, endOfDay } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { dayAfter } from "../calendar/rules";
import { inEach, noteReminder } from "../reminder/commands";
import { lockMembership, readAccountFacts } from "./facts";
import { accountOf, endingSoon, shortOf } from "./rules";
import type { Account } from "./types";

type Drawn = { readonly memberId: string; readonly associationId: string; readonly account: Account };

/**
 * Draws a member's account anew and writes down since when they are behind, which is derived from it: in the transaction of
 * whatever changed it. In pause or outside nobody is behind (rule M10). Null while they do not take part.
 */
export async function refreshBehind(tx: Tx, membershipId: string, now: Date): Promise<Drawn | null> {
  await lockMembership(tx, membershipId);
  const { facts, state, behindSince, ...whose } = await readAccountFacts(tx, membershipId, now);
  const account = accountOf(facts);
  const since = state === "ACTIVE" && account.behindOn ? endOfDay(dayAfter(account.behindOn, -1)) : null;
  if (since?.getTime() !== behindSince?.getTime())
    await tx.membership.update({ where: { id: membershipId }, data: { behindSince: since }, select: { id: true } });
  return state === "ACTIVE" ? { ...whose, account } : null;
}

type Pair = { readonly memberId: string; readonly associationId: string | null };

/** The same, of whoever may have been a member there; nothing to do for anybody else. */
export async function refreshBehindOf(tx: Tx, { memberId, associationId }: Pair, now: Date): Promise<void> {
  const found =
    associationId &&
    (await tx.membership.findUnique({
      where: { associationId_memberId: { associationId, memberId } },
      select: { id: true },
    }));
  if (found) await refreshBehind(tx, found.id, now);
}

/**
 * Draws the account of whoever takes part where a charter asks for something: a period or its grace may have ended. Tells
 * those not there yet, fourteen days before the end, and those who fell behind, once each a period. Run by a job soon after
 * midnight in Italy; returns how many were told.
 */
export async function drawAccounts(now = new Date()): Promise<number> {
  const asking = await db.association.findMany({
    where: { state: { not: "CLOSED" }, charters: { some: { minPeriod: { not: null }, publishedAt: { lte: now } } } },
    orderBy: { slug: "asc" },
    select: { slug: true },
  });
  return inEach(
    asking.map(({ slug }) => slug),
    async (tx, associationId) => {
      const active = await tx.membership.findMany({
        where: { associationId, state: "ACTIVE" },
        orderBy: { id: "asc" },
        select: { id: true },
      });
      let told = 0;
      for (const { id } of active) told += await remind(tx, id, now);
      return told;
    },
  );
}

async function remind(tx: Tx, membershipId: string, now: Date): Promise<number> {
  const drawn = await refreshBehind(tx, membershipId, now);
  if (!drawn) return 0;
  const { account, memberId, associationId } = drawn;
  const due = [
    { period: endingSoon(account, dayOf(now)), kind: "PERIOD_ENDING", says: "membership.periodEnding" },
    { period: shortOf(account), kind: "FELL_BEHIND", says: "membership.fellBehind" },
  ] as const;
  let told = 0;
  for (const { period, kind, says } of due) {
    if (!period || !(await noteReminder(tx, { membershipId, kind, aboutOn: period.startsOn, now }))) continue;
    const data = { until: period.endsOn };
    await recordActivity(tx, {
      kind: says,
      actorId: null,
      memberId,
      associationId,
      subjectId: membershipId,
      data,
      at: now,
    });
    told += 1;
  }
  return told;
}
