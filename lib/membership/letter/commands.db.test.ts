import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { LETTERS_A_RUN, mailLetters } from "@/lib/notification/letter/delivery";
import { aMemberOf, anAssociation, aPerson, expectInvariants, makeRole, said, tally } from "@/lib/testing/associations";
import { aLetter, anAddress, mailTo, tokenIn, WHY } from "@/lib/testing/letters";
import { findInvitationDesk } from "../invitation/queries";
import { leaveAssociation } from "../leaving/commands";
import { expireLetters, withdrawLetter, writeLetter } from "./commands";
import { markOf } from "./rules";

afterAll(expectInvariants);
beforeEach(() => db.letter.deleteMany());

const to = (associationSlug: string, email: string) => ({ associationSlug, email, reason: WHY });
const letterOf = (associationId: string) => db.letter.findFirstOrThrow({ where: { associationId } });
const emailOf = async (accountId: string) => (await db.account.findUniqueOrThrow({ where: { id: accountId } })).email;

describe("writing to an address", () => {
  test("P52: leaves a letter for thirty days; the mail says who and why, and of its secret only the hash is kept", async () => {
    const { id, slug, steward } = await anAssociation();
    const email = anAddress();
    const now = new Date();
    expect(await writeLetter(steward, to(slug, email), now)).toEqual({ ok: true, value: { associationSlug: slug } });
    expect(await letterOf(id)).toMatchObject({ state: "PENDING", email, tokenHash: null, expiresAt: addDays(now, 30) });
    expect(await mailLetters(now)).toBe(1);
    expect(await mailLetters(now)).toBe(0);
    const mail = await mailTo(email);
    expect(mail).toContain("Rita Referente ti invita in Cantiere Comune");
    expect(mail).toContain(WHY);
    const token = tokenIn(mail);
    expect(token).toHaveLength(43);
    expect(JSON.stringify(await letterOf(id))).not.toContain(token);
    expect(await db.membership.count({ where: { associationId: id } })).toBe(1);
  });

  test("A2: to whoever writes it answers and shows the same, whether the address has a card, belongs already, or is nobody's", async () => {
    const { id, slug, steward } = await anAssociation();
    const [known, member] = [await aPerson(), await aMemberOf(id)];
    const emails = [anAddress(), await emailOf(known.accountId), await emailOf(member.accountId)];
    const answers = [];
    for (const email of emails) answers.push(await writeLetter(steward, to(slug, email)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    await mailLetters();
    const desk = await findInvitationDesk(steward, slug);
    const lines = desk?.letters.map(({ id: _, email: __, createdAt: ___, expiresAt: ____, ...line }) => line);
    expect(new Set(lines?.map((line) => JSON.stringify(line))).size).toBe(1);
    const mails = await Promise.all(emails.map(mailTo));
    expect(mails.map((mail) => tokenIn(mail) !== "")).toEqual([true, true, false]);
    const rows = await db.letter.findMany({ where: { associationId: id } });
    expect(rows.map(({ mailedAt, tokenHash }) => [mailedAt !== null, tokenHash !== null])).toEqual(
      emails.map(() => [true, true]),
    );
  });

  test("R1, A2: who does not answer for INVITE finds nothing; letters are read by their writer alone", async () => {
    const { id, slug, steward } = await anAssociation();
    for (const actor of [await aPerson(), await aMemberOf(id)])
      expect(said(await writeLetter(actor, to(slug, anAddress())))).toBe("common.notFound");
    expect(said(await writeLetter({ ...steward, isSuspended: true }, to(slug, anAddress())))).toBe("common.suspended");
    await writeLetter(steward, to(slug, anAddress()));
    const other = await makeRole(id, "WELCOMER");
    expect((await findInvitationDesk(other, slug))?.letters).toEqual([]);
    const { id: letterId } = await letterOf(id);
    expect(said(await withdrawLetter(other, { letterId }))).toBe("common.notFound");
  });

  test("one letter at a time to an address, behind the rule by the database; past its day another may follow", async () => {
    const { id, slug, steward } = await anAssociation();
    const email = anAddress();
    const now = new Date();
    await writeLetter(steward, to(slug, email), now);
    expect(said(await writeLetter(steward, to(slug, email), now))).toBe("membership.addressWaits");
    const { id: _, ...twin } = await letterOf(id);
    await expect(db.letter.create({ data: twin })).rejects.toMatchObject({ code: "P2002" });
    expect(said(await writeLetter(steward, to(slug, email), addDays(now, 30)))).toBe("ok");
  });

  test("C4: twenty a day from one person, and the twenty-first at once with others waits", async () => {
    const { slug, steward } = await anAssociation();
    for (let i = 0; i < 18; i += 1) await writeLetter(steward, to(slug, anAddress()));
    const results = await Promise.all(Array.from({ length: 8 }, () => writeLetter(steward, to(slug, anAddress()))));
    expect(tally(results)).toEqual({ ok: 2, "membership.invitedEnough": 6 });
    expect(said(await writeLetter(steward, to(slug, anAddress()), addDays(new Date(), 1.01)))).toBe("ok");
  });
});

describe("closing", () => {
  test("withdrawn before it left, it never leaves; withdrawn after, nothing of the address is left anywhere", async () => {
    const { id, slug, steward } = await anAssociation();
    const early = anAddress();
    await writeLetter(steward, to(slug, early));
    await withdrawLetter(steward, { letterId: (await letterOf(id)).id });
    await mailLetters();
    expect(await mailTo(early)).toBe("");
    const { id: letterId, email } = await aLetter(steward, slug);
    expect(said(await withdrawLetter(steward, { letterId }))).toBe("ok");
    expect(said(await withdrawLetter(steward, { letterId }))).toBe("membership.letterOver");
    expect(await mailTo(email)).toBe("");
    const row = await db.letter.findUniqueOrThrow({ where: { id: letterId } });
    expect(row).toMatchObject({ state: "WITHDRAWN", email: null, reason: "", mark: markOf(id, email) });
  });

  test("the database keeps no address in a closed letter, whoever closes it", async () => {
    const { slug, steward } = await anAssociation();
    const { id } = await aLetter(steward, slug);
    const data = { state: "EXPIRED", closedAt: new Date() } as const;
    await expect(db.letter.update({ where: { id }, data })).rejects.toThrow(/letter_erased/);
  });

  test("nobody answered: the job closes it on its day and forgets its mark a year later", async () => {
    const { id, slug, steward } = await anAssociation();
    const now = new Date();
    const { email } = await aLetter(steward, slug, { now });
    const day = addDays(now, 30);
    expect(await expireLetters(new Date(day.getTime() - 1))).toBe(0);
    const counts = await Promise.all([expireLetters(day), expireLetters(day)]);
    expect(counts.toSorted()).toEqual([0, 1]);
    expect(await letterOf(id)).toMatchObject({ state: "EXPIRED", email: null, mark: markOf(id, email) });
    await expireLetters(addDays(day, 366));
    expect(await letterOf(id)).toMatchObject({ mark: null });
  });

  test("M8: whoever leaves takes their letters with them", async () => {
    const { id, slug } = await anAssociation();
    const welcomer = await makeRole(id, "WELCOMER");
    const { email } = await aLetter(welcomer, slug);
    await leaveAssociation(welcomer, { associationSlug: slug });
    expect(await letterOf(id)).toMatchObject({ state: "WITHDRAWN", email: null });
    expect(await mailTo(email)).toBe("");
  });
});

test("a few leave at a time, each once, though two jobs run at once; those written by name before those of a list", async () => {
  const { id, slug, steward } = await anAssociation();
  const data = {
    associationId: id,
    importerId: steward.memberId,
    lineCount: 30,
    consentHow: "All’assemblea.",
    consentOn: new Date(),
  };
  const { id: importId } = await db.memberImport.create({ data: { ...data, createdAt: new Date() } });
  const shared = { associationId: id, inviterId: steward.memberId, reason: WHY, createdAt: new Date() };
  const listed = Array.from({ length: 30 }, (_, i) => ({
    ...shared,
    importId,
    email: `${i}@example.org`,
    mark: `${i}`,
  }));
  await db.letter.createMany({ data: listed.map((one) => ({ ...one, expiresAt: addDays(new Date(), 30) })) });
  const named = anAddress();
  await writeLetter(steward, to(slug, named));
  expect(await mailLetters()).toBe(LETTERS_A_RUN);
  expect(await mailTo(named)).not.toBe("");
  const counts = await Promise.all([mailLetters(), mailLetters()]);
  expect((counts[0] ?? 0) + (counts[1] ?? 0)).toBe(31 - LETTERS_A_RUN);
  expect(await db.outboxMail.count({ where: { recipient: { in: listed.map(({ email }) => email) } } })).toBe(30);
});
