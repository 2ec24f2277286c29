import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type KeyRefusal, lockMember, type Tx } from "@/lib/db/transaction";
import { refreshDirectory } from "@/lib/directory/commands";
import { saveTies, saveTrust, saveValue, saveWho } from "./part/commands";
import type { ValuesRefusal } from "./part/rules";
import type { TiesInput, TrustInput, ValueInput, WhoInput } from "./schema";
import type { ProfilePart } from "./types";

/** What every change of one's own profile may answer besides its own refusals. */
export type Standing = "common.unverified" | "common.suspended" | KeyRefusal;

type Change = { readonly part: ProfilePart | "photo" | "privacy" | "welcome"; readonly now: Date };

/**
 * One change of the actor's own profile: those who may write → lock → the change → search brought in line → recorded.
 * Every command of this room goes through here, so that none forgets the index (rules A2, A3).
 */
export async function changeProfile<T, Code extends string>(
  actor: Actor,
  { part, now }: Change,
  work: (tx: Tx) => Promise<Result<T, Code>>,
): Promise<Result<T, Code | Standing>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<T, Code | Standing>(actor, async (tx) => {
    await lockMember(tx, actor.memberId);
    const result = await work(tx);
    if (!result.ok) return result;
    await refreshDirectory(tx, actor.memberId);
    await recordActivity(tx, {
      kind: "member.profileEdited",
      actorId: actor.memberId,
      subjectId: actor.memberId,
      data: { part },
      at: now,
    });
    return result;
  });
}

/** Name, headline, about, story, place, languages, language of one's texts. */
export async function editWho(actor: Actor, input: WhoInput, now = new Date()) {
  return changeProfile(actor, { part: "who", now }, async (tx) => ok(await done(saveWho(tx, actor.memberId, input))));
}

/** The value one brings, and competences with their level in the order given. */
export async function editValue(actor: Actor, input: ValueInput, now = new Date()) {
  return changeProfile(actor, { part: "value", now }, async (tx) =>
    ok(await done(saveValue(tx, actor.memberId, input))),
  );
}

/** For whom one works, and which belongings are open to see (rule PV1). */
export async function editTies(actor: Actor, input: TiesInput, now = new Date()) {
  return changeProfile(actor, { part: "ties", now }, (tx) => saveTies(tx, actor.memberId, input));
}

/** How one sees the world, and three to seven values in order. Refuses fewer, and a value twice. */
export async function editTrust(actor: Actor, input: TrustInput, now = new Date()) {
  return changeProfile<null, ValuesRefusal>(actor, { part: "trust", now }, (tx) =>
    saveTrust(tx, actor.memberId, input),
  );
}

/** Results must survive JSON (rule A7), so nothing is said as null. */
const done = (work: Promise<void>) => work.then(() => null);
