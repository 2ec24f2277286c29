import "server-only";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { newToken } from "@/lib/auth/token";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type KeyRefusal, lockMember, type Tx } from "@/lib/db/transaction";
import type { CalendarRefusal } from "./rules";

type Answer<Code extends string = never> = Promise<
  Result<null, Code | "common.unverified" | "common.suspended" | KeyRefusal>
>;

/** Makes the secret address of one's own calendar; where there is one already it stays as it is. */
export async function makeCalendar(actor: Actor, _input: unknown, now = new Date()): Answer {
  return atOwn(actor, async (tx, { memberId }) => {
    const create = { memberId, token: newToken(), issuedAt: now };
    await tx.calendarFeed.upsert({ where: { memberId }, create, update: {}, select: { memberId: true } });
    return ok(null);
  });
}

/** Another address: the old one tells nothing from then on. */
export async function renewCalendar(actor: Actor, _input: unknown, now = new Date()): Answer<CalendarRefusal> {
  return atOwn(actor, async (tx, { memberId }) => {
    const data = { token: newToken(), issuedAt: now };
    const { count } = await tx.calendarFeed.updateMany({ where: { memberId }, data });
    return count === 1 ? ok(null) : refuse("work.noCalendar");
  });
}

/** Takes the address away. Open to whoever may write nothing else: nobody is kept from shutting a door of their own. */
export async function removeCalendar(actor: Actor): Promise<Result<null, KeyRefusal>> {
  return inTransaction<null, never>(actor, async (tx) => {
    await tx.calendarFeed.deleteMany({ where: { memberId: actor.memberId } });
    return ok(null);
  });
}

async function atOwn<Code extends string = never>(
  actor: Actor,
  work: (tx: Tx, actor: Actor) => Promise<Result<null, Code>>,
): Answer<Code> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<null, Code>(actor, async (tx) => {
    await lockMember(tx, actor.memberId);
    return work(tx, actor);
  });
}
