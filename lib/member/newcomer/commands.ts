import "server-only";
import { openAccount } from "@/lib/account/commands";
import { takeSignUp } from "@/lib/account/sign-up/commands";
import type { LegalDocument } from "@/lib/account/types";
import { recordActivity } from "@/lib/activity/commands";
import type { Tx } from "@/lib/db/transaction";
import { refreshDirectory } from "@/lib/directory/commands";
import { freeHandle, handleBase } from "./rules";

type Newcomer = { readonly email: string; readonly documents: readonly LegalDocument[] };

/**
 * Makes the account and the empty profile of somebody whose address has just been proven, in the transaction that spends
 * their link. Two links of one sign-up used at the same moment lead to one account. The account's id.
 */
export async function admitNewcomer(tx: Tx, { email, documents }: Newcomer, now = new Date()): Promise<string> {
  const signUp = await takeSignUp(tx, email);
  if (!signUp) return idOfExisting(tx, email);
  const { name, locale } = signUp;
  const accountId = await openAccount(tx, { email, locale, documents }, now);
  const memberId = await addMember(tx, { accountId, name, locale }, now);
  await refreshDirectory(tx, memberId);
  await recordActivity(tx, { kind: "account.signedUp", actorId: memberId, subjectId: accountId, at: now });
  return accountId;
}

/** The other of two links came first. */
async function idOfExisting(tx: Tx, email: string): Promise<string> {
  return (await tx.account.findUniqueOrThrow({ where: { email }, select: { id: true } })).id;
}

type NewMember = { accountId: string; name: string; locale: string };

/** Tries handles until one is free: whoever takes one at the same moment is waited for. */
async function addMember(tx: Tx, { accountId, name, locale }: NewMember, now: Date): Promise<string> {
  for (;;) {
    const handle = freeHandle(name, await takenHandles(tx, handleBase(name)));
    const data = { accountId, handle, name, contentLocale: locale, joinedAt: now };
    const { count } = await tx.member.createMany({ data, skipDuplicates: true });
    if (count === 1) return (await tx.member.findUniqueOrThrow({ where: { accountId }, select: { id: true } })).id;
  }
}

async function takenHandles(tx: Tx, base: string): Promise<ReadonlySet<string>> {
  const rows = await tx.member.findMany({
    where: { OR: [{ handle: base }, { handle: { startsWith: `${base}-` } }] },
    select: { handle: true },
  });
  return new Set(rows.map(({ handle }) => handle));
}
