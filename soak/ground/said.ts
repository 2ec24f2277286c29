import { isDeepStrictEqual } from "node:util";
import { submitting } from "@/lib/auth/actor";
import { type Answer, attemptAll, type Try } from "./acts";

/** How the product answers a step, by its code; sent twice with one key, the second answer must be the first one's (rule A7). */
export async function saidTo(one: Try, isTwice: boolean): Promise<string> {
  const [first, second] = await answersTo(one, isTwice);
  if (!first) throw new Error("a step was not answered");
  const isSame = !second || (second.code === first.code && isDeepStrictEqual(second.value, first.value));
  const said = first.code === "fault" ? `fault (${String(first.value)})` : first.code;
  return isSame ? said : `${said}, then ${second.code} ${JSON.stringify(second.value)}`;
}

async function answersTo(one: Try, isTwice: boolean): Promise<Answer[]> {
  if (!isTwice || one.actor === null) return attemptAll([one], 0);
  const keyed = { ...one, actor: submitting(one.actor, crypto.randomUUID(), "soak") } as Try;
  return [...(await attemptAll([keyed], 0)), ...(await attemptAll([keyed], 0))];
}
