import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { type Actor, submitting } from "@/lib/auth/actor";
import { ok, refuse } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { findFrame } from "@/lib/notification/queries";
import { anActor } from "@/lib/testing/actors";
import { openAccount } from "../commands";
import { acceptDocuments } from "./commands";
import { listPendingDocuments } from "./queries";
import { shownAs } from "./rules";

const NOW = new Date("2026-11-21T10:00:00Z");
const LATER = new Date("2027-03-01T10:00:00Z");
const TERMS = { document: "terms", version: "2026-11-21", hash: "a1" };
const PRIVACY = { document: "privacy", version: "2026-11-21", hash: "b1" };
const NEW_PRIVACY = { document: "privacy", version: "2027-02-01", hash: "b2" };
const FIRST = [TERMS, PRIVACY];
const SECOND = [TERMS, NEW_PRIVACY];

let actor: Actor;
const accepted = () =>
  db.termsAcceptance.findMany({
    where: { accountId: actor.accountId },
    select: { document: true, version: true, hash: true, acceptedAt: true },
    orderBy: [{ acceptedAt: "asc" }, { document: "asc" }],
  });
const accept = (documents = SECOND, shown = shownAs([NEW_PRIVACY]), by = actor) =>
  acceptDocuments(by, { shown, documents }, LATER);

beforeEach(async () => {
  const name = `d-${randomUUID()}`;
  const signUp = { email: `${name}@example.org`, locale: "it", documents: FIRST };
  const opened = await inTransaction(null, async (tx) => ok(await openAccount(tx, signUp, NOW)));
  if (!opened.ok) throw new Error("no account");
  const data = { accountId: opened.value, handle: name, name: "Dora Documento" };
  const member = await db.member.create({ data, select: { id: true } });
  actor = anActor({ accountId: opened.value, memberId: member.id });
});

test("PV4: what was accepted at sign-up is not asked again", async () => {
  expect(await listPendingDocuments(actor, FIRST)).toEqual([]);
});

test("PV4: a new version, or another text, is asked; the rest is not", async () => {
  expect(await listPendingDocuments(actor, SECOND)).toEqual([NEW_PRIVACY]);
  const retouched = { ...TERMS, hash: "a2" };
  expect(await listPendingDocuments(actor, [retouched, PRIVACY])).toEqual([retouched]);
  expect(await listPendingDocuments(anActor({ accountId: randomUUID() }), FIRST)).toEqual(FIRST);
});

test("PV4: accepting writes what was shown beside what was accepted before, and ends the asking", async () => {
  expect(await accept()).toEqual(ok(null));
  expect(await listPendingDocuments(actor, SECOND)).toEqual([]);
  expect(await accepted()).toEqual([
    { ...PRIVACY, acceptedAt: NOW },
    { ...TERMS, acceptedAt: NOW },
    { ...NEW_PRIVACY, acceptedAt: LATER },
  ]);
});

test("PV4: nobody accepts what they were not shown", async () => {
  expect(await accept(SECOND, shownAs([PRIVACY]))).toEqual(refuse("account.documentsChanged"));
  expect(await accepted()).toHaveLength(2);
});

test("A7: the same form sent twice, and forms sent sixteen times at once, write one row", async () => {
  const again = submitting(actor, randomUUID(), "accept");
  expect([await accept(SECOND, undefined, again), await accept(SECOND, undefined, again)]).toEqual([
    ok(null),
    ok(null),
  ]);
  const third = [TERMS, { ...NEW_PRIVACY, version: "2027-02-02" }];
  const answers = await Promise.all(Array.from({ length: 16 }, () => accept(third, shownAs(third.slice(1)))));
  expect(answers).toEqual(Array(16).fill(ok(null)));
  expect(await accepted()).toHaveLength(4);
});

test("A6: an acceptance neither changes nor goes, but with its account", async () => {
  const { accountId } = actor;
  const changing = db.$executeRaw`UPDATE "TermsAcceptance" SET "hash" = 'other' WHERE "accountId" = ${accountId}::uuid`;
  await expect(changing).rejects.toThrow("append-only");
  const removing = db.$executeRaw`DELETE FROM "TermsAcceptance" WHERE "accountId" = ${accountId}::uuid`;
  await expect(removing).rejects.toThrow("append-only");
  await db.member.delete({ where: { id: actor.memberId } });
  await db.account.delete({ where: { id: actor.accountId } });
  expect(await accepted()).toEqual([]);
});

test("it waits first on the home page, and blocks nothing", async () => {
  await db.member.update({ where: { id: actor.memberId }, data: { welcomeStep: 1 } });
  const waiting = async () => (await findFrame(actor, SECOND)).waiting.map(({ kind, count }) => `${kind} ${count}`);
  expect(await waiting()).toEqual(["documents 1", "welcome 1"]);
  await accept();
  expect(await waiting()).toEqual(["welcome 1"]);
});
