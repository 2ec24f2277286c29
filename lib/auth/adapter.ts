import "server-only";
import type { Adapter, AdapterUser } from "next-auth/adapters";
import { db } from "@/lib/db/client";
import { hashToken } from "./token";

type Row = { id: string; email: string; emailVerifiedAt: Date | null };

const SELECT = { id: true, email: true, emailVerifiedAt: true } as const;
const asUser = ({ id, email, emailVerifiedAt }: Row): AdapterUser => ({ id, email, emailVerified: emailVerifiedAt });

/** next-auth's view of our accounts. It sees raw session tokens; the table only ever sees their sha256. */
export const adapter: Adapter = {
  async createUser({ email, emailVerified }: Omit<AdapterUser, "id">) {
    return asUser(await db.account.create({ data: { email, emailVerifiedAt: emailVerified }, select: SELECT }));
  },
  async getUser(id) {
    const row = await db.account.findUnique({ where: { id }, select: SELECT });
    return row && asUser(row);
  },
  async getUserByEmail(email) {
    const row = await db.account.findUnique({ where: { email }, select: SELECT });
    return row && asUser(row);
  },
  async getUserByAccount() {
    return null;
  },
  async updateUser({ id, emailVerified }) {
    return asUser(
      await db.account.update({ where: { id }, data: { emailVerifiedAt: emailVerified ?? null }, select: SELECT }),
    );
  },
  async linkAccount() {},
  async createSession({ sessionToken, userId, expires }) {
    await db.session.create({ data: { tokenHash: hashToken(sessionToken), accountId: userId, expiresAt: expires } });
    return { sessionToken, userId, expires };
  },
  async getSessionAndUser(sessionToken) {
    const row = await db.session.findUnique({
      where: { tokenHash: hashToken(sessionToken) },
      select: { expiresAt: true, account: { select: SELECT } },
    });
    if (!row) return null;
    return { session: { sessionToken, userId: row.account.id, expires: row.expiresAt }, user: asUser(row.account) };
  },
  async updateSession() {
    return null;
  },
  async deleteSession(sessionToken) {
    await db.session.deleteMany({ where: { tokenHash: hashToken(sessionToken) } });
  },
  async createVerificationToken({ identifier, token, expires }) {
    await db.verificationToken.create({ data: { identifier, token, expiresAt: expires } });
    return { identifier, token, expires };
  },
  async useVerificationToken({ identifier, token }) {
    const rows = await db.$queryRaw<{ identifier: string; token: string; expires: Date }[]>`
      DELETE FROM "VerificationToken" WHERE "identifier" = ${identifier} AND "token" = ${token}
      RETURNING "identifier", "token", "expiresAt" AS "expires"`;
    return rows[0] ?? null;
  },
};
