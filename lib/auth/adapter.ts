import "server-only";
import type { Adapter, AdapterUser } from "next-auth/adapters";
import type { Tx } from "@/lib/db/transaction";
import type { SessionCookie } from "./cookie";

/** What one run of next-auth is given and leaves behind. */
export type Run = {
  /** All of it happens in one transaction: a link is spent only together with what it opens. */
  readonly tx: Tx;
  readonly openSession: (accountId: string) => Promise<SessionCookie>;
  /** Makes the account of somebody new who has proven this address; the account's id. */
  readonly openAccount: (email: string) => Promise<string>;
  session: SessionCookie | null;
  isNewcomer: boolean;
};

type Row = { id: string; email: string; emailVerifiedAt: Date | null };

const SELECT = { id: true, email: true, emailVerifiedAt: true } as const;
const asUser = ({ id, email, emailVerifiedAt }: Row): AdapterUser => ({ id, email, emailVerified: emailVerifiedAt });

type LinkAdapter = Pick<
  Adapter,
  "createUser" | "getUserByEmail" | "updateUser" | "createSession" | "createVerificationToken" | "useVerificationToken"
>;

/** next-auth's view of our accounts: what it calls when it mails a link and when one is used. */
export function adapterFor(run: Run): LinkAdapter {
  const { tx } = run;
  return {
    async createUser({ email }: Omit<AdapterUser, "id">) {
      run.isNewcomer = true;
      return { id: await run.openAccount(email), email, emailVerified: new Date() };
    },
    async getUserByEmail(email) {
      const row = await tx.account.findUnique({ where: { email }, select: SELECT });
      return row && asUser(row);
    },
    /** Called at each sign-in by link: the address stays proven since the first. */
    async updateUser({ id, emailVerified }) {
      const proven = { emailVerifiedAt: emailVerified ?? null };
      await tx.account.updateMany({ where: { id, emailVerifiedAt: null }, data: proven });
      return asUser(await tx.account.findUniqueOrThrow({ where: { id }, select: SELECT }));
    },
    async createSession({ userId }) {
      run.session = await run.openSession(userId);
      return { sessionToken: run.session.token, userId, expires: run.session.expiresAt };
    },
    async createVerificationToken({ identifier, token, expires }) {
      await tx.verificationToken.create({ data: { identifier, token, expiresAt: expires } });
      return { identifier, token, expires };
    },
    /** One statement: of two clicks at once, one finds nothing. */
    async useVerificationToken({ identifier, token }) {
      const rows = await tx.$queryRaw<{ identifier: string; token: string; expires: Date }[]>`
        DELETE FROM "VerificationToken" WHERE "identifier" = ${identifier} AND "token" = ${token}
        RETURNING "identifier", "token", "expiresAt" AS "expires"`;
      return rows[0] ?? null;
    },
  };
}
