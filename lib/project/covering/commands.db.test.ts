import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { leaveAssociation } from "@/lib/membership/leaving/commands";
import { tellOf } from "@/lib/notification/delivery";
import { makeMember } from "@/lib/testing/members";
import { aNeed, anOffer, brokenInvariants, makeCrowd, makeGroup, makeProject } from "@/lib/testing/projects";
import { moveProject } from "../commands";
import { acceptOffer, offerToNeed } from "../offer/commands";
import { findNeed } from "../offer/queries";
import { askToCover, coverNeed, declineNeedAsk, lapseNeedAsks, withdrawNeedAsk } from "./commands";
import { findCovering } from "./queries";

const NOW = new Date("2026-11-22T10:00:00Z");
const WHY = "Hai rifatto il tetto della scuola, e qui è lo stesso legno.";
const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) => (answer.ok ? "ok" : answer.refusal?.code);

let [owner, ada, bo, cy]: Actor[] = [];
let project: { id: string; slug: string; needIds: string[] };
const the = (actor: Actor | undefined) => actor as Actor;
const need = () => project.needIds[0] ?? "";
const NEED = aNeed({ competence: "accounting" });

beforeAll(async () => {
  [owner, ada, bo, cy] = await makeCrowd(4);
});
beforeEach(async () => {
  await db.needAsk.deleteMany();
  project = await makeProject(the(owner), { needs: [NEED] });
});
afterAll(async () => expect(await brokenInvariants()).toEqual([]));

const ask = async (to: Actor | undefined, { by = owner, needId = need(), now = NOW } = {}) =>
  codeOf(await askToCover(the(by), { needId, whom: the(to).handle, reason: WHY }, now));
const newest = async (to: Actor | undefined) =>
  db.needAsk.findFirstOrThrow({ where: { toId: the(to).memberId }, orderBy: { askedAt: "desc" } });
const cover = async (who: Actor | undefined, askId: string, now = NOW) => {
  const { needId: _needId, ...bring } = anOffer("");
  return coverNeed(the(who), { askId, ...bring }, now);
};
const decline = async (who: Actor | undefined, askId: string, now = NOW) =>
  codeOf(await declineNeedAsk(the(who), { askId }, now));
const candidates = async (by = owner, now = NOW) =>
  (await findCovering(the(by), { slug: project.slug, needId: need() }, now))?.candidates.map(
    ({ person }) => person.memberId,
  );

describe("who could cover a need", () => {
  test("A2: is read by whoever leads the project alone", async () => {
    expect(await candidates()).toEqual(expect.arrayContaining([the(ada).memberId, the(bo).memberId]));
    expect(await candidates(ada)).toBeUndefined();
  });

  test("names no one who hides it, does not let themselves be asked, is suspended, lacks it, or leads", async () => {
    const held = { competences: { accounting: 3 } };
    const shown = await makeMember(held);
    const hidden = await makeMember({ ...held, audiences: { COMPETENCES: "SHARED_ASSOCIATIONS" } });
    const unlisted = await makeMember({ ...held, isListed: false });
    const closed = await makeMember(held);
    await db.member.update({ where: { id: closed.memberId }, data: { isAskable: false } });
    const suspended = await makeMember({ ...held, isSuspended: true });
    const other = await makeMember({ competences: { "tax-advice": 4 } });
    const found = await candidates();
    expect(found).toContain(shown.memberId);
    for (const { memberId } of [hidden, unlisted, closed, suspended, other, the(owner)])
      expect(found).not.toContain(memberId);
  });

  test("MT3: those nearby first, then fellow members, then those who know it best, each with why", async () => {
    const skilled = (level: number, fields = {}) => makeMember({ competences: { cohousing: level }, ...fields });
    const [best, good] = [await skilled(4), await skilled(2)];
    const near = await skilled(1, { placeSlug: "imola" });
    const hidden = await skilled(1, { placeSlug: "imola", audiences: { PLACE: "ONLY_ME" } });
    const fellow = await skilled(1);
    const group = await makeGroup({ steward: the(owner), active: [fellow] });
    const needs = [aNeed({ competence: "cohousing" })];
    project = await makeProject(the(owner), { association: group.slug, place: "bologna", needs });
    const view = await findCovering(the(owner), { slug: project.slug, needId: need() }, NOW);
    const seen = view?.candidates.map(({ person, isNear, isFellow, level }) => [
      person.memberId,
      isNear,
      isFellow,
      level,
    ]);
    expect(seen?.slice(0, 4)).toEqual([
      [near.memberId, true, false, 1],
      [fellow.memberId, false, true, 1],
      [best.memberId, false, false, 4],
      [good.memberId, false, false, 2],
    ]);
    expect(seen?.find(([id]) => id === hidden.memberId)).toEqual([hidden.memberId, false, false, 1]);
  });

  test("PT3: nor, for ninety days, who said «non ora»; nor who is asked, or offered", async () => {
    await ask(ada);
    expect(await candidates()).not.toContain(the(ada).memberId);
    await decline(ada, (await newest(ada)).id);
    expect(await candidates()).not.toContain(the(ada).memberId);
    expect(await candidates(owner, addDays(NOW, 90))).toContain(the(ada).memberId);
    await offerToNeed(the(bo), anOffer(need()), NOW);
    expect(await candidates()).not.toContain(the(bo).memberId);
  });
});

describe("asking", () => {
  test("is the owner's alone, and tells that person, by mail too, why them nowhere but on the page", async () => {
    expect(await ask(bo, { by: ada })).toBe("common.notAllowed");
    const start = await db.outboxMail.count();
    expect(await ask(ada)).toBe("ok");
    const { id } = await db.activity.findFirstOrThrow({ where: { kind: "project.needAsked", projectId: project.id } });
    await tellOf(id, NOW);
    await tellOf(id, NOW);
    const mails = await db.outboxMail.findMany({ orderBy: { createdAt: "desc" }, take: 1 });
    expect((await db.outboxMail.count()) - start).toBe(1);
    expect(mails[0]?.subject).toContain("Verifica strutturale");
    expect(mails[0]?.text).toContain(`/progetti/${project.slug}/bisogni/${need()}`);
    expect(mails[0]?.text).not.toContain(WHY);
    const seen = await findNeed(the(ada), { slug: project.slug, needId: need() }, NOW);
    expect(seen?.ask?.reason).toBe(WHY);
    expect((await findNeed(the(bo), { slug: project.slug, needId: need() }, NOW))?.ask).toBeNull();
  });

  test("A2: somebody who does not let themselves be asked looks like nobody", async () => {
    await db.member.update({ where: { id: the(cy).memberId }, data: { isAskable: false } });
    expect(await ask(cy)).toBe("project.nobodyToAsk");
    await db.member.update({ where: { id: the(cy).memberId }, data: { isAskable: true } });
    expect(await ask({ ...the(cy), handle: "nessuno" } as Actor)).toBe("project.nobodyToAsk");
  });

  test("five wait at most, wherever, also when asked at once", async () => {
    const crowd = await makeCrowd(7);
    const others = await Promise.all(crowd.map(() => makeProject(the(owner), { needs: [NEED] })));
    const codes = await Promise.all(crowd.map((one, i) => ask(one, { needId: others[i]?.needIds[0] ?? "" })));
    expect(codes.filter((code) => code === "ok")).toHaveLength(5);
    expect(codes.filter((code) => code === "project.askedEnough")).toHaveLength(2);
  });
});

describe("answering", () => {
  test("PT2, PJ3: a yes takes the seat, with its commitment, at once; nobody else's does", async () => {
    await ask(ada);
    const { id } = await newest(ada);
    expect(codeOf(await cover(bo, id))).toBe("common.notFound");
    expect(await db.needOffer.count({ where: { needId: need() } })).toBe(0);
    expect(await cover(ada, id)).toEqual({ ok: true, value: { slug: project.slug, outcome: "ACCEPTED" } });
    expect(await db.commitment.count({ where: { projectId: project.id, memberId: the(ada).memberId } })).toBe(1);
    expect(codeOf(await cover(ada, id))).toBe("project.askClosed");
  });

  test("PJ4: one seat, two asked, both yeses at once: one sits, one waits", async () => {
    await ask(ada);
    await ask(bo);
    const answers = await Promise.all([cover(ada, (await newest(ada)).id), cover(bo, (await newest(bo)).id)]);
    expect(answers.map((answer) => answer.ok && answer.value.outcome).sort()).toEqual(["ACCEPTED", "QUEUED"]);
  });

  test("PT3, NT6: a «non ora» is read by whoever asked alone, told to nobody, and holds for the project for ninety days", async () => {
    await ask(ada);
    expect(await decline(bo, (await newest(ada)).id)).toBe("common.notFound");
    expect(await decline(ada, (await newest(ada)).id)).toBe("ok");
    const { id, associationId, projectId } = await db.activity.findFirstOrThrow({
      where: { kind: "project.needAskDeclined" },
    });
    expect([associationId, projectId]).toEqual([null, null]);
    const before = await db.notification.count();
    await tellOf(id, NOW);
    expect(await db.notification.count()).toBe(before);
    const view = await findCovering(the(owner), { slug: project.slug, needId: need() }, NOW);
    expect(view?.sent.map(({ state }) => state)).toEqual(["DECLINED"]);
    expect(await ask(ada, { now: new Date(addDays(NOW, 90).getTime() - 1) })).toBe("project.askedTooSoon");
    expect(await ask(ada, { now: addDays(NOW, 90) })).toBe("ok");
  });

  test("a question lapses after fourteen days, and is taken back before", async () => {
    await ask(ada);
    expect(await lapseNeedAsks(new Date(addDays(NOW, 14).getTime() - 1))).toBe(0);
    expect(codeOf(await cover(ada, (await newest(ada)).id, addDays(NOW, 14)))).toBe("project.askClosed");
    expect(await lapseNeedAsks(addDays(NOW, 14))).toBe(1);
    expect(await lapseNeedAsks(addDays(NOW, 14))).toBe(0);
    expect(await ask(ada, { now: addDays(NOW, 15) })).toBe("project.silentLately");
    await ask(bo);
    const { id } = await newest(bo);
    expect(codeOf(await withdrawNeedAsk(the(ada), { askId: id }, NOW))).toBe("common.notFound");
    expect(codeOf(await withdrawNeedAsk(the(owner), { askId: id }, NOW))).toBe("ok");
    expect(await decline(bo, id)).toBe("project.askClosed");
  });
});

describe("what ends a question", () => {
  test("the end of the project, and an offer accepted meanwhile", async () => {
    await ask(ada);
    await moveProject(the(owner), { slug: project.slug, to: "ABANDONED" }, NOW);
    expect((await newest(ada)).state).toBe("WITHDRAWN");
    project = await makeProject(the(owner), { needs: [NEED] });
    const offer = await offerToNeed(the(bo), anOffer(need()), NOW);
    await acceptOffer(the(owner), { offerId: offer.ok ? offer.value.offerId : "" }, NOW);
    expect(await ask(ada)).toBe("project.seatsTaken");
  });

  test("M8: leaving the association a project is kept for", async () => {
    const group = await makeGroup({ steward: the(owner), active: [the(ada)] });
    project = await makeProject(the(owner), { association: group.slug, isMembersOnly: true, needs: [NEED] });
    expect(await ask(bo)).toBe("project.nobodyToAsk");
    expect(await ask(ada)).toBe("ok");
    expect((await findCovering(the(owner), { slug: project.slug, needId: need() }, NOW))?.sent).toHaveLength(1);
    const left = await leaveAssociation(the(ada), { associationSlug: group.slug } as never, NOW);
    expect(codeOf(left)).toBe("ok");
    expect((await newest(ada)).state).toBe("WITHDRAWN");
  });

  test("the database keeps the rule: one question a person and project, of its own need, answered once", async () => {
    await ask(ada);
    const { id: _id, ...row } = await newest(ada);
    await expect(db.needAsk.create({ data: row })).rejects.toThrow(/Unique|need_ask_one_open/);
    await decline(ada, _id);
    await expect(db.needAsk.update({ where: { id: _id }, data: { state: "OPEN", closedAt: null } })).rejects.toThrow(
      /PT3/,
    );
    const other = await makeProject(the(owner));
    await expect(db.needAsk.create({ data: { ...row, needId: other.needIds[0] ?? "" } })).rejects.toThrow(/PJ3/);
  });
});
