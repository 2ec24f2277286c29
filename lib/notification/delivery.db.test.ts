import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { recordActivity } from "@/lib/activity/commands";
import type { Actor } from "@/lib/auth/actor";
import { confirmContribution, declareContribution } from "@/lib/contribution/commands";
import { db } from "@/lib/db/client";
import { forgetSearch, saveSearch } from "@/lib/directory/saved/commands";
import { applyToAssociation, expireApplications, withdrawApplication } from "@/lib/membership/application/commands";
import { decideApplication } from "@/lib/membership/decision/commands";
import { acceptOffer, declineOffer, offerToNeed } from "@/lib/project/offer/commands";
import { aMemberOf, anAssociation, aPerson, expectInvariants, makeRole, papersFor } from "@/lib/testing/associations";
import { anOffer, makeProject } from "@/lib/testing/projects";
import { chooseMails, markNotificationsRead } from "./commands";
import { tellOf } from "./delivery";
import { listNotifications } from "./queries";

beforeEach(async () => {
  await db.outboxMail.deleteMany();
  await db.$executeRaw`DELETE FROM "Notification"`;
});
afterAll(expectInvariants);

/** What the job does for everything that happened so far. */
async function tellAll(now = new Date()): Promise<void> {
  const rows = await db.activity.findMany({ orderBy: { id: "asc" }, select: { id: true } });
  for (const { id } of rows) await tellOf(id, now);
}

/** What the job does for what happens in `act`. */
async function telling(act: () => Promise<unknown>): Promise<string> {
  const newest = await db.activity.findFirst({ orderBy: { id: "desc" }, select: { id: true } });
  const answer = (await act()) as { ok?: boolean; refusal?: { code: string } } | undefined;
  if (answer?.ok === false) throw new Error(answer.refusal?.code);
  const rows = await db.activity.findMany({
    where: newest ? { id: { gt: newest.id } } : {},
    orderBy: { id: "asc" },
    select: { id: true },
  });
  for (const { id } of rows) await tellOf(id);
  return rows.at(-1)?.id ?? "";
}

const toldTo = async ({ memberId }: Actor): Promise<string[]> =>
  (await db.notification.findMany({ where: { memberId }, orderBy: { id: "asc" }, select: { kind: true } })).map(
    ({ kind }) => kind,
  );

async function mailsTo({ accountId }: Actor) {
  const { email } = await db.account.findUniqueOrThrow({ where: { id: accountId }, select: { email: true } });
  return db.outboxMail.findMany({ where: { recipient: email }, select: { subject: true, text: true, locale: true } });
}

async function anApplication() {
  const { id, slug, steward } = await anAssociation();
  const applicant = await aPerson("Carla Candidata");
  const papers = await papersFor(slug);
  return { id, slug, steward, applicant, apply: () => applyToAssociation(applicant, papers) };
}

const applicationOf = ({ memberId }: Actor) =>
  db.application.findFirstOrThrow({ where: { memberId, door: "APPLICATION" }, select: { id: true } });

describe("the five mails", () => {
  test("an application to decide is told to whoever answers for ADMIT, and to nobody else", async () => {
    const { id, slug, steward, applicant, apply } = await anApplication();
    const welcomer = await makeRole(id, "WELCOMER");
    const member = await aMemberOf(id);
    await telling(apply);
    expect(await toldTo(steward)).toEqual(["applicationToDecide"]);
    expect(await toldTo(welcomer)).toEqual(["applicationToDecide"]);
    expect([await toldTo(member), await toldTo(applicant)]).toEqual([[], []]);
    const [mail, ...more] = await mailsTo(steward);
    expect(more).toEqual([]);
    const { id: application } = await applicationOf(applicant);
    expect(mail?.subject).toBe("Carla Candidata chiede di entrare in Cantiere Comune");
    expect(mail?.text).toContain(`http://localhost:3000/associazioni/${slug}/gestione/domande/${application}`);
    expect(mail?.text).toContain("http://localhost:3000/impostazioni/notifiche");
  });

  test("the decision is told to the applicant, in their language, without the words of the decision", async () => {
    const { steward, applicant, apply } = await anApplication();
    await db.account.update({ where: { id: applicant.accountId }, data: { locale: "en" }, select: { id: true } });
    await apply();
    const { id: applicationId } = await applicationOf(applicant);
    const message = "Quest’anno abbiamo preso impegni che non lasciano spazio ad altri.";
    await telling(() =>
      decideApplication(steward, { applicationId, outcome: "DECLINE", reason: "CAPACITY", message, clauseId: null }),
    );
    expect(await toldTo(applicant)).toEqual(["applicationDeclined"]);
    const [mail] = await mailsTo(applicant);
    expect(mail).toMatchObject({ locale: "en", subject: "Cantiere Comune answered your application: not for now" });
    expect(mail?.text).toContain(`http://localhost:3000/en/applications/${applicationId}`);
    expect(mail?.text).not.toContain("impegni");
  });

  test("an offer is told to who leads the project, its acceptance to who offered", async () => {
    const [lead, helper] = [
      await aPerson("Lea Guida"),
      await aPerson("Olmo Aiuto", { competences: { accounting: 3 } }),
    ];
    const { needIds, slug } = await makeProject(lead);
    await telling(() => offerToNeed(helper, anOffer(needIds[0] ?? "")));
    expect(await toldTo(lead)).toEqual(["offerToDecide"]);
    expect((await mailsTo(lead))[0]?.text).toContain(`http://localhost:3000/progetti/${slug}/gestione`);
    const { id: offerId } = await db.needOffer.findFirstOrThrow({
      where: { memberId: helper.memberId },
      select: { id: true },
    });
    await telling(() => acceptOffer(lead, { offerId }));
    expect(await toldTo(helper)).toEqual(["offerAccepted"]);
    expect((await mailsTo(helper)).map(({ subject }) => subject)).toEqual([
      "Il tuo posto in «Il lavatoio di Borgo Rossini» è confermato",
    ]);
  });

  test("a contribution is told to the others who take part, never to its author", async () => {
    const { lead, helper, slug } = await aSeatedProject();
    await telling(() =>
      declareContribution(helper, { slug, kind: "TIME", title: "Un sopralluogo", hours: 120, doneOn: "2026-11-10" }),
    );
    expect(await toldTo(lead)).toEqual(["contributionToConfirm"]);
    expect(await toldTo(helper)).toEqual([]);
    expect(await mailsTo(lead)).toHaveLength(1);
    const { id: contributionId } = await db.contribution.findFirstOrThrow({
      where: { memberId: helper.memberId },
      select: { id: true },
    });
    await telling(() => confirmContribution(lead, { contributionId }));
    expect(await toldTo(helper)).toEqual(["contributionConfirmed"]);
    expect(await mailsTo(helper)).toEqual([]);
  });

  test("M6: an application that nobody decided is told to both sides, by mail to who asked", async () => {
    const { steward, applicant, apply } = await anApplication();
    await apply();
    await telling(() => expireApplications(new Date(Date.now() + 40 * 86_400_000)));
    expect(await toldTo(applicant)).toEqual(["applicationExpired"]);
    expect(await toldTo(steward)).toEqual(["applicationUnanswered"]);
    expect([(await mailsTo(applicant)).length, (await mailsTo(steward)).length]).toEqual([1, 0]);
  });
});

async function aSeatedProject() {
  const [lead, helper] = [await aPerson("Lea Guida"), await aPerson("Olmo Aiuto", { competences: { accounting: 3 } })];
  const { needIds, slug, id } = await makeProject(lead);
  await offerToNeed(helper, anOffer(needIds[0] ?? ""));
  const { id: offerId } = await db.needOffer.findFirstOrThrow({
    where: { memberId: helper.memberId },
    select: { id: true },
  });
  await acceptOffer(lead, { offerId });
  return { lead, helper, slug, id };
}

describe("once, and only who may", () => {
  test("NT3: run again, the job tells nobody twice and sends nothing twice", async () => {
    const { steward, apply } = await anApplication();
    const activityId = await telling(apply);
    await Promise.all(Array.from({ length: 5 }, () => tellOf(activityId)));
    expect(await toldTo(steward)).toEqual(["applicationToDecide"]);
    expect(await mailsTo(steward)).toHaveLength(1);
    await markNotificationsRead(steward, { upTo: "ffffffff-ffff-7fff-bfff-ffffffffffff" });
    await tellOf(activityId);
    expect(await mailsTo(steward)).toHaveLength(1);
  });

  test("NT2: what no longer waits when the job runs is told to nobody", async () => {
    const { steward, applicant, apply } = await anApplication();
    await apply();
    await withdrawApplication(applicant, { applicationId: (await applicationOf(applicant)).id });
    await tellAll();
    expect([await toldTo(steward), (await mailsTo(steward)).length]).toEqual([[], 0]);
  });

  test("NT2, A2: whoever may not see a members’ project is not told of it", async () => {
    const { id: associationId, steward } = await anAssociation();
    const member = await aMemberOf(associationId);
    const { id: projectId } = await aSeatedProject();
    await db.needOffer.deleteMany({ where: { need: { projectId } } });
    await db.project.update({
      where: { id: projectId },
      data: { associationId, isMembersOnly: true },
      select: { id: true },
    });
    const about = { actorId: null, projectId, associationId, subjectId: projectId, at: new Date() };
    for (const { memberId } of [steward, member])
      await telling(() =>
        db.$transaction((tx) => recordActivity(tx, { kind: "project.offerQueued", memberId, ...about })),
      );
    expect([await toldTo(steward), await toldTo(member)]).toEqual([["offerQueued"], ["offerQueued"]]);
    const stranger = await aPerson();
    await telling(() =>
      db.$transaction((tx) =>
        recordActivity(tx, { kind: "project.offerQueued", memberId: stranger.memberId, ...about }),
      ),
    );
    expect(await toldTo(stranger)).toEqual([]);
  });

  test("NT6: a «non ora» to an offer is told in the product alone, and only to who asked", async () => {
    const [lead, helper] = [await aPerson(), await aPerson("Olmo", { competences: { accounting: 3 } })];
    const { needIds } = await makeProject(lead);
    await offerToNeed(helper, anOffer(needIds[0] ?? ""));
    const { id: offerId } = await db.needOffer.findFirstOrThrow({
      where: { memberId: helper.memberId },
      select: { id: true },
    });
    await telling(() => declineOffer(lead, { offerId }));
    expect(await toldTo(helper)).toEqual(["offerDeclined"]);
    expect(await db.notification.count()).toBe(1);
    expect(await db.outboxMail.count()).toBe(0);
  });

  test("M10: a steward in pause is not called to decide", async () => {
    const { id, slug, apply } = await anApplication();
    const welcomer = await makeRole(id, "WELCOMER");
    await db.$transaction([
      db.membership.updateMany({ where: { memberId: welcomer.memberId }, data: { state: "PAUSED" } }),
      db.$executeRaw`INSERT INTO "MembershipEvent" ("id", "membershipId", "from", "to", "at")
        SELECT gen_random_uuid(), "id", 'ACTIVE', 'PAUSED', now() FROM "Membership" WHERE "memberId" = ${welcomer.memberId}::uuid`,
    ]);
    await telling(apply);
    expect(slug).not.toBe("");
    expect(await toldTo(welcomer)).toEqual([]);
  });
});

describe("preferences", () => {
  test("NT1: a mail that was switched off does not leave, the notification stays", async () => {
    const { steward, apply } = await anApplication();
    expect((await chooseMails(steward, { wanted: ["invitation"], weekly: false })).ok).toBe(true);
    await telling(apply);
    expect([await toldTo(steward), await mailsTo(steward)]).toEqual([["applicationToDecide"], []]);
  });

  test("NT5: a decision about oneself arrives whatever one switched off", async () => {
    const { steward, applicant, apply } = await anApplication();
    await chooseMails(applicant, { wanted: [], weekly: false });
    await apply();
    const { id: applicationId } = await applicationOf(applicant);
    await telling(() =>
      decideApplication(steward, { applicationId, outcome: "ADMIT", reason: null, message: "", clauseId: null }),
    );
    expect(await mailsTo(applicant)).toHaveLength(1);
  });
});

describe("a saved search", () => {
  const NEWS = "Qualcuno di nuovo per la tua ricerca «liutaio · Ha un “offro”»";
  async function aFind(query = "q=liutaio&side=offers") {
    const owner = await aPerson("Ida Padrona");
    await saveSearch(owner, { query, locale: "it" });
    const { id } = await db.savedSearch.findFirstOrThrow({
      where: { memberId: owner.memberId },
      select: { id: true },
    });
    const find = () =>
      db.$transaction((tx) =>
        recordActivity(tx, {
          kind: "directory.searchFound",
          actorId: null,
          memberId: owner.memberId,
          subjectId: id,
          at: new Date(),
        }),
      );
    return { owner, id, find };
  }

  test("is told to its owner alone, in the product and by mail, in words and with a way there", async () => {
    const { owner, find } = await aFind();
    await telling(find);
    expect(await toldTo(owner)).toEqual(["searchFound"]);
    const [mail, ...more] = await mailsTo(owner);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe(NEWS);
    expect(mail?.text).toContain("http://localhost:3000/persone/ricerche");
    expect(await db.notification.count({ where: { kind: "searchFound" } })).toBe(1);
  });

  test("names the association it is narrowed to, while everybody may know it", async () => {
    const { id, slug } = await anAssociation({ name: "Lume di quartiere" });
    const { owner, find } = await aFind(`q=liutaio&association=${slug}`);
    await telling(find);
    expect(await mailsTo(owner)).toMatchObject([
      { subject: "Qualcuno di nuovo per la tua ricerca «liutaio · Lume di quartiere»" },
    ]);
    await db.association.update({ where: { id }, data: { state: "CLOSED" }, select: { id: true } });
    expect((await listNotifications(owner, null)).items).toMatchObject([{ association: null }]);
  });

  test("NT1: without the mail, for whoever does not want it", async () => {
    const { owner, find } = await aFind();
    await chooseMails(owner, { wanted: [], weekly: false });
    await telling(find);
    expect([await toldTo(owner), await mailsTo(owner)]).toEqual([["searchFound"], []]);
  });

  test("NT2: not once its owner is suspended, nor once it is gone; what was told of it goes with it", async () => {
    const [suspended, gone, earlier] = [await aFind(), await aFind(), await aFind()];
    await db.account.update({
      where: { id: suspended.owner.accountId },
      data: { suspendedAt: new Date() },
      select: { id: true },
    });
    await telling(earlier.find);
    expect((await listNotifications(earlier.owner, null)).items).toMatchObject([{ detail: "q=liutaio&side=offers" }]);
    for (const { owner, id } of [gone, earlier]) await forgetSearch(owner, { id });
    for (const { find } of [suspended, gone]) await telling(find);
    expect([await toldTo(suspended.owner), await toldTo(gone.owner)]).toEqual([[], []]);
    expect((await listNotifications(earlier.owner, null)).items).toEqual([]);
  });
});
