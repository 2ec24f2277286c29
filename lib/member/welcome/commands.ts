import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { dayOf } from "@/lib/core/duration";
import { ok, type Result } from "@/lib/core/result";
import type { Tx } from "@/lib/db/transaction";
import { flagsOf } from "../audience/rules";
import { changeProfile } from "../commands";
import { writeExchange } from "../exchange/commands";
import { saveTrust, saveValue, saveWho } from "../part/commands";
import type { WelcomeInput } from "../schema";
import { nextStep, stepAfter } from "./rules";

/** The step that follows; null when the welcome is over. */
type Ahead = { readonly next: number | null };

/** «Chi sono»: headline, about, place. */
export async function answerWho(actor: Actor, input: WelcomeInput["who"], now = new Date()) {
  return answer(actor, { step: 1, now }, async (tx) => ok(await saveWho(tx, actor.memberId, input)));
}

/** «Valore che porto»: what one brings, some competences, perhaps a first offer. */
export async function answerValue(actor: Actor, { offer, ...input }: WelcomeInput["value"], now = new Date()) {
  return answer(actor, { step: 2, now }, async (tx) => {
    await saveValue(tx, actor.memberId, input);
    if (offer === null) return ok(undefined);
    const exchange = { side: "OFFER", kind: "SKILL", title: offer, competence: null, untilOn: null } as const;
    return writeExchange(tx, actor.memberId, { input: exchange, today: dayOf(now) });
  });
}

/** «A chi mi lego»: for whom, and whether visitors may find the profile (rule PV2). */
export async function answerTies(actor: Actor, { audience, isPublic }: WelcomeInput["ties"], now = new Date()) {
  const reach = isPublic ? flagsOf("PUBLIC") : {};
  return answer(actor, { step: 3, now }, async (tx) => {
    await tx.member.update({ where: { id: actor.memberId }, data: { audience, ...reach }, select: { id: true } });
    return ok(undefined);
  });
}

/** «Di chi mi fido»: values and how one sees the world. */
export async function answerTrust(actor: Actor, input: WelcomeInput["trust"], now = new Date()) {
  return answer(actor, { step: 4, now }, (tx) => saveTrust(tx, actor.memberId, input));
}

/** Leaves a step for later, as it is. */
export async function skipStep(actor: Actor, { step }: { step: number }, now = new Date()) {
  return answer(actor, { step, now }, async () => ok(undefined));
}

async function answer<Code extends string>(
  actor: Actor,
  { step, now }: { step: number; now: Date },
  write: (tx: Tx) => Promise<Result<unknown, Code>>,
) {
  return changeProfile<Ahead, Code>(actor, { part: "welcome", now }, async (tx) => {
    const written = await write(tx);
    if (!written.ok) return written;
    const where = { id: actor.memberId };
    const { welcomeStep } = await tx.member.findUniqueOrThrow({ where, select: { welcomeStep: true } });
    await tx.member.update({ where, data: { welcomeStep: stepAfter(step, welcomeStep) }, select: { id: true } });
    return ok({ next: nextStep(step) });
  });
}
