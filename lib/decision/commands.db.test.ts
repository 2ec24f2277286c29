import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { expectInvariants, said } from "@/lib/testing/associations";
import { aProposal, cast, makeVote, NOW } from "@/lib/testing/decisions";
import { guardOf } from "@/lib/testing/guards";
import { makeCrowd, makeGroup } from "@/lib/testing/projects";
import { castBallot } from "./ballot/commands";
import { closeDueDecisions } from "./closing/commands";
import { amendDecision, withdrawDecision } from "./commands";
import { openDecision } from "./opening/commands";
import { listDecisions } from "./queries";
import { findDecision } from "./sight/queries";

afterAll(expectInvariants);

let steward: Actor;
let ada: Actor;
let bo: Actor;
let cy: Actor;
let paused: Actor;
let listening: Actor;
let outsider: Actor;
let group: Awaited<ReturnType<typeof makeGroup>>;

beforeAll(async () => {
  const people = await makeCrowd(7);
  [steward, ada, bo, cy, paused, listening, outsider] = people as [Actor, Actor, Actor, Actor, Actor, Actor, Actor];
  group = await makeGroup({ steward, active: [ada, bo, cy], paused: [paused], listening: [listening] });
});

const outcomeOf = async (id: string) =>
  (await db.decision.findUniqueOrThrow({ where: { id }, select: { outcome: true } })).outcome;
const before = (instant: Date) => new Date(instant.getTime() - 1);

describe("opening", () => {
  test("DC1: the electorate is frozen: active, more than listening, not in pause", async () => {
    const vote = await makeVote(ada, group.slug);
    const rows = await db.elector.findMany({ where: { decisionId: vote.id }, select: { memberId: true } });
    expect(rows.map(({ memberId }) => memberId).sort()).toEqual(
      [steward, ada, bo, cy].map(({ memberId }) => memberId).sort(),
    );
    await cast(ada, vote, "YES");
    expect(await guardOf(db.elector.create({ data: { decisionId: vote.id, memberId: outsider.memberId } }))).toBe(
      "DC1",
    );
    expect(await guardOf(db.elector.deleteMany({ where: { decisionId: vote.id } }))).toBe("DC1");
  });

  test("DC1: whoever is suspended is no elector, and weighs in no quorum", async () => {
    const suspend = (suspendedAt: Date | null) =>
      db.account.update({ where: { id: cy.accountId }, data: { suspendedAt } });
    await suspend(NOW);
    const { id } = await makeVote(ada, group.slug);
    await suspend(null);
    expect(await db.elector.count({ where: { decisionId: id } })).toBe(3);
    expect(await db.elector.count({ where: { decisionId: id, memberId: cy.memberId } })).toBe(0);
  });

  test("A2: whoever does not belong finds nothing; who may not propose is told why", async () => {
    expect(said(await openDecision(outsider, aProposal(group.slug), NOW))).toBe("common.notFound");
    expect(said(await openDecision(ada, aProposal("non-esiste"), NOW))).toBe("common.notFound");
    expect(said(await openDecision(paused, aProposal(group.slug), NOW))).toBe("membership.notActive");
    expect(said(await openDecision(listening, aProposal(group.slug), NOW))).toBe("membership.listeningOnly");
    expect(said(await openDecision({ ...ada, isSuspended: true }, aProposal(group.slug), NOW))).toBe(
      "common.suspended",
    );
  });
});

describe("voting", () => {
  test("DC2: one ballot each, changed until the last instant and not at the close", async () => {
    const vote = await makeVote(ada, group.slug);
    expect(said(await cast(ada, vote, "NO"))).toBe("ok");
    expect(said(await cast(ada, vote, "YES", before(vote.closesAt)))).toBe("ok");
    expect(said(await cast(ada, vote, "NO", vote.closesAt))).toBe("decision.over");
    expect(await db.ballot.count({ where: { decisionId: vote.id } })).toBe(1);
    await closeDueDecisions(vote.closesAt);
    expect(await outcomeOf(vote.id)).toBe("APPROVED");
  });

  test("DC1, A2: only the electorate votes, and outsiders find nothing", async () => {
    const vote = await makeVote(ada, group.slug);
    expect(said(await cast(outsider, vote, "YES"))).toBe("common.notFound");
    expect(said(await cast(listening, vote, "YES"))).toBe("decision.notElector");
    expect(said(await cast(paused, vote, "YES"))).toBe("decision.notElector");
    const other = await makeVote(ada, group.slug);
    const foreign = { decisionId: vote.id, optionId: other.optionOf("YES"), objection: null };
    expect(said(await castBallot(ada, foreign, NOW))).toBe("decision.noSuchOption");
    expect(
      await guardOf(
        db.ballot.create({
          data: { decisionId: vote.id, memberId: outsider.memberId, optionId: vote.optionOf("YES") },
        }),
      ),
    ).toBe("DC1");
  });

  test("DC7: an objection carries text, whoever writes", async () => {
    const vote = await makeVote(ada, group.slug);
    const bare = { decisionId: vote.id, optionId: vote.optionOf("OBJECTION"), objection: null };
    expect(said(await castBallot(ada, bare, NOW))).toBe("decision.objectionMissing");
    expect(said(await cast(ada, vote, "OBJECTION"))).toBe("ok");
    expect(await guardOf(db.ballot.updateMany({ where: { decisionId: vote.id }, data: { objection: " " } }))).toBe(
      "DC7",
    );
  });
});

describe("changing and taking back", () => {
  test("DC3: words freeze at the first ballot; whoever opened it takes it back, and those who vote are told", async () => {
    const vote = await makeVote(ada, group.slug);
    const words = { decisionId: vote.id, title: "Due banchi in più", text: "Ne prendiamo due, usati e buoni." };
    for (const actor of [bo, outsider]) expect(said(await amendDecision(actor, words, NOW))).toBe("common.notFound");
    expect(said(await amendDecision(ada, words, NOW))).toBe("ok");
    await cast(bo, vote, "YES");
    expect(said(await amendDecision(ada, words, NOW))).toBe("decision.frozen");
    expect(await guardOf(db.decision.update({ where: { id: vote.id }, data: { text: "Un altro testo." } }))).toBe(
      "DC3",
    );
    expect(await guardOf(db.decisionOption.deleteMany({ where: { decisionId: vote.id } }))).toBe("DC3");
    expect(said(await withdrawDecision(bo, { decisionId: vote.id }, NOW))).toBe("common.notFound");
    expect(said(await withdrawDecision(ada, { decisionId: vote.id }, NOW))).toBe("ok");
    expect(said(await cast(bo, vote, "NO"))).toBe("decision.over");
    const kinds = await db.activity.findMany({ where: { subjectId: vote.id }, orderBy: { id: "asc" } });
    expect(kinds.map(({ kind }) => kind)).toEqual(["decision.opened", "decision.amended", "decision.withdrawn"]);
  });

  test("DC5: secrecy and hidden counts are never relaxed, and what is over never changes (A6)", async () => {
    const vote = await makeVote(ada, group.slug, { secrecy: "SECRET" });
    for (const data of [{ isSecret: false }, { isHidden: false }])
      expect(await guardOf(db.decision.update({ where: { id: vote.id }, data }))).toBe("DC5");
    await cast(ada, vote, "YES");
    await closeDueDecisions(vote.closesAt);
    expect(await guardOf(db.decision.update({ where: { id: vote.id }, data: { outcome: "REJECTED" } }))).toBe("A6");
    expect(await guardOf(db.ballot.deleteMany({ where: { decisionId: vote.id } }))).toBe("A6");
    expect(
      await guardOf(db.ballot.updateMany({ where: { decisionId: vote.id }, data: { optionId: vote.optionOf("NO") } })),
    ).toBe("A6");
  });
});

describe("reading", () => {
  test("DC4: past its end it reads as closed, with what came of it, before any job", async () => {
    const vote = await makeVote(ada, group.slug);
    await cast(bo, vote, "NO");
    const read = (now: Date) => findDecision(ada, { slug: group.slug, id: vote.id }, now);
    expect(await read(before(vote.closesAt))).toMatchObject({ state: "OPEN", outcome: null });
    expect(await read(vote.closesAt)).toMatchObject({ state: "CLOSED", outcome: "REJECTED" });
    const list = await listDecisions(ada, { slug: group.slug, after: null }, vote.closesAt);
    expect(list?.over.some(({ id }) => id === vote.id)).toBe(true);
  });

  test("DC5: nothing is counted under way unless it is open; names at the close, of a secret vote never", async () => {
    const votes = (view: Awaited<ReturnType<typeof findDecision>>) => view?.options.map((option) => option.votes);
    for (const [secrecy, underWay, closed] of [
      ["OPEN", 2, 2],
      ["HIDDEN", null, 2],
      ["SECRET", null, null],
    ] as const) {
      const vote = await makeVote(ada, group.slug, { secrecy });
      for (const actor of [ada, bo]) await cast(actor, vote, "YES");
      const read = (now: Date) => findDecision(cy, { slug: group.slug, id: vote.id }, now);
      expect(votes(await read(NOW))?.[0], secrecy).toBe(underWay);
      await closeDueDecisions(vote.closesAt);
      const view = await read(vote.closesAt);
      expect(votes(view)?.[0], secrecy).toBe(closed);
      expect(view?.options[0]?.voters, secrecy).toEqual(secrecy === "SECRET" ? [] : [ada.name, bo.name].sort());
    }
  });

  test("PV5: what was objected in secret is read with the counts, so not of four ballots", async () => {
    const vote = await makeVote(ada, group.slug, { secrecy: "SECRET" });
    await cast(bo, vote, "OBJECTION");
    for (const actor of [ada, cy, steward]) await cast(actor, vote, "YES");
    const read = (now: Date) => findDecision(cy, { slug: group.slug, id: vote.id }, now);
    await closeDueDecisions(vote.closesAt);
    expect((await read(vote.closesAt))?.objections).toEqual([]);
  });

  test("A2: an outsider reads neither the list nor a decision", async () => {
    const vote = await makeVote(ada, group.slug);
    expect(await listDecisions(outsider, { slug: group.slug, after: null }, NOW)).toBeNull();
    expect(await findDecision(outsider, { slug: group.slug, id: vote.id }, NOW)).toBeNull();
    expect(await findDecision(paused, { slug: group.slug, id: vote.id }, NOW)).toMatchObject({
      own: { refusal: "decision.notElector" },
    });
  });
});
