import { beforeEach, expect, test } from "vitest";
import { recordActivity } from "@/lib/activity/commands";
import type { ActivityKind } from "@/lib/activity/types";
import { db } from "@/lib/db/client";
import { makeMember } from "@/lib/testing/members";
import { mailOfSecurity } from "./security";

const AT = new Date("2026-11-21T10:00:00Z");

async function happened(kind: ActivityKind, locale = "it") {
  const { memberId, accountId } = await makeMember({ name: "Ada Prova" });
  await db.account.update({ where: { id: accountId }, data: { locale } });
  return db.$transaction((tx) => recordActivity(tx, { kind, actorId: memberId, subjectId: accountId, at: AT }));
}

beforeEach(() => db.outboxMail.deleteMany());

test.each([
  ["account.passwordSet", "La password della tua tessera è cambiata"],
  ["account.passwordRemoved", "La tua tessera non ha più una password"],
  ["account.sessionsEnded", "La tua tessera è uscita da tutti i browser"],
] as const)("NT5: %s is told by mail, once, with when it happened and what to do", async (kind, subject) => {
  const id = await happened(kind);
  await mailOfSecurity(id);
  await mailOfSecurity(id);
  const mails = await db.outboxMail.findMany();
  expect(mails).toMatchObject([{ subject, locale: "it" }]);
  expect(mails[0]?.text).toContain("Ciao Ada Prova,");
  expect(mails[0]?.text).toContain("il 21 novembre 2026 alle 11:00");
  expect(mails[0]?.text).toContain("http://localhost:3000/impostazioni/sicurezza\n");
});

test("it comes in the language one chose for mails", async () => {
  await mailOfSecurity(await happened("account.passwordSet", "en"));
  const mail = await db.outboxMail.findFirstOrThrow();
  expect(mail.subject).toBe("The password of your card has changed");
  expect(mail.text).toMatch(/On 21 November 2026 at 11:00 a new password/);
});

test("of anything else no such mail is written", async () => {
  await mailOfSecurity(await happened("account.signedUp"));
  expect(await db.outboxMail.count()).toBe(0);
});
