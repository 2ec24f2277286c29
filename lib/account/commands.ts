import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { DAY_MS } from "@/lib/core/duration";
import { ok, type Result } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { inTransaction, type KeyRefusal, type Tx } from "@/lib/db/transaction";
import type { LegalDocument } from "./types";

type NewAccount = { readonly email: string; readonly locale: string; readonly documents: readonly LegalDocument[] };

/** Makes the account of somebody who has just proven an address, with what they accepted (rule PV4). Its id. */
export async function openAccount(tx: Tx, { email, locale, documents }: NewAccount, now = new Date()): Promise<string> {
  const acceptances = { create: documents.map((document) => ({ ...document, acceptedAt: now })) };
  const data = { email, locale, emailVerifiedAt: now, createdAt: now, acceptances };
  return (await tx.account.create({ data, select: { id: true } })).id;
}

/** Chooses the language in which mails come. */
export async function chooseMailLocale(
  actor: Actor,
  { locale }: { locale: "it" | "en" },
): Promise<Result<null, KeyRefusal>> {
  return inTransaction(actor, async (tx) => {
    await tx.account.update({ where: { id: actor.accountId }, data: { locale } });
    return ok(null);
  });
}

const FORM_KEY_DAYS = 2;

/** Removes the one-time keys of forms that nobody has open any more. Run by a job. */
export async function sweepFormKeys(now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - FORM_KEY_DAYS * DAY_MS);
  return (await db.formKey.deleteMany({ where: { spentAt: { lt: before } } })).count;
}
