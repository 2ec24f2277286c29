import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { confirmContribution, declareContribution } from "@/lib/contribution/commands";
import { db } from "@/lib/db/client";
import { expireApplications } from "@/lib/membership/application/commands";
import { decideApplication } from "@/lib/membership/decision/commands";
import { acceptOffer, offerToNeed } from "@/lib/project/offer/commands";
import { aMemberOf, aPerson, expectInvariants, makeRole } from "@/lib/testing/associations";
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

beforeEach(forgetTellings);
afterAll(expectInvariants);

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
