import type { Actor } from "@/lib/auth/actor";
import { findActor, openSession } from "@/lib/auth/sessions";
import { db } from "@/lib/db/client";
import { aPerson } from "@/lib/testing/associations";

/** Somebody of the world as both levels know them: the actor their session gives, and the cookie that carries it. */
export type Person = { readonly actor: Actor; readonly token: string };

const texts = [..."abcdefghijklmnopqrstuvwxyz"];
let count = 0;

/** A new person with a whole profile; each has a name of their own, so that no two pages read alike by chance. */
export function somebody(): Promise<Actor> {
  count += 1;
  return aPerson(`Persona ${texts[count % 26]}${texts[Math.floor(count / 26) % 26]}`);
}

/** Signs a person in and reads them back as a request would: what is in the database is what counts. */
export async function signIn({ accountId }: Actor): Promise<Person> {
  const { token } = await db.$transaction((tx) => openSession(tx, { accountId, userAgent: "matrix" }));
  const actor = await findActor(token);
  if (!actor) throw new Error(`nobody is behind the session of ${accountId}`);
  return { actor, token };
}

export const suspend = ({ accountId }: Actor) =>
  db.account.update({ where: { id: accountId }, data: { suspendedAt: new Date() } });

export const unprove = ({ accountId }: Actor) =>
  db.account.update({ where: { id: accountId }, data: { emailVerifiedAt: null } });
