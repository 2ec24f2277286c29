import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { findAbsent } from "@/lib/auth/standing";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { moveProject } from "@/lib/project/commands";
import { makeMember } from "@/lib/testing/members";
import { aNeed, brokenInvariants, makeCrowd, makeProject } from "@/lib/testing/projects";
import { chooseMails } from "../commands";
import { wantsWeeklyHelp } from "../queries";
import { mailWeeklyHelp } from "./delivery";

/** A Monday, nine in the morning in Italy; the next one. */
const MONDAY = new Date("2026-11-23T08:00:00Z");
const NEXT = addDays(MONDAY, 7);
const [HELD, OTHER] = ["nursing", "cohousing"];
let owner: Actor;
let nurse: Actor;

beforeAll(async () => {
  [owner] = (await makeCrowd(1)) as [Actor];
});
beforeEach(async () => {
  await db.outboxMail.deleteMany();
  nurse = await makeMember({ name: "Nora Prova", competences: { [HELD]: 3 }, placeSlug: "bologna" });
});
afterAll(async () => expect(await brokenInvariants()).toEqual([]));

const want = (weekly: boolean) => chooseMails(nurse, { wanted: [], weekly });
const run = (now = MONDAY) => mailWeeklyHelp({ ownerOf: findAbsent, now });
const mails = async () => {
  const { email } = await db.account.findUniqueOrThrow({ where: { id: nurse.accountId }, select: { email: true } });
  return db.outboxMail.findMany({ where: { recipient: email }, orderBy: { createdAt: "asc" } });
};
const project = (title: string, competence = HELD, change: Parameters<typeof aNeed>[0] = {}) =>
  makeProject(
    owner,
    { title, needs: [aNeed({ title: `Turno per ${title}`, competence, ...change })] },
    addDays(MONDAY, -1),
  );

test("NT1, NT4: only whoever asked for it, only on Monday, with why, where, and how to stop it", async () => {
  const { slug, needIds } = await project("Ambulatorio di cortile");
  await project("Case vicine", OTHER);
  expect(await wantsWeeklyHelp(nurse)).toBe(false);
  await run();
  expect(await mails()).toEqual([]);
  await want(true);
  expect(await wantsWeeklyHelp(nurse)).toBe(true);
  await run(addDays(MONDAY, 1));
  expect(await mails()).toEqual([]);
  await run();
  const [mail] = await mails();
  expect(mail?.subject).toBe("Un posto dove puoi dare una mano");
  expect(mail?.text).toContain("Ciao Nora Prova,");
  expect(mail?.text).toContain("Turno per Ambulatorio di cortile (indispensabile, entro il 15 gennaio 2027)");
  expect(mail?.text).toMatch(/Sai fare: .+\./);
  expect(mail?.text).toContain(`/progetti/${slug}/bisogni/${needIds[0]}`);
  expect(mail?.text).toContain("/impostazioni/notifiche");
  expect(mail?.text).not.toContain("Case vicine");
  await want(false);
  await project("Ambulatorio di scala");
  await run(NEXT);
  expect(await mails()).toHaveLength(1);
});

test("A3: two runs at once, and one more, write once", async () => {
  await project("Sala d’attesa");
  await want(true);
  await Promise.all([run(), run(), run()]);
  await run();
  expect(await mails()).toHaveLength(1);
});

test("NT4: nothing new, no mail; what was named is named again after ninety days, what is new at once", async () => {
  const others = await db.project.findMany({
    where: { ownerId: owner.memberId, state: "PROPOSED" },
    select: { slug: true },
  });
  for (const { slug } of others) await moveProject(owner, { slug, to: "ABANDONED" }, MONDAY);
  await want(true);
  await run();
  expect(await mails()).toEqual([]);
  await project("Pronto in scala", HELD, { due: null });
  await run();
  await run(NEXT);
  expect(await mails()).toHaveLength(1);
  await project("Pronto in cortile");
  await run(NEXT);
  expect((await mails())[1]?.text).not.toContain("Pronto in scala");
  const later = addDays(MONDAY, 91);
  await run(addDays(later, 7 - ((later.getUTCDay() + 6) % 7)));
  expect((await mails())[2]?.text).toContain("Pronto in scala");
});

test("A2: whoever is suspended is not written to", async () => {
  await project("Chi non vede");
  await want(true);
  await db.account.update({ where: { id: nurse.accountId }, data: { suspendedAt: MONDAY } });
  await run();
  expect(await mails()).toEqual([]);
});
