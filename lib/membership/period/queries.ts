import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { addMonths, dateOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { unlocked } from "@/lib/db/transaction";
import { dayAfter } from "../calendar/rules";
import { ASSOCIATION_REF, refOf } from "../sight/queries";
import { readAccountFacts } from "./facts";
import { accountOf, PRACTISING_DAYS } from "./rules";
import type { AccountFacts, AccountView, Month } from "./types";

const PERIODS_SHOWN = 13;
const MONTHS_SHOWN = 12;

/** Where the actor stands with the contribution rule of an association, line by line; null where they do not belong. */
export async function findAccount(actor: Actor, slug: string, now = new Date()): Promise<AccountView | null> {
  const membership = await db.membership.findFirst({
    where: { memberId: actor.memberId, association: { slug }, state: { in: ["ACTIVE", "PAUSED"] } },
    select: {
      id: true,
      state: true,
      association: {
        select: {
          ...ASSOCIATION_REF,
          charters: {
            ...ASSOCIATION_REF.charters,
            where: { publishedAt: { lte: now } },
            select: { ...ASSOCIATION_REF.charters.select, bars: true },
          },
        },
      },
      helpAskings: { where: { closedAt: null }, select: { id: true, text: true, askedAt: true } },
    },
  });
  if (!membership) return null;
  const { facts } = await readAccountFacts(unlocked, membership.id, now);
  const { periods, behindOn } = accountOf(facts);
  const [help] = membership.helpAskings;
  return {
    association: refOf(membership.association),
    state: membership.state === "PAUSED" ? "PAUSED" : "ACTIVE",
    isListening: facts.words.at(-1)?.isListening ?? false,
    account: { periods: periods.slice(0, PERIODS_SHOWN), behindOn },
    bars: membership.association.charters[0]?.bars ?? [],
    absences: await listAbsences(membership.id, facts.today),
    help: help ? { ...help, askedAt: help.askedAt.toISOString() } : null,
    months: monthsOf(facts),
    isPractising: facts.given.some(({ doneOn }) => doneOn > dayAfter(facts.today, -PRACTISING_DAYS)),
  };
}

async function listAbsences(membershipId: string, today: string) {
  const rows = await db.absence.findMany({
    where: { membershipId, untilOn: { gte: dateOf(today) } },
    orderBy: { fromOn: "asc" },
    select: { id: true, fromOn: true, untilOn: true },
  });
  const on = (day: Date) => day.toISOString().slice(0, 10);
  return rows.map(({ id, fromOn, untilOn }) => ({ id, fromOn: on(fromOn), untilOn: on(untilOn) }));
}

/** The months since joining, twelve at most. */
function monthsOf({ today, joinedOn, given }: AccountFacts): Month[] {
  const firsts = Array.from({ length: MONTHS_SHOWN }, (_, i) => addMonths(`${today.slice(0, 7)}-01`, -i).slice(0, 7));
  return firsts
    .filter((month) => month >= joinedOn.slice(0, 7))
    .map((month) => {
      const done = given.filter(({ doneOn }) => doneOn.startsWith(month));
      return {
        month: `${month}-01`,
        deeds: done.length,
        minutes: done.reduce((sum, one) => sum + (one.minutes ?? 0), 0),
      };
    });
}
