import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { calendarOf } from "@/lib/core/ical";
import { db } from "@/lib/db/client";
import { expectInvariants, said } from "@/lib/testing/associations";
import { anOffer, makeCrowd, makeProject } from "@/lib/testing/projects";
import { moveProject } from "../commands";
import { logDecision } from "../log/commands";
import { findLog } from "../log/queries";
import { acceptOffer, offerToNeed, withdrawOffer } from "../offer/commands";
import { answerThread, openThread, withdrawMessage } from "../talk/commands";
import { findTalk } from "../talk/queries";
import { answerMeeting, callMeeting, cancelMeeting, changeMeeting } from "./commands";
import { findMeetingEvent, findMeetings } from "./queries";

const NOW = new Date("2026-11-21T10:00:00Z");
const A_MEETING = { title: "Sopralluogo", on: "2026-12-01", from: "18:00", to: "19:30", place: "In sede", link: null };

let [owner, ada, stranger] = [] as unknown as [Actor, Actor, Actor];
let slug = "";
let offerId = "";

beforeAll(async () => {
  [owner, ada, stranger] = (await makeCrowd(3)) as [Actor, Actor, Actor];
});
beforeEach(async () => {
  const project = await makeProject(owner, { title: `Parole ${randomUUID()}` });
  slug = project.slug;
  await offerToNeed(ada, anOffer(project.needIds[0] ?? ""), NOW);
  ({ id: offerId } = await db.needOffer.findFirstOrThrow({ where: { needId: project.needIds[0] ?? "" } }));
  await acceptOffer(owner, { offerId }, NOW);
});
afterAll(expectInvariants);

const aMeeting = async () => {
  await callMeeting(owner, { slug, ...A_MEETING }, NOW);
  const newest = { where: { project: { slug } }, orderBy: { id: "desc" }, select: { id: true } } as const;
  return (await db.meeting.findFirstOrThrow(newest)).id;
};
const meetingOf = async (who: Actor) => (await findMeetings(who, slug, NOW))?.meetings[0];

test("E7: place, link and calendar are for those who take part", async () => {
  const id = await aMeeting();
  expect([await findMeetings(stranger, slug, NOW), await findMeetingEvent(stranger, id)]).toEqual([null, null]);
  expect(await meetingOf(ada)).toMatchObject({ place: "In sede", from: "18:00", to: "19:30", mine: null });
  expect(said(await answerMeeting(stranger, { slug, meetingId: id, answer: "YES" }, NOW))).toBe("common.notFound");
});

test("PT2, PT3: one comes by one’s own word; a «non ora» is read by whoever called alone, and leaving ends a yes", async () => {
  const meetingId = await aMeeting();
  expect(said(await answerMeeting(ada, { slug, meetingId, answer: "NOT_NOW" }, NOW))).toBe("ok");
  expect((await meetingOf(owner))?.notNow).toHaveLength(1);
  expect(await meetingOf(ada)).toMatchObject({ notNow: [], mine: false });
  expect(said(await answerMeeting(ada, { slug, meetingId, answer: "YES" }, NOW))).toBe("ok");
  expect((await meetingOf(owner))?.coming).toHaveLength(2);
  await withdrawOffer(ada, { offerId }, NOW);
  expect((await meetingOf(owner))?.coming).toHaveLength(1);
});

test("a moved meeting keeps its uid, counts up, and asks again; one called off says so", async () => {
  const meetingId = await aMeeting();
  await answerMeeting(ada, { slug, meetingId, answer: "YES" }, NOW);
  expect(said(await changeMeeting(ada, { slug, meetingId, ...A_MEETING }, NOW))).toBe("work.othersMeeting");
  expect(said(await changeMeeting(owner, { slug, meetingId, ...A_MEETING, from: "17:00" }, NOW))).toBe("ok");
  expect((await meetingOf(ada))?.mine).toBeNull();
  expect(said(await cancelMeeting(owner, { slug, meetingId }, NOW))).toBe("ok");
  expect(said(await answerMeeting(ada, { slug, meetingId, answer: "YES" }, NOW))).toBe("work.meetingOver");
  const event = await findMeetingEvent(ada, meetingId);
  const text = event ? calendarOf([event], { product: "Tessera" }) : "";
  for (const line of [`UID:${meetingId}@meeting.tessera`, "SEQUENCE:2", "DTSTART:20261201T160000Z", "STATUS:CANCELLED"])
    expect(text).toContain(line);
});

test("A2: what is said is read by those who take part, and taken back by its author: its words are gone", async () => {
  const opened = await openThread(owner, { slug, title: "Le chiavi", text: "Chi le tiene?" }, NOW);
  const threadId = opened.ok ? opened.value.threadId : "";
  expect(said(await answerThread(ada, { slug, threadId, text: "Io." }, NOW))).toBe("ok");
  expect(said(await answerThread(stranger, { slug, threadId, text: "Io." }, NOW))).toBe("common.notFound");
  expect(await findTalk(stranger, slug)).toBeNull();
  expect(said(await withdrawMessage(ada, { slug, messageId: threadId }, NOW))).toBe("common.notFound");
  const [thread] = (await findTalk(ada, slug))?.threads ?? [];
  expect(said(await withdrawMessage(ada, { slug, messageId: thread?.answers[0]?.id ?? "" }, NOW))).toBe("ok");
  expect((await findTalk(owner, slug))?.threads[0]?.answers).toMatchObject([{ text: "", isWithdrawn: true }]);
});

test("A6: a decision is never rewritten: it is set right once, by an entry that cites it", async () => {
  const entry = { slug, what: "Si apre di sabato", why: "Ci siamo tutti.", decidedOn: "2026-11-20", correctsId: null };
  expect(said(await logDecision(ada, { ...entry, decidedOn: "2026-11-22" }, NOW))).toBe("work.decidedInFuture");
  expect(said(await logDecision(ada, entry, NOW))).toBe("ok");
  const { id } = await db.projectDecision.findFirstOrThrow({ where: { project: { slug } }, select: { id: true } });
  const correct = () => logDecision(owner, { ...entry, what: "Si apre di domenica", correctsId: id }, NOW);
  expect((await Promise.all([correct(), correct()])).map(said).sort()).toEqual(["ok", "work.correctedAlready"]);
  expect((await findLog(ada, slug))?.entries.map(({ isCorrected }) => isCorrected)).toEqual([false, true]);
  await expect(db.projectDecision.update({ where: { id }, data: { what: "Altro" } })).rejects.toThrow();
});

test("called off while the project is suspended by whoever called it, and by its end", async () => {
  const [one, other] = [await aMeeting(), await aMeeting()];
  await moveProject(owner, { slug, to: "FEASIBILITY" }, NOW);
  await moveProject(owner, { slug, to: "ACTIVE" }, NOW);
  await moveProject(owner, { slug, to: "SUSPENDED" }, NOW);
  expect(said(await changeMeeting(owner, { slug, meetingId: one, ...A_MEETING }, NOW))).toBe("work.stopped");
  expect(said(await cancelMeeting(owner, { slug, meetingId: one }, NOW))).toBe("ok");
  expect(said(await moveProject(owner, { slug, to: "ABANDONED" }, NOW))).toBe("ok");
  const left = await db.meeting.count({ where: { project: { slug }, cancelledAt: null } });
  expect([one === other, left]).toEqual([false, 0]);
});
