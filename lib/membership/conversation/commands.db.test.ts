import { afterAll, expect, test } from "vitest";
import { submitting } from "@/lib/auth/actor";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { tellOf } from "@/lib/notification/delivery";
import {
  aMemberOf,
  anAssociation,
  aPerson,
  expectInvariants,
  makeRole,
  papersFor,
  said,
} from "@/lib/testing/associations";
import { applyToAssociation, withdrawApplication } from "../application/commands";
import { sayOnApplication } from "./commands";
import { listMessages } from "./queries";

afterAll(expectInvariants);

async function knock(now = new Date()) {
  const association = await anAssociation({}, now);
  const ada = await aPerson();
  const applied = await applyToAssociation(ada, await papersFor(association.slug), now);
  if (!applied.ok) throw new Error(applied.refusal.code);
  return { ...association, ada, applicationId: applied.value.applicationId };
}
const told = (kind: string) => db.notification.findMany({ where: { kind }, select: { memberId: true } });
const tellAll = async (subjectId: string) => {
  for (const { id } of await db.activity.findMany({ where: { subjectId }, select: { id: true } })) await tellOf(id);
};

test("both sides write while it waits, each is told of the other, and the last day stays where it was", async () => {
  const { steward, ada, applicationId } = await knock();
  const before = await db.application.findUniqueOrThrow({ where: { id: applicationId } });
  expect(said(await sayOnApplication(steward, { applicationId, text: "Di sabato ci sei?" }))).toBe("ok");
  expect(said(await sayOnApplication(ada, { applicationId, text: "Due al mese." }))).toBe("ok");
  expect(await listMessages(ada, applicationId)).toMatchObject([
    { text: "Di sabato ci sei?", isOwn: false, isApplicants: false, author: "Rita Referente" },
    { text: "Due al mese.", isOwn: true, isApplicants: true },
  ]);
  await tellAll(applicationId);
  expect(await told("applicationQuestion")).toContainEqual({ memberId: ada.memberId });
  expect(await told("applicationReply")).toContainEqual({ memberId: steward.memberId });
  expect(await db.application.findUniqueOrThrow({ where: { id: applicationId } })).toEqual(before);
});

test("A2, R1: whoever may not read the papers neither writes beside them nor learns that they are there", async () => {
  const { id, ada, applicationId } = await knock();
  const elsewhere = (await anAssociation()).steward;
  for (const actor of [await aPerson(), await aMemberOf(id), elsewhere])
    expect(said(await sayOnApplication(actor, { applicationId, text: "Ciao" }))).toBe("common.notFound");
  expect(said(await sayOnApplication(await makeRole(id, "WELCOMER"), { applicationId, text: "Ciao" }))).toBe("ok");
  expect(said(await sayOnApplication({ ...ada, isSuspended: true }, { applicationId, text: "Ciao" }))).toBe(
    "common.suspended",
  );
});

test("M4: nothing more is said once it is closed, past its day or behind the command's back; what was said stays", async () => {
  const now = new Date();
  const { steward, ada, applicationId } = await knock(now);
  await sayOnApplication(steward, { applicationId, text: "Di sabato ci sei?" });
  expect(said(await sayOnApplication(ada, { applicationId, text: "Tardi" }, addDays(now, 31)))).toBe(
    "membership.alreadyDecided",
  );
  await withdrawApplication(ada, { applicationId });
  expect(said(await sayOnApplication(steward, { applicationId, text: "Peccato" }))).toBe("membership.alreadyDecided");
  const data = { applicationId, authorId: steward.memberId, text: "Peccato", at: now };
  await expect(db.applicationMessage.create({ data })).rejects.toThrow(/M4/);
  const changed = db.applicationMessage.updateMany({ where: { applicationId }, data: { text: "Altro" } });
  await expect(changed).rejects.toThrow();
  expect(await listMessages(steward, applicationId)).toMatchObject([{ text: "Di sabato ci sei?" }]);
});

test("A7, A4: one message from one form sent five times; sixty at most, also when many write at once", async () => {
  const { steward, ada, applicationId } = await knock();
  const form = submitting(ada, crypto.randomUUID(), "say");
  const same = await Promise.all(
    [1, 2, 3, 4, 5].map(() => sayOnApplication(form, { applicationId, text: "Una volta" })),
  );
  expect(same.map(said)).toEqual(["ok", "ok", "ok", "ok", "ok"]);
  expect(await listMessages(ada, applicationId)).toHaveLength(1);
  const at = new Date();
  const lines = Array.from({ length: 57 }, () => ({ applicationId, authorId: ada.memberId, text: "…", at }));
  await db.applicationMessage.createMany({ data: lines });
  const results = await Promise.all(
    [1, 2, 3, 4, 5].map((i) => sayOnApplication(i % 2 ? steward : ada, { applicationId, text: "Ancora" })),
  );
  expect(results.map(said).toSorted()).toEqual([...Array(3).fill("membership.saidEnough"), "ok", "ok"]);
});
