import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/transaction";
import { recordInProject } from "../commands";
import type { ProjectFacts } from "../facts";
import { atWork, type Standing } from "../work/commands";
import { canWork, type WorkRefusal } from "../work/rules";
import { canChangeMeeting, canMeet, endDay, instantOf, MEETINGS_AHEAD_MAX, type MeetingRefusal } from "./rules";
import type { AnswerMeetingInput, CallMeetingInput, ChangeMeetingInput, MeetingRefInput } from "./schema";

type Met = { slug: string };
type Answer = Promise<Result<Met, MeetingRefusal | WorkRefusal | Standing>>;
type Typed = Omit<CallMeetingInput, "slug">;

const columnsOf = ({ title, on, from, to, place, link }: Typed) => ({
  ...{ title, place, link },
  startsAt: instantOf(on, from),
  endsAt: instantOf(endDay(on, from, to), to),
});

/** Calls a meeting of those who take part: whoever calls it comes, the others answer for themselves (rule PT2). */
export async function callMeeting(actor: Actor, { slug, ...typed }: CallMeetingInput, now = new Date()): Answer {
  const { memberId } = actor;
  return atWork<Met, MeetingRefusal>(actor, { slug, now }, async (tx, { project }) => {
    const meeting = columnsOf(typed);
    const verdict = canMeet(meeting, now);
    if (!verdict.ok) return verdict;
    const ahead = await tx.meeting.count({ where: { projectId: project.id, cancelledAt: null, endsAt: { gt: now } } });
    if (ahead >= MEETINGS_AHEAD_MAX) return refuse("work.tooManyMeetings", { params: { max: MEETINGS_AHEAD_MAX } });
    const called = { ...meeting, projectId: project.id, calledById: memberId, createdAt: now, changedAt: now };
    const answers = { create: { memberId, isComing: true, answeredAt: now } };
    const { id } = await tx.meeting.create({ data: { ...called, answers }, select: { id: true } });
    await recordInProject(tx, { kind: "project.meetingCalled", actor, project, subjectId: id, now });
    return ok({ slug });
  });
}

/**
 * Moves a meeting, or says more of it. A new hour is a new question: whoever had answered, but for whoever changes it, answers
 * again. Told to everybody who takes part.
 */
export async function changeMeeting(
  actor: Actor,
  { slug, meetingId, ...typed }: ChangeMeetingInput,
  now = new Date(),
): Answer {
  return atMeeting(actor, { slug, meetingId, now }, async (tx, { project, meeting }) => {
    const change = columnsOf(typed);
    const verdict = canMeet(change, now);
    if (!verdict.ok) return verdict;
    const isMoved = +change.startsAt !== +meeting.startsAt || +change.endsAt !== +meeting.endsAt;
    const data = { ...change, changedAt: now, sequence: { increment: 1 } };
    await tx.meeting.update({ where: { id: meetingId }, data, select: { id: true } });
    if (isMoved) await tx.meetingAnswer.deleteMany({ where: { meetingId, memberId: { not: actor.memberId } } });
    await recordInProject(tx, { kind: "project.meetingChanged", actor, project, subjectId: meetingId, now });
    return ok({ slug });
  });
}

/** Calls a meeting off, in a suspension too. Told to everybody who takes part; calendars that have it strike it out. */
export async function cancelMeeting(actor: Actor, { slug, meetingId }: MeetingRefInput, now = new Date()): Answer {
  return atMeeting(actor, { slug, meetingId, now, isSteppingBack: true }, async (tx, { project }) => {
    const data = { cancelledAt: now, changedAt: now, sequence: { increment: 1 } };
    await tx.meeting.update({ where: { id: meetingId }, data, select: { id: true } });
    await recordInProject(tx, { kind: "project.meetingCancelled", actor, project, subjectId: meetingId, now });
    return ok({ slug });
  });
}

/** Says that one comes, or «non ora», as often as one likes until it is over (rules PT2, PT3). «Non ora» in pause too. */
export async function answerMeeting(
  actor: Actor,
  { slug, meetingId, answer }: AnswerMeetingInput,
  now = new Date(),
): Answer {
  const { memberId } = actor;
  const asking = { slug, now, isSteppingBack: true };
  return atWork<Met, MeetingRefusal | WorkRefusal | Standing>(actor, asking, async (tx, { project, facts }) => {
    const isComing = answer === "YES";
    const works = isComing ? canWork(facts) : ok(null);
    if (!works.ok) return works;
    const meeting = await readMeeting(tx, project.id, meetingId);
    if (!meeting) return refuse("common.notFound");
    if (meeting.cancelledAt || meeting.endsAt <= now) return refuse("work.meetingOver");
    const said = { isComing, answeredAt: now };
    const where = { meetingId_memberId: { meetingId, memberId } };
    await tx.meetingAnswer.upsert({ where, create: { meetingId, memberId, ...said }, update: said });
    await recordInProject(tx, { kind: "project.meetingAnswered", actor, project, subjectId: meetingId, now });
    return ok({ slug });
  });
}

function readMeeting(tx: Tx, projectId: string, id: string) {
  const select = { calledById: true, startsAt: true, endsAt: true, cancelledAt: true };
  return tx.meeting.findUnique({ where: { id, projectId }, select });
}

type AtMeeting = { slug: string; meetingId: string; now: Date; isSteppingBack?: boolean };
type Found = { project: ProjectFacts; meeting: NonNullable<Awaited<ReturnType<typeof readMeeting>>> };

/** The same way as all work, with a meeting of the project that whoever acts may change. */
function atMeeting(
  actor: Actor,
  { meetingId, ...asking }: AtMeeting,
  work: (tx: Tx, found: Found) => Promise<Result<Met, MeetingRefusal>>,
): Answer {
  return atWork<Met, MeetingRefusal | Standing>(actor, asking, async (tx, { project }) => {
    const meeting = await readMeeting(tx, project.id, meetingId);
    if (!meeting) return refuse("common.notFound");
    const isTheirs = meeting.calledById === actor.memberId || project.ownerId === actor.memberId;
    const facts = { endsAt: meeting.endsAt, isCancelled: meeting.cancelledAt !== null, isTheirs };
    const verdict = canChangeMeeting(facts, asking.now);
    return verdict.ok ? work(tx, { project, meeting }) : verdict;
  });
}
