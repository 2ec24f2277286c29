import "server-only";
import { findAssociation } from "@/lib/association/queries";
import type { Viewer } from "@/lib/auth/actor";
import { addDays, addMonths, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { unlocked } from "@/lib/db/transaction";
import { dayAfter } from "@/lib/membership/calendar/rules";
import { readStanding } from "@/lib/membership/facts";
import { isMember } from "@/lib/membership/rules";
import { personFor, personOf } from "@/lib/membership/sight/queries";
import type { Standing } from "@/lib/membership/standing/types";
import { readCharterOfDeeds } from "../outside/facts";
import { canWitness } from "../outside/rules";
import * as rules from "./rules";
import type { PromiseLine, PromisesView } from "./types";

const SHOWN = 50;
const CLOSED_DAYS = 365;

/** What an association and its members said they would do; of the members' only what whoever looks may see (rule A2). */
export async function findPromises(viewer: Viewer, slug: string, now = new Date()): Promise<PromisesView | null> {
  const association = await findAssociation(viewer, slug);
  if (!association) return null;
  const { id: associationId, name, values, promised, charter } = association;
  const found = viewer && (await readStanding(unlocked, { memberId: viewer.memberId, associationId, now }));
  const standing = found && isMember(found.state) ? found : null;
  const { confirmers } = await readCharterOfDeeds(unlocked, { associationId, now });
  const look: Look = { viewer, standing, isWitness: standing !== null && canWitness(standing, confirmers), now };
  const today = dayOf(now);
  const days = { min: dayAfter(today), max: addMonths(today, rules.AHEAD_MONTHS_MAX) };
  const words = charter.values.map((value) => ({ word: value.valueSlug ?? value.name, valueSlug: value.valueSlug }));
  return {
    association: { slug, name, values },
    promised,
    initiatives: await list({ associationId, memberId: null, OR: [{ state: "OPEN" }, unnoted(look)] }, look),
    member: viewer &&
      standing && {
        mayDeclare: rules.canPromise(
          { standing, today, values: [], isForAssociation: false, isToFellow: null },
          { dueOn: days.min, value: null },
        ).ok,
        isAnswering: standing.responsibilities.includes("EDIT"),
        ...{ values: words, days },
        own: await list({ associationId, memberId: viewer.memberId, ...recent(now) }, look),
        others: await list(
          {
            ...{ associationId, state: "OPEN", memberId: { not: viewer.memberId } },
            OR: [{ toId: null }, { toId: viewer.memberId }],
          },
          look,
        ),
      },
  };
}

type Look = {
  readonly viewer: Viewer;
  readonly standing: Standing | null;
  readonly isWitness: boolean;
  readonly now: Date;
};
type Where = NonNullable<Parameters<typeof db.commitment.findMany>[0]>["where"];

const recent = (now: Date) => ({ OR: [{ closedAt: null }, { closedAt: { gte: addDays(now, -CLOSED_DAYS) } }] });

/** Missed ones beside which whoever answers for the association has still to say how it went. */
const unnoted = ({ standing, now }: Look) =>
  ({
    state: "MISSED",
    note: standing?.responsibilities.includes("EDIT") ? "" : "-",
    closedAt: { gte: addDays(now, -CLOSED_DAYS) },
  }) as const;

async function list(where: Where, look: Look): Promise<PromiseLine[]> {
  const person = { select: personFor(look.viewer) };
  const rows = await db.commitment.findMany({
    where: { ...where, projectId: null },
    orderBy: [{ state: "asc" }, { dueOn: "asc" }, { id: "asc" }],
    take: SHOWN,
    select: {
      ...{ id: true, text: true, locale: true, dueOn: true, state: true, evidence: true, note: true },
      ...{ memberId: true, toId: true, declaredById: true, confirmedAt: true },
      ...{ member: person, to: person, confirmedBy: person },
    },
  });
  return rows.map(({ memberId, toId, declaredById, confirmedAt, member, to, confirmedBy, dueOn, ...row }) => {
    const due = dueOn?.toISOString().slice(0, 10) ?? null;
    const acts = { ...row, memberId, toId, declaredById, dueOn: due, isConfirmed: confirmedAt !== null };
    return {
      ...{ ...row, dueOn: due, person: member && personOf(member), to: to && personOf(to) },
      confirmedBy: look.standing && confirmedBy && personOf(confirmedBy),
      may: mayOf(acts, look),
    };
  });
}

type Row = Pick<PromiseLine, "state" | "note" | "dueOn"> & {
  readonly memberId: string | null;
  readonly toId: string | null;
  readonly declaredById: string | null;
  readonly isConfirmed: boolean;
};

/** The acts a page offers: those that would go through. */
function mayOf(row: Row, { viewer, standing, isWitness, now }: Look): PromiseLine["may"] {
  const me = viewer?.memberId ?? null;
  const isSubject = row.memberId === null ? Boolean(standing?.responsibilities.includes("EDIT")) : row.memberId === me;
  const facts = { ...row, now, today: dayOf(now), isSubject };
  const may = (outcome: rules.OwnOutcome) => rules.canCloseOwn(facts, { outcome, evidence: "" }).ok;
  return {
    close: may("PARTLY"),
    release: may("RELEASED"),
    attest: rules.canAttest({
      ...row,
      isOwn: (row.memberId ?? row.declaredById) === me,
      isWitness: row.toId === null ? isWitness : row.toId === me,
    }).ok,
    note: rules.canNote(facts).ok,
  };
}
