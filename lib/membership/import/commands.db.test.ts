import { afterAll, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { mailLetters } from "@/lib/notification/letter/delivery";
import {
  aMemberOf,
  anAssociation,
  aPerson,
  expectInvariants,
  makeRole,
  papersFor,
  said,
} from "@/lib/testing/associations";
import { aLetter, anAddress, mailTo, tokenIn, WHY } from "@/lib/testing/letters";
import { applyToAssociation } from "../application/commands";
import { findInvitationDesk } from "../invitation/queries";
import { takeUpOpening } from "../opening/commands";
import { importMembers, withdrawImport } from "./commands";
import { findImportDesk } from "./queries";

afterAll(expectInvariants);
beforeEach(() => db.letter.deleteMany());

const list = (associationSlug: string, emails: readonly string[]) => ({
  ...{ associationSlug, reason: WHY, consentHow: "All’assemblea di ottobre.", consentOn: "2026-10-01" },
  lines: emails.map((email) => ({ name: "Ada Prova", email })),
});
const emailOf = async (accountId: string) => (await db.account.findUniqueOrThrow({ where: { id: accountId } })).email;

test("M2, C4: each address is written to once and enrolled never; names are not kept; whoever comes in takes the same papers", async () => {
  const { id, slug, steward } = await anAssociation({ entry: "INVITATION" });
  const emails = [anAddress(), anAddress()];
  expect(await importMembers(steward, list(slug, emails))).toEqual({ ok: true, value: { associationSlug: slug } });
  expect(await db.membership.count({ where: { associationId: id } })).toBe(1);
  expect(await db.memberImport.findFirstOrThrow({ where: { associationId: id } })).toMatchObject({
    lineCount: 2,
    consentHow: "All’assemblea di ottobre.",
  });
  await mailLetters();
  const mail = await mailTo(emails[0] ?? "");
  expect(mail).toContain("dice che ne fai già parte");
  expect(mail).not.toContain("Ada Prova");
  const bo = await aPerson();
  expect(said(await takeUpOpening(bo, { token: tokenIn(mail) }))).toBe("ok");
  expect(said(await applyToAssociation(bo, await papersFor(slug, { stances: [] })))).toBe("membership.stanceMissing");
  expect(said(await applyToAssociation(bo, await papersFor(slug)))).toBe("ok");
  const desk = await findImportDesk(steward, slug);
  expect(desk).toMatchObject({ left: 498, imports: [{ lineCount: 2, enteredCount: 1, isOpen: true, isOwn: true }] });
  expect((await findInvitationDesk(steward, slug))?.letters).toEqual([]);
});

test("A2: who belongs already or was written to before is left out, and the answer and the desk do not tell", async () => {
  const { id, slug, steward } = await anAssociation();
  const member = await aMemberOf(id);
  const { email: before } = await aLetter(steward, slug);
  const known = [await emailOf(member.accountId), before];
  const nobody = [anAddress(), anAddress()];
  const answers = [await importMembers(steward, list(slug, known)), await importMembers(steward, list(slug, nobody))];
  expect(answers[0]).toEqual(answers[1]);
  await db.outboxMail.deleteMany();
  await mailLetters();
  expect(await Promise.all([...known, ...nobody].map(async (email) => (await mailTo(email)) !== ""))).toEqual([
    ...[false, false],
    ...[true, true],
  ]);
  const desk = await findImportDesk(steward, slug);
  const [one, other] = desk?.imports.map(({ id: _, createdAt: __, ...line }) => line) ?? [];
  expect(one).toEqual(other);
});

test("R1: it takes EDIT and INVITE; a list is taken back by whoever handed it in, and its addresses with it", async () => {
  const { id, slug, steward } = await anAssociation();
  const people = [await aPerson(), await aMemberOf(id), await makeRole(id, "WELCOMER")];
  for (const actor of people) {
    expect(said(await importMembers(actor, list(slug, [anAddress()])))).toBe("common.notFound");
    expect(await findImportDesk(actor, slug)).toBeNull();
  }
  const email = anAddress();
  await importMembers(steward, list(slug, [email]));
  await mailLetters();
  const { id: importId } = await db.memberImport.findFirstOrThrow({ where: { associationId: id } });
  const other = await makeRole(id, "STEWARD");
  expect(said(await withdrawImport(other, { importId }))).toBe("common.notFound");
  expect(said(await withdrawImport(steward, { importId }))).toBe("ok");
  expect(await mailTo(email)).toBe("");
  expect(await db.letter.findFirstOrThrow({ where: { importId } })).toMatchObject({ state: "WITHDRAWN", email: null });
});

test("C4: five hundred addresses a year, also by two lists at once", async () => {
  const { slug, steward } = await anAssociation();
  const many = (count: number) => Array.from({ length: count }, () => anAddress());
  for (const count of [200, 200]) expect(said(await importMembers(steward, list(slug, many(count))))).toBe("ok");
  const results = await Promise.all([many(60), many(60)].map((emails) => importMembers(steward, list(slug, emails))));
  expect(results.map(said).toSorted()).toEqual(["membership.importedEnough", "ok"]);
});
