import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Actor, submitting } from "@/lib/auth/actor";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { leaveAssociation } from "@/lib/membership/leaving/commands";
import { findLeaving } from "@/lib/membership/leaving/queries";
import {
  aNeed,
  anIdea,
  brokenInvariants,
  makeCrowd,
  makeGroup,
  makeIdea,
  makeProject,
  papersOf,
  wordOf,
} from "@/lib/testing/projects";
import { declineIdeaInvitation, inviteToIdea, withdrawIdeaInvitation } from "../asking/commands";
import { moveProject } from "../commands";
import { askToCover } from "../covering/commands";
import { findCovering } from "../covering/queries";
import { answerHandover, offerHandover } from "../handover/commands";
import { withdrawOffer } from "../offer/commands";
import { answerSeat } from "../seat/commands";
import { joinIdea, openIdea, proposeIdea, withdrawFromIdea } from "./commands";

const NOW = new Date("2026-11-21T10:00:00Z");
const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) => (answer.ok ? "ok" : answer.refusal?.code);

let [owner, ada, bo, cy]: Actor[] = [];
let group: { id: string; slug: string };
let slug: string;
let id: string;
const the = (actor: Actor | undefined) => actor as Actor;

beforeAll(async () => {
  [owner, ada, bo, cy] = await makeCrowd(4);
  group = await makeGroup({ steward: the(owner), active: [the(ada), the(bo)] });
});
beforeEach(async () => {
  ({ slug, id } = await makeIdea(the(owner)));
});
afterAll(async () => expect(await brokenInvariants()).toEqual([]));

const join = async (who: Actor | undefined, change = {}) => codeOf(await joinIdea(the(who), wordOf(slug, change), NOW));
const leave = async (who: Actor | undefined) => codeOf(await withdrawFromIdea(the(who), { slug }, NOW));
const propose = async (who: Actor | undefined, change = {}) =>
  codeOf(await proposeIdea(the(who), papersOf(slug, change), NOW));
const stateOf = async () => (await db.project.findUniqueOrThrow({ where: { slug } })).state;
const standing = () => db.coProposer.count({ where: { projectId: id, withdrawnAt: null } });
const kinds = async () =>
  (await db.activity.findMany({ where: { projectId: id }, orderBy: [{ at: "asc" }, { id: "asc" }] })).map(
    ({ kind }) => kind,
  );

describe("opening", () => {
  test("PJ1, R5: in an association by who is active there, with as many people as it asks for then", async () => {
    await db.association.update({ where: { id: group.id }, data: { ideaPeopleNeeded: 4 } });
    const opened = await openIdea(the(ada), anIdea({ association: group.slug, values: ["care"] }), NOW);
    await db.association.update({ where: { id: group.id }, data: { ideaPeopleNeeded: 2 } });
    const row = await db.project.findUniqueOrThrow({
      where: { slug: opened.ok ? opened.value.slug : "" },
      select: { id: true, state: true, peopleNeeded: true, values: true, transitions: { select: { to: true } } },
    });
    expect(row).toMatchObject({ state: "IDEA", peopleNeeded: 4, values: ["care"], transitions: [{ to: "IDEA" }] });
    await expect(db.project.update({ where: { id: row.id }, data: { peopleNeeded: 2 } })).rejects.toThrow("R5");
    expect(codeOf(await openIdea(the(cy), anIdea({ association: group.slug }), NOW))).toBe("project.notActiveThere");
  });

  test("by values that are at home there, and for the members of somebody", async () => {
    expect(codeOf(await openIdea(the(ada), anIdea({ values: ["care"] }), NOW))).toBe("project.valueNotThere");
    expect(codeOf(await openIdea(the(ada), anIdea({ isMembersOnly: true }), NOW))).toBe("project.membersOfNobody");
  });
});

describe("«Ci sto»", () => {
  test("P59: makes one a co-proposer, tells the owner, and when it is enough says so", async () => {
    expect(await join(ada)).toBe("ok");
    expect(await join(ada)).toBe("project.alreadyIn");
    expect(await join(owner)).toBe("project.ownIdea");
    expect(await join(bo, { brings: "CONTACT", competence: null, contact: "chi dirige il mercato" })).toBe("ok");
    expect(await join(cy)).toBe("ok");
    expect(await kinds()).toEqual([
      "project.ideaOpened",
      "project.ideaJoined",
      "project.ideaReady",
      "project.ideaJoined",
    ]);
  });

  test("A2: an idea for members is there for nobody else", async () => {
    ({ slug, id } = await makeIdea(the(owner), { association: group.slug, isMembersOnly: true }));
    expect(await join(cy)).toBe("common.notFound");
    expect(await join(ada)).toBe("ok");
  });

  test("PT2: one steps back whenever one likes, comes back, and is told nothing of others", async () => {
    expect(await leave(ada)).toBe("common.notFound");
    await join(ada);
    expect([await leave(ada), await leave(ada), await standing()]).toEqual(["ok", "ok", 0]);
    expect(await join(ada)).toBe("ok");
    expect(await standing()).toBe(1);
  });

  test("A7: the same form five times at once is one word", async () => {
    const actor = submitting(the(ada), crypto.randomUUID());
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => joinIdea(actor, wordOf(slug), NOW)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await standing()).toBe(1);
  });

  test("the database keeps it too: no free text alone, no joining of a proposal, no owner among those who join", async () => {
    const word = { projectId: id, memberId: the(ada).memberId, joinedAt: NOW };
    await expect(db.coProposer.create({ data: { ...word, brings: "CONTACT" } })).rejects.toThrow();
    const contact = { brings: "CONTACT" as const, contact: "chi dirige" };
    await expect(
      db.coProposer.create({ data: { ...word, ...contact, memberId: the(owner).memberId } }),
    ).rejects.toThrow("P59");
    const { id: projectId } = await makeProject(the(owner));
    await expect(db.coProposer.create({ data: { ...word, ...contact, projectId } })).rejects.toThrow("P59");
  });
});

describe("becoming a proposal", () => {
  test("P59: needs enough people and a promise with a day; by its owner alone", async () => {
    await join(ada);
    expect(await propose(owner)).toBe("project.tooFewYet");
    await join(bo);
    expect(await propose(ada)).toBe("common.notAllowed");
    expect(await propose(owner, { deliverables: [{ row: 0, title: "Un quaderno", due: null }] })).toBe(
      "project.needsDeliverable",
    );
    expect(await propose(owner)).toBe("ok");
    expect(await propose(owner)).toBe("project.notAnIdea");
    const steps = await db.projectTransition.findMany({ where: { projectId: id }, orderBy: { at: "asc" } });
    expect(steps.map(({ from, to }) => [from, to])).toEqual([
      [null, "IDEA"],
      ["IDEA", "PROPOSED"],
    ]);
    expect(await standing()).toBe(2);
  });

  test("nothing else makes one of it: neither a move nor a row", async () => {
    await join(ada);
    const moved = await moveProject(the(owner), { slug, to: "FEASIBILITY" }, NOW);
    expect(codeOf(moved)).toBe("project.notFromHere");
    await expect(db.project.update({ where: { id }, data: { state: "PROPOSED" } })).rejects.toThrow("P59");
    await join(bo);
    await expect(db.project.update({ where: { id }, data: { state: "PROPOSED" } })).rejects.toThrow("PJ2");
  });

  test("PT2: whom a seat fits is asked once; their yes is a seat with its commitment, «non ora» tells nobody", async () => {
    await join(ada);
    await join(bo);
    await propose(owner, { needs: [aNeed({ competence: "accounting", seats: 2 })] });
    expect(await db.seatAsk.count({ where: { coProposer: { projectId: id } } })).toBe(2);
    expect(await db.commitment.count({ where: { projectId: id } })).toBe(0);
    const say = async (who: Actor | undefined, answer: "ACCEPTED" | "DECLINED") =>
      codeOf(await answerSeat(the(who), { slug, answer }, NOW));
    expect(await say(cy, "ACCEPTED")).toBe("common.notFound");
    expect([await say(ada, "ACCEPTED"), await say(bo, "DECLINED")]).toEqual(["ok", "ok"]);
    expect(await say(bo, "ACCEPTED")).toBe("project.seatNotAsked");
    const offers = await db.needOffer.findMany({ where: { need: { projectId: id } } });
    expect(offers).toMatchObject([
      { memberId: the(ada).memberId, state: "ACCEPTED", decidedById: the(owner).memberId },
    ]);
    expect(await db.commitment.count({ where: { projectId: id, memberId: the(ada).memberId } })).toBe(1);
    const { id: offerId } = offers[0] ?? { id: "" };
    expect(codeOf(await withdrawOffer(the(ada), { offerId }, NOW))).toBe("ok");
  });

  test("PT3: after their «non ora» whoever leads asks them about no seat of it for ninety days", async () => {
    await join(ada);
    await join(bo);
    await propose(owner, { needs: [aNeed({ competence: "accounting", seats: 3 })] });
    const { id: needId } = await db.need.findFirstOrThrow({ where: { projectId: id }, select: { id: true } });
    const ask = async (who: Actor | undefined, now = NOW) => {
      const reason = "Hai tenuto i conti della scuola, e qui servono gli stessi occhi.";
      return codeOf(await askToCover(the(owner), { needId, whom: the(who).handle, reason }, now));
    };
    const names = async () =>
      (await findCovering(the(owner), { slug, needId }, NOW))?.candidates.map(({ person }) => person.memberId);
    expect(codeOf(await answerSeat(the(bo), { slug, answer: "DECLINED" }, NOW))).toBe("ok");
    expect([await ask(bo), await ask(ada)]).toEqual(["project.askedTooSoon", "project.askedAlready"]);
    const named = await names();
    expect([named?.includes(the(ada).memberId), named?.includes(the(bo).memberId)]).toEqual([false, false]);
    expect(await ask(bo, addDays(NOW, 90))).toBe("ok");
  });

  test("who steps back from being named is not asked any more", async () => {
    await join(ada);
    await join(bo);
    await propose(owner, { needs: [aNeed({ competence: "accounting" })] });
    expect(await leave(ada)).toBe("ok");
    expect(codeOf(await answerSeat(the(ada), { slug, answer: "ACCEPTED" }, NOW))).toBe("project.seatNotAsked");
    expect(await standing()).toBe(1);
  });

  test("A4: twenty rounds of the last one who leaves while it becomes a proposal: enough stood at that instant", async () => {
    for (let round = 0; round < 20; round++) {
      ({ slug, id } = await makeIdea(the(owner)));
      await Promise.all([join(ada), join(bo)]);
      const [left, proposed] = await Promise.all([leave(ada), propose(owner)]);
      expect(left).toBe("ok");
      expect(["ok", "project.tooFewYet"]).toContain(proposed);
      expect(await stateOf()).toBe(proposed === "ok" ? "PROPOSED" : "IDEA");
    }
  });

  test("A4: twenty who say it at once while it becomes a proposal are in, or too late", async () => {
    const crowd = await makeCrowd(20);
    await join(ada);
    await join(bo);
    const answers = await Promise.all([propose(owner), ...crowd.map((who) => join(who))]);
    expect(answers[0]).toBe("ok");
    const late = answers.slice(1).filter((code) => code === "project.notAnIdea").length;
    expect(await standing()).toBe(2 + 20 - late);
  });
});

describe("asking somebody in", () => {
  const REASON = "Hai messo in piedi il laboratorio di Porta Nuova, e sai come si comincia.";
  let handle: string;
  beforeAll(async () => {
    ({ handle } = await db.member.findUniqueOrThrow({ where: { id: the(cy).memberId }, select: { handle: true } }));
    await db.member.updateMany({ where: { id: the(cy).memberId }, data: { isListed: true } });
  });
  const ask = async (who: Actor | undefined, now = NOW) =>
    codeOf(await inviteToIdea(the(who), { slug, whom: handle, reason: REASON }, now));
  const decline = async (who: Actor | undefined, now = NOW) =>
    codeOf(await declineIdeaInvitation(the(who), { slug }, now));

  test("PT2, P52: makes nobody a co-proposer until they say so; saying so answers it", async () => {
    expect(await ask(ada)).toBe("common.notAllowed");
    expect([await ask(owner), await ask(owner), await standing()]).toEqual(["ok", "project.askedAlready", 0]);
    expect(await join(cy)).toBe("ok");
    expect(await db.ideaInvitation.findMany({ where: { projectId: id } })).toMatchObject([{ state: "ACCEPTED" }]);
    expect(await ask(owner)).toBe("project.theyAreIn");
  });

  test("PT3: after a «non ora» not again for ninety days; it is told to nobody", async () => {
    expect(await decline(cy)).toBe("common.notFound");
    await ask(owner);
    expect([await decline(cy), await decline(cy)]).toEqual(["ok", "ok"]);
    expect(await ask(owner, addDays(NOW, 89))).toBe("project.askedTooSoon");
    expect(await ask(owner, addDays(NOW, 90))).toBe("ok");
  });

  test("A2: an idea for members asks nobody else, and says no more than of nobody", async () => {
    ({ slug, id } = await makeIdea(the(owner), { association: group.slug, isMembersOnly: true }));
    expect(await ask(owner)).toBe("project.noSuchPerson");
    const nobody = { slug, whom: "nessuno-con-questo-nome", reason: REASON };
    expect(codeOf(await inviteToIdea(the(owner), nobody, NOW))).toBe("project.noSuchPerson");
  });

  test("the owner takes it back; at the end, and when it is a proposal, nobody is asked any more", async () => {
    await ask(owner);
    const { id: invitationId } = await db.ideaInvitation.findFirstOrThrow({ where: { projectId: id } });
    expect(codeOf(await withdrawIdeaInvitation(the(ada), { slug, invitationId }, NOW))).toBe("common.notAllowed");
    expect(codeOf(await withdrawIdeaInvitation(the(owner), { slug, invitationId }, NOW))).toBe("ok");
    expect(await decline(cy)).toBe("project.invitationClosed");
    expect(await ask(owner)).toBe("ok");
    expect(codeOf(await moveProject(the(owner), { slug, to: "ABANDONED" }, NOW))).toBe("ok");
    expect(await db.ideaInvitation.count({ where: { projectId: id, state: "OPEN" } })).toBe(0);
    expect(await join(cy)).toBe("project.notAnIdea");
  });
});

describe("leaving", () => {
  test("PJ7: an idea is handed to somebody who dreams it, and who accepts", async () => {
    expect(codeOf(await offerHandover(the(owner), { slug, memberId: the(ada).memberId }, NOW))).toBe(
      "project.notInTheProject",
    );
    await join(ada);
    expect(codeOf(await offerHandover(the(owner), { slug, memberId: the(ada).memberId }, NOW))).toBe("ok");
    expect(codeOf(await answerHandover(the(ada), { slug, answer: "ACCEPTED" }, NOW))).toBe("ok");
    await join(bo);
    expect(await propose(ada)).toBe("project.tooFewYet");
    await join(cy);
    expect(await propose(ada)).toBe("ok");
  });

  test("M8: whoever leaves the association dreams its ideas no more, and stays named in what one became", async () => {
    const [lee, max] = await makeCrowd(2);
    const place = await makeGroup({ steward: the(owner), active: [the(lee), the(max)] });
    const became = await makeIdea(the(owner), { association: place.slug });
    const idea = await makeIdea(the(owner), { association: place.slug, isMembersOnly: true });
    for (const one of [became, idea]) for (const who of [lee, max]) await joinIdea(the(who), wordOf(one.slug), NOW);
    await proposeIdea(the(owner), papersOf(became.slug, { needs: [aNeed({ competence: "accounting" })] }), NOW);
    expect((await findLeaving(the(lee), place.slug))?.dreams).toEqual([anIdea().title]);
    expect(codeOf(await leaveAssociation(the(lee), { associationSlug: place.slug }, NOW))).toBe("ok");
    const stands = (projectId: string) =>
      db.coProposer.count({ where: { projectId, memberId: the(lee).memberId, withdrawnAt: null } });
    expect([await stands(idea.id), await stands(became.id)]).toEqual([0, 1]);
    expect(await db.seatAsk.count({ where: { coProposer: { memberId: the(lee).memberId }, state: "OPEN" } })).toBe(0);
    const told = { kind: "project.ideaLeft", projectId: idea.id, memberId: the(owner).memberId };
    expect(await db.activity.count({ where: told })).toBe(1);
  });
});
