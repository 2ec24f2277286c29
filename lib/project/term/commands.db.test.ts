import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { declareContribution } from "@/lib/contribution/commands";
import { db } from "@/lib/db/client";
import { tellOf } from "@/lib/notification/delivery";
import { findFrame } from "@/lib/notification/queries";
import { aNeed, anOffer, brokenInvariants, makeCrowd, makeProject } from "@/lib/testing/projects";
import { DEED } from "@/lib/testing/seats";
import { moveProject } from "../commands";
import { findDeeds } from "../deeds/queries";
import { acceptOffer, offerToNeed } from "../offer/commands";
import { findNeed } from "../offer/queries";
import { followSeats, renewSeat } from "./commands";

const NOW = new Date("2026-11-22T10:00:00Z");
const LAST = "2027-01-10";
/** In the middle of a day in Italy. */
const on = (day: string) => new Date(`${day}T11:00:00Z`);
const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) => (answer.ok ? "ok" : answer.refusal?.code);

let [owner, ada, bo]: Actor[] = [];
let project: { id: string; slug: string; needIds: string[] };
let offerId: string;
const the = (actor: Actor | undefined) => actor as Actor;
const need = () => project.needIds[0] ?? "";

beforeAll(async () => {
  [owner, ada, bo] = await makeCrowd(3);
});
beforeEach(async () => {
  await db.project.updateMany({ where: { state: "PROPOSED" }, data: { state: "ABANDONED", concludedAt: NOW } });
  project = await makeProject(the(owner), { needs: [aNeed({ due: "2027-02-01" })] });
  offerId = await sit(ada, LAST);
});
afterAll(async () => expect(await brokenInvariants()).toEqual([]));

async function sit(who: Actor | undefined, until: string | null): Promise<string> {
  const offered = await offerToNeed(the(who), { ...anOffer(need()), until }, NOW);
  const id = offered.ok ? offered.value.offerId : "";
  await acceptOffer(the(owner), { offerId: id }, NOW);
  return id;
}
const renew = async (who: Actor | undefined, until: string, now = NOW) =>
  codeOf(await renewSeat(the(who), { offerId, until }, now));
const offerNow = () => db.needOffer.findUniqueOrThrow({ where: { id: offerId } });
const commitment = () => db.commitment.findFirstOrThrow({ where: { needOfferId: offerId } });
const dayIn = (date: Date | null) => date?.toISOString().slice(0, 10);

describe("a seat with a last day", () => {
  test("PT1: is said with the offer, up to a year; its commitment is due then", async () => {
    expect(codeOf(await offerToNeed(the(bo), { ...anOffer(need()), until: "2026-11-22" }, NOW))).toBe(
      "project.untilPast",
    );
    expect(codeOf(await offerToNeed(the(bo), { ...anOffer(need()), until: "2027-11-23" }, NOW))).toBe(
      "project.untilTooFar",
    );
    expect(dayIn((await commitment()).dueOn)).toBe(LAST);
  });

  test("K1: is renewed by whoever sits there alone, before it ends, with the commitment while it is open", async () => {
    expect(await renew(bo, "2027-03-01")).toBe("common.notFound");
    expect(await renew(owner, "2027-03-01")).toBe("common.notFound");
    expect(await renew(ada, LAST)).toBe("project.notLater");
    expect(await renew(ada, "2027-03-01", on(LAST))).toBe("ok");
    expect(dayIn((await commitment()).dueOn)).toBe("2027-03-01");
    expect(await followSeats(on("2027-01-11"))).toBe(0);
    expect((await offerNow()).state).toBe("ACCEPTED");
    expect(await renew(ada, "2027-05-01", on("2027-03-02"))).toBe("project.offerClosed");
  });

  test("is asked for a month and a week before, once, at home and by mail", async () => {
    const waits = async (now: Date) =>
      (await findFrame(the(ada), [], now)).waiting.filter(({ kind }) => kind === "seatEnding").length;
    expect(await followSeats(on("2026-12-10"))).toBe(0);
    expect(await waits(on("2026-12-10"))).toBe(0);
    expect(await followSeats(on("2026-12-11"))).toBe(1);
    expect(await waits(on("2026-12-11"))).toBe(1);
    expect(await followSeats(on("2026-12-12"))).toBe(0);
    expect(await Promise.all([followSeats(on("2027-01-03")), followSeats(on("2027-01-03"))])).toEqual(
      expect.arrayContaining([0, 1]),
    );
    const { id } = await db.activity.findFirstOrThrow({ where: { kind: "project.seatEnding", projectId: project.id } });
    await tellOf(id, on("2026-12-11"));
    const mail = await db.outboxMail.findFirstOrThrow({ orderBy: { createdAt: "desc" } });
    expect(mail.subject).toContain("sta per finire");
    expect(mail.text).toContain(`/bisogni/${need()}`);
  });

  test("ends unrenewed the day after: the need is open again, both are told, the commitment is theirs to close", async () => {
    expect(await followSeats(on(LAST))).toBe(1);
    expect((await offerNow()).state).toBe("ACCEPTED");
    expect(await followSeats(on("2027-01-11"))).toBe(1);
    expect(await followSeats(on("2027-01-11"))).toBe(0);
    expect((await offerNow()).state).toBe("ENDED");
    expect((await commitment()).state).toBe("OPEN");
    const deed = { slug: project.slug, ...DEED, doneOn: LAST };
    const [mine, others] = [
      await findDeeds(the(ada), project.slug, on("2027-01-11")),
      await findDeeds(the(bo), project.slug),
    ];
    expect([mine?.isParticipant, mine?.mayDeclare, others?.mayDeclare]).toEqual([false, true, false]);
    expect(codeOf(await declareContribution(the(ada), deed, on("2027-01-11")))).toBe("ok");
    expect(codeOf(await declareContribution(the(bo), deed, on("2027-01-11")))).toBe("contribution.notParticipant");
    const seen = await findNeed(the(bo), { slug: project.slug, needId: need() }, on("2027-01-11"));
    expect(seen).toMatchObject({ accepted: 0, mayOffer: true });
    const { id } = await db.activity.findFirstOrThrow({ where: { kind: "project.seatEnded", projectId: project.id } });
    await tellOf(id, on("2027-01-11"));
    const told = await db.notification.findMany({ where: { activityId: id }, select: { memberId: true, kind: true } });
    expect(told).toEqual(
      expect.arrayContaining([
        { memberId: the(ada).memberId, kind: "seatEnded" },
        { memberId: the(owner).memberId, kind: "seatReopened" },
      ]),
    );
    expect((await findNeed(the(ada), { slug: project.slug, needId: need() }, on("2027-01-11")))?.mayOffer).toBe(true);
  });

  test("PJ2: an indispensable one that ended stands before the start again; nobody moves up by themselves", async () => {
    const waiting = await offerToNeed(the(bo), anOffer(need()), NOW);
    const queued = waiting.ok ? waiting.value.offerId : "";
    await acceptOffer(the(owner), { offerId: queued }, NOW);
    await moveProject(the(owner), { slug: project.slug, to: "FEASIBILITY" }, NOW);
    await followSeats(on("2027-01-11"));
    const start = () => moveProject(the(owner), { slug: project.slug, to: "ACTIVE" }, on("2027-01-11"));
    expect(codeOf(await start())).toBe("project.needsCritical");
    expect((await db.needOffer.findUniqueOrThrow({ where: { id: queued } })).state).toBe("QUEUED");
    await acceptOffer(the(owner), { offerId: queued }, on("2027-01-11"));
    expect(codeOf(await start())).toBe("ok");
    await db.project.update({ where: { id: project.id }, data: { state: "ABANDONED", concludedAt: NOW } });
    await db.commitment.updateMany({
      where: { projectId: project.id, state: "OPEN" },
      data: { state: "RELEASED", closedAt: NOW },
    });
  });

  test("renewing and ending at once leave one or the other", async () => {
    const [renewed] = await Promise.all([renew(ada, "2027-04-01", on(LAST)), followSeats(on("2027-01-11"))]);
    expect((await offerNow()).state).toBe(renewed === "ok" ? "ACCEPTED" : "ENDED");
  });

  test("the database keeps it: what has ended stays so, and only what had a last day ends", async () => {
    await followSeats(on("2027-01-11"));
    await expect(db.needOffer.update({ where: { id: offerId }, data: { state: "ACCEPTED" } })).rejects.toThrow(/K2/);
    const open = await sit(bo, null);
    await expect(db.needOffer.update({ where: { id: open }, data: { state: "ENDED", closedAt: NOW } })).rejects.toThrow(
      /K2/,
    );
  });
});
