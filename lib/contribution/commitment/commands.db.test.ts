import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { expectInvariants } from "@/lib/testing/associations";
import { DEED, makeSeated, newestDeed } from "@/lib/testing/seats";
import { confirmContribution, declareContribution } from "../commands";
import { closeCommitment, missOverdueCommitments } from "./commands";

const NOW = new Date("2026-11-21T10:00:00Z");
const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) => (answer.ok ? "ok" : answer.refusal?.code);

let owner: Actor;
let ada: Actor;
let bo: Actor;
let project: Awaited<ReturnType<typeof makeSeated>>["project"];

beforeEach(async () => {
  ({ owner, ada, bo, project } = await makeSeated(NOW));
});
afterAll(expectInvariants);

describe("K1, K2: commitments", () => {
  const ofAda = async () =>
    (
      await db.commitment.findFirstOrThrow({
        where: { projectId: project.id, memberId: ada.memberId },
        select: { id: true },
      })
    ).id;
  const close = async (actor: Actor, commitmentId: string) =>
    codeOf(await closeCommitment(actor, { commitmentId, outcome: "KEPT", note: "" }, NOW));

  test("are kept only with another's confirmation of something done there, and closed only by their subject", async () => {
    const id = await ofAda();
    await declareContribution(ada, { slug: project.slug, ...DEED }, NOW);
    expect(await close(ada, id)).toBe("contribution.needsConfirmation");
    await confirmContribution(bo, { contributionId: await newestDeed(project.id) }, NOW);
    expect(await close(owner, id)).toBe("common.notFound");
    expect(await close(bo, id)).toBe("common.notFound");
    expect(await close(ada, id)).toBe("ok");
    expect(await close(ada, id)).toBe("contribution.commitmentClosed");
  });

  test("are missed 14 days after their day, or after the last deliverable's when they have none", async () => {
    const states = async () =>
      (
        await db.commitment.findMany({
          where: { projectId: project.id },
          select: { state: true },
          orderBy: { dueOn: "asc" },
        })
      ).map(({ state }) => state);
    await missOverdueCommitments(new Date("2027-01-29T10:00:00Z"));
    expect(await states()).toEqual(["OPEN", "OPEN"]);
    await missOverdueCommitments(new Date("2027-01-30T10:00:00Z"));
    expect(await states()).toEqual(["MISSED", "OPEN"]);
    await missOverdueCommitments(new Date("2027-07-14T10:00:00Z"));
    expect(await states()).toEqual(["MISSED", "OPEN"]);
    await missOverdueCommitments(new Date("2027-07-15T10:00:00Z"));
    expect(await states()).toEqual(["MISSED", "MISSED"]);
  });

  test("are not missed while their project is suspended, and have fourteen days anew when it goes on", async () => {
    const missed = async (day: string) => {
      await missOverdueCommitments(new Date(`${day}T10:00:00Z`));
      return db.commitment.count({ where: { projectId: project.id, state: "MISSED" } });
    };
    const move = (from: "ACTIVE" | "SUSPENDED", to: "ACTIVE" | "SUSPENDED", day: string) =>
      db.project.update({
        where: { id: project.id },
        data: { state: to, startedAt: NOW, transitions: { create: { from, to, at: new Date(`${day}T10:00:00Z`) } } },
      });
    await move("ACTIVE", "SUSPENDED", "2026-12-01");
    expect(await missed("2027-08-01")).toBe(0);
    await move("SUSPENDED", "ACTIVE", "2027-08-01");
    expect(await missed("2027-08-15")).toBe(0);
    expect(await missed("2027-08-16")).toBe(2);
  });
});
