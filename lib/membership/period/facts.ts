import "server-only";
import { dayOf } from "@/lib/core/duration";
import type { Tx } from "@/lib/db/transaction";
import { dayAfter } from "../calendar/rules";
import type { AccountFacts, Given, Ruling, Span, Word } from "./types";

/** An end that has not come. */
const FAR = "9999-12-31";

/** Makes others who draw this member's account wait; the last lock of all that are taken. */
export async function lockMembership(tx: Tx, membershipId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Membership" WHERE "id" = ${membershipId}::uuid FOR NO KEY UPDATE`;
}

const ASC = "asc" as const;

const MEMBERSHIP = {
  ...{ id: true, memberId: true, associationId: true, state: true, behindSince: true },
  events: { orderBy: [{ at: ASC }, { id: ASC }], select: { from: true, to: true, door: true, at: true } },
  absences: { select: { fromOn: true, untilOn: true } },
  pledges: {
    orderBy: [{ acceptedAt: ASC }, { id: ASC }],
    select: { acceptedAt: true, isListening: true, charter: { select: { version: true } } },
  },
  association: {
    select: {
      charters: {
        orderBy: { version: ASC },
        select: {
          ...{ version: true, isMaterial: true, publishedAt: true, minMinutes: true, minDeeds: true },
          ...{ minPeriod: true, countedKinds: true, graceDays: true },
        },
      },
    },
  },
};

/** Everything that says where one member stands, with where they stood. The caller holds the lock of the membership. */
export async function readAccountFacts(tx: Tx, membershipId: string, now: Date) {
  const row = await tx.membership.findUniqueOrThrow({ where: { id: membershipId }, select: MEMBERSHIP });
  const { associationId, memberId } = row;
  const joinedOn = entryOf(row.events);
  const facts: AccountFacts = {
    ...{ today: dayOf(now), joinedOn },
    rulings: row.association.charters.map(rulingOf),
    words: row.pledges.map(wordOf),
    idle: [...pausesOf(row.events), ...row.absences.map(absenceOf)],
    given: await readGiven(tx, { associationId, memberId, from: joinedOn }),
  };
  return { facts, memberId, associationId, state: row.state, behindSince: row.behindSince };
}

type Event = { from: string | null; to: string; door: string | null; at: Date };

/** The day of the last entry; what an appeal returned is none (rule M9). */
function entryOf(events: readonly Event[]): string {
  const entry = events.findLast(({ from, to, door }) => {
    const isReturn = from === "PAUSED" || (from === "EXCLUDED" && door === null);
    return to === "ACTIVE" && !isReturn;
  });
  return dayOf(entry?.at ?? new Date(0));
}

/** From the day of each pause, or exclusion, to the day before its end: whoever is kept out owes nothing meanwhile. */
function pausesOf(events: readonly Event[]): Span[] {
  return events.flatMap(({ to, at }, i) => {
    const end = events[i + 1]?.at;
    return to === "PAUSED" || to === "EXCLUDED"
      ? [{ startsOn: dayOf(at), endsOn: end ? dayAfter(dayOf(end), -1) : FAR }]
      : [];
  });
}

const on = (day: Date) => day.toISOString().slice(0, 10);
const absenceOf = ({ fromOn, untilOn }: { fromOn: Date; untilOn: Date }): Span => ({
  startsOn: on(fromOn),
  endsOn: on(untilOn),
});
const rulingOf = ({ publishedAt, ...ruling }: Omit<Ruling, "publishedOn"> & { publishedAt: Date }): Ruling => ({
  ...ruling,
  publishedOn: dayOf(publishedAt),
});
type Pledged = { acceptedAt: Date; isListening: boolean; charter: { version: number } };
const wordOf = ({ acceptedAt, isListening, charter }: Pledged): Word => ({
  ...{ isListening, version: charter.version },
  acceptedOn: dayOf(acceptedAt),
});

type Whose = { associationId: string; memberId: string; from: string };

/** What somebody else confirmed and nobody reversed, where it counts: one written down without that counts with the project's lead. */
async function readGiven(tx: Tx, { associationId, memberId, from }: Whose): Promise<Given[]> {
  const rows = await tx.contribution.findMany({
    where: {
      ...{ memberId, state: "CONFIRMED", reversal: null, doneOn: { gte: new Date(`${from}T00:00:00Z`) } },
      OR: [{ associationId }, { associationId: null, project: { associationId } }],
    },
    select: { id: true, title: true, doneOn: true, kind: true, minutes: true },
  });
  return rows.map(({ doneOn, ...row }) => ({ ...row, doneOn: on(doneOn) }));
}
