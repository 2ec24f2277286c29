import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { recordActivity } from "@/lib/activity/commands";
import { db } from "@/lib/db/client";
import { withdrawApplication } from "@/lib/membership/application/commands";
import { decideApplication } from "@/lib/membership/decision/commands";
import { declineOffer, offerToNeed } from "@/lib/project/offer/commands";
import { aMemberOf, anAssociation, aPerson, expectInvariants, makeRole } from "@/lib/testing/associations";
import { anOffer, makeProject } from "@/lib/testing/projects";
import {
  anApplication,
  applicationOf,
  aSeatedProject,
  forgetTellings,
  mailsTo,
  telling,
  toldTo,
} from "@/lib/testing/tellings";
import { chooseMails, markNotificationsRead } from "./commands";
import { tellOf } from "./delivery";

beforeEach(forgetTellings);
afterAll(expectInvariants);

/** What the job does for everything that happened so far. */
async function tellAll(now = new Date()): Promise<void> {
  const rows = await db.activity.findMany({ orderBy: { id: "asc" }, select: { id: true } });
  for (const { id } of rows) await tellOf(id, now);
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
