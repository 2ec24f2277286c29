import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { dateOf, dayOf } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/transaction";
import { changeProfile } from "../commands";
import { idsOf } from "../part/commands";
import type { ExchangeEditInput, ExchangeInput } from "../schema";
import { readExchangeFacts } from "./facts";
import { canAdd, canEndOn, type ExchangeRefusal } from "./rules";

/** Adds an offer or an ask, in the language the person writes. Refuses a first ask without an offer (rule G3), and too many. */
export async function addExchange(actor: Actor, input: ExchangeInput, now = new Date()) {
  return changeProfile<null, ExchangeRefusal>(actor, { part: "value", now }, (tx) =>
    writeExchange(tx, actor.memberId, { input, today: dayOf(now) }),
  );
}

/** The same inside the transaction of another change of the profile, which has locked the member. */
export async function writeExchange(
  tx: Tx,
  memberId: string,
  { input, today }: { input: ExchangeInput; today: string },
): Promise<Result<null, ExchangeRefusal>> {
  const verdict = canAdd(input.side, await readExchangeFacts(tx, memberId, today));
  if (!verdict.ok) return verdict;
  const end = canEndOn(input.untilOn, today);
  if (!end.ok) return end;
  const { contentLocale } = await tx.member.findUniqueOrThrow({
    where: { id: memberId },
    select: { contentLocale: true },
  });
  await tx.exchange.create({
    data: { memberId, side: input.side, locale: contentLocale, ...(await columnsOf(tx, input)) },
    select: { id: true },
  });
  return ok(null);
}

/** Changes an own offer or ask that was not withdrawn. */
export async function editExchange(actor: Actor, { id, ...input }: ExchangeEditInput, now = new Date()) {
  return changeProfile<null, ExchangeRefusal | "common.notFound">(actor, { part: "value", now }, async (tx) => {
    const end = canEndOn(input.untilOn, dayOf(now));
    if (!end.ok) return end;
    const data = await columnsOf(tx, input);
    const { count } = await tx.exchange.updateMany({
      where: { id, memberId: actor.memberId, withdrawnAt: null },
      data,
    });
    return count === 1 ? ok(null) : refuse("common.notFound");
  });
}

/** Takes back an own offer or ask, at any time and without a reason. A second time changes nothing. */
export async function withdrawExchange(actor: Actor, { id }: { id: string }, now = new Date()) {
  return changeProfile<null, "common.notFound">(actor, { part: "value", now }, async (tx) => {
    const own = { memberId_id: { memberId: actor.memberId, id } };
    const found = await tx.exchange.findUnique({ where: own, select: { withdrawnAt: true } });
    if (!found) return refuse("common.notFound");
    if (found.withdrawnAt === null)
      await tx.exchange.update({ where: own, data: { withdrawnAt: now }, select: { id: true } });
    return ok(null);
  });
}

async function columnsOf(tx: Tx, { kind, title, competence, untilOn }: Omit<ExchangeInput, "side">) {
  const competenceId = competence ? (await idsOf(tx, [competence]))(competence) : null;
  return { kind, title, competenceId, untilOn: untilOn ? dateOf(untilOn) : null };
}
