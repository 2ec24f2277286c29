import "server-only";
import { createHash } from "node:crypto";
import { ok, type Result, refuse } from "@/lib/core/result";
import { isCleanText } from "@/lib/core/text";
import { db } from "@/lib/db/client";
import { inTransaction, type KeyRefusal, type Tx } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/i18n/routing";
import { queueMail } from "@/lib/mail/outbox";
import { adapterFor, type Run } from "./adapter";
import type { SessionCookie } from "./cookie";
import { type Addressee, linkMail } from "./link-mail";
import { runNextAuth } from "./next-auth";
import { openSession } from "./sessions";

export type LinkRequest = {
  readonly email: string;
  readonly purpose: "signIn" | "signUp";
  readonly locale: Locale;
  /** Where to go once in; a path of ours. */
  readonly next: string | null;
  /** One mail a form: the same form sent twice calls for one. */
  readonly formKey: string | null;
  /** Written in the same transaction, before the mail. */
  readonly prepare?: (tx: Tx) => Promise<void>;
};

/**
 * Mails a link to an address, or word that there is no card for it. Known or not, the same statements run and the
 * answer is the same: only whoever reads that mail learns more.
 */
export async function requestLink(request: LinkRequest): Promise<Result<null>> {
  const { email, locale, next, purpose, formKey, prepare } = request;
  return inTransaction(null, async (tx) => {
    await prepare?.(tx);
    const addressee = await findAddressee(tx, email);
    const mailLink = async ({ token }: { token: string }) => {
      const mail = linkMail({ addressee, purpose, locale, email, token, next });
      await queueMail(tx, { ...mail, recipient: email, locale, uniqueKey: formKey && keyFor(formKey, email) });
    };
    const error = await runNextAuth({ adapter: adapterFor(runIn(tx)), mailLink }, ["signin", "email"], {
      body: { email },
    });
    if (error) throw new Error(`next-auth would not mail a link: ${error}`);
    return ok(null);
  });
}

const keyFor = (formKey: string, email: string) =>
  `link:${createHash("sha256").update(`${formKey}:${email}`).digest("hex")}`;

/** Who an address belongs to: a member, somebody who has just signed up, or nobody we know. */
async function findAddressee(tx: Tx, email: string): Promise<Addressee> {
  const rows = await tx.$queryRaw<Addressee[]>`
    SELECT a."id" IS NOT NULL AS "isMember", s."email" IS NOT NULL AS "isNewcomer", coalesce(m."name", s."name") AS "name"
      FROM (SELECT ${email}::text AS "email") e
      LEFT JOIN "Account" a ON a."email" = e."email" LEFT JOIN "Member" m ON m."accountId" = a."id"
      LEFT JOIN "SignUp" s ON s."email" = e."email"`;
  return rows[0] ?? { isMember: false, isNewcomer: false, name: null };
}

const unreachable = async (): Promise<never> => {
  throw new Error("a link is mailed without opening anything");
};

const runIn = (tx: Tx): Run => ({
  tx,
  openSession: unreachable,
  openAccount: unreachable,
  session: null,
  isNewcomer: false,
});

export type Link = { readonly email: string; readonly token: string };
export type SignedIn = { readonly cookie: SessionCookie; readonly isNewcomer: boolean };
type Opening = { readonly userAgent: string; readonly openAccount: (tx: Tx, email: string) => Promise<string> };

/**
 * Spends a link and signs in whoever holds it; somebody new gets their account in the same transaction. A link is good
 * once and for fifteen minutes; whatever fails leaves it as it was.
 */
export async function signInByLink(
  { email, token }: Link,
  { userAgent, openAccount }: Opening,
): Promise<Result<SignedIn, "account.linkSpent" | KeyRefusal>> {
  return inTransaction(null, async (tx) => {
    const run: Run = {
      ...runIn(tx),
      openSession: (accountId) => openSession(tx, { accountId, userAgent }),
      openAccount: (address) => openAccount(tx, address),
    };
    const parts = { adapter: adapterFor(run), mailLink: unreachable };
    const error = await runNextAuth(parts, ["callback", "email"], { query: { email, token } });
    if (error === "Verification") return refuse("account.linkSpent");
    if (error || !run.session) throw new Error(`next-auth would not sign in: ${error}`);
    return ok({ cookie: run.session, isNewcomer: run.isNewcomer });
  });
}

/** Who a link would let in, without spending it; null when it is not good any more. */
export async function findLink({ email, token }: Link, now = new Date()): Promise<{ name: string | null } | null> {
  if (!isCleanText(email)) return null;
  // As next-auth keeps it.
  const hash = createHash("sha256").update(`${token}${env.AUTH_SECRET}`).digest("hex");
  const rows = await db.$queryRaw<{ name: string | null }[]>`
    SELECT coalesce(m."name", s."name") AS "name" FROM "VerificationToken" v
      LEFT JOIN "Account" a ON a."email" = v."identifier" LEFT JOIN "Member" m ON m."accountId" = a."id"
      LEFT JOIN "SignUp" s ON s."email" = v."identifier"
     WHERE v."identifier" = ${email} AND v."token" = ${hash} AND v."expiresAt" > ${now}`;
  return rows[0] ?? null;
}
