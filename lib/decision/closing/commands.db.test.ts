import { afterAll, beforeAll, expect, test } from "vitest";
import { type Actor, submitting } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { sql } from "@/lib/db/sql";
import { expectInvariants, said, tally } from "@/lib/testing/associations";
import { meeting } from "@/lib/testing/contention";
import { cast, makeVote, NOW } from "@/lib/testing/decisions";
import { makeCrowd, makeGroup } from "@/lib/testing/projects";
import { closeDueDecisions } from "./commands";

afterAll(expectInvariants);

const VOTERS = 64;
let people: Actor[];
let group: Awaited<ReturnType<typeof makeGroup>>;

beforeAll(async () => {
  people = await makeCrowd(VOTERS);
  const [steward, ...active] = people as [Actor, ...Actor[]];
  group = await makeGroup({ steward, active });
}, 60_000);

const opener = () => people[1] as Actor;
const before = (instant: Date) => new Date(instant.getTime() - 1);
const heldBy = (id: string) => sql`SELECT 1 FROM "Decision" WHERE "id" = ${id}::uuid FOR UPDATE`;
const countedIn = async (decisionId: string) => {
  const options = await db.decisionOption.findMany({ where: { decisionId }, select: { votes: true } });
  return options.reduce((sum, { votes }) => sum + (votes ?? 0), 0);
};

test("DC2, DC4: of 64 ballots at the instant of the close each is counted or refused, none is lost", async () => {
  const vote = await makeVote(opener(), group.slug);
  const late = before(vote.closesAt);
  const acts = people.map((voter) => async () => said(await cast(voter, vote, "YES", late)));
  const answers = await Promise.all([
    ...acts.slice(0, VOTERS / 2).map((act) => act()),
    closeDueDecisions(vote.closesAt),
    ...acts.slice(VOTERS / 2).map((act) => act()),
  ]);
  const cast64 = answers.filter((answer) => answer === "ok").length;
  expect(cast64 + answers.filter((answer) => answer === "decision.over").length).toBe(VOTERS);
  expect(await countedIn(vote.id)).toBe(cast64);
  expect(await db.elector.count({ where: { decisionId: vote.id, hasVoted: true } })).toBe(cast64);
}, 60_000);

test("DC2: one voter in many windows has one ballot", async () => {
  const vote = await makeVote(opener(), group.slug);
  const voter = opener();
  const acts = Array.from({ length: 6 }, (_, i) => () => cast(voter, vote, i % 2 ? "YES" : "NO"));
  expect(tally(await meeting(heldBy(vote.id), acts))).toEqual({ ok: 6 });
  expect(await db.ballot.count({ where: { decisionId: vote.id } })).toBe(1);
});

test("A7: a ballot sent twice takes effect once", async () => {
  const vote = await makeVote(opener(), group.slug);
  const actor = submitting(opener(), crypto.randomUUID(), "cast");
  const acts = [0, 1].map(() => () => cast(actor, vote, "YES"));
  expect(tally(await meeting(heldBy(vote.id), acts))).toEqual({ ok: 2 });
  expect(await db.ballot.count({ where: { decisionId: vote.id } })).toBe(1);
});

test("DC4: closed by several jobs at once, a vote is closed once", async () => {
  const vote = await makeVote(opener(), group.slug);
  await cast(opener(), vote, "YES");
  await closeDueDecisions(before(vote.closesAt));
  expect(await db.activity.count({ where: { subjectId: vote.id, kind: "decision.closed" } })).toBe(0);
  const jobs = Array.from({ length: 4 }, () => () => closeDueDecisions(vote.closesAt));
  await meeting(heldBy(vote.id), jobs);
  expect(await db.activity.count({ where: { subjectId: vote.id, kind: "decision.closed" } })).toBe(1);
  expect(await countedIn(vote.id)).toBe(1);
});

test("DC5: a secret vote once closed keeps who voted and what was voted, and nothing between the two", async () => {
  const vote = await makeVote(opener(), group.slug, { secrecy: "SECRET" });
  const voters = people.slice(0, 12);
  for (const [i, voter] of voters.entries()) await cast(voter, vote, i < 6 ? "YES" : i < 9 ? "OBJECTION" : "NO");
  const bound = await db.ballot.findMany({ where: { decisionId: vote.id }, select: { id: true } });
  await closeDueDecisions(vote.closesAt);
  const after = await db.ballot.findMany({ where: { decisionId: vote.id } });
  expect(after.map(({ memberId }) => memberId)).toEqual(Array(12).fill(null));
  const known = new Set(bound.map(({ id }) => id));
  expect(after.filter(({ id }) => known.has(id))).toEqual([]);
  expect(await db.elector.count({ where: { decisionId: vote.id, hasVoted: true } })).toBe(12);
  expect(await countedIn(vote.id)).toBe(12);
  expect(
    await db.activity.count({ where: { subjectId: vote.id, actorId: { in: voters.map((v) => v.memberId) } } }),
  ).toBe(1);
  expect(await db.decision.findUniqueOrThrow({ where: { id: vote.id } })).toMatchObject({ outcome: "TIED" });
  expect(NOW < vote.closesAt).toBe(true);
});

test("DC4: a vote that cannot be closed stops no other, and is closed once it can", async () => {
  const [bad, good] = [
    await makeVote(opener(), group.slug, { title: "Bloccata" }),
    await makeVote(opener(), group.slug),
  ];
  const { closesAt } = bad;
  await db.$executeRaw`
    ALTER TABLE "Decision" ADD CONSTRAINT "stuck" CHECK ("title" <> 'Bloccata' OR "state" = 'OPEN') NOT VALID`;
  await expect(closeDueDecisions(closesAt)).rejects.toThrow("1 of 2 failed");
  const stateOf = async ({ id }: { id: string }) => (await db.decision.findUniqueOrThrow({ where: { id } })).state;
  expect([await stateOf(bad), await stateOf(good)]).toEqual(["OPEN", "CLOSED"]);
  await db.$executeRaw`ALTER TABLE "Decision" DROP CONSTRAINT "stuck"`;
  expect(await closeDueDecisions(closesAt)).toBe(1);
  expect(await stateOf(bad)).toBe("CLOSED");
});
