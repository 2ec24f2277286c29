import type { Actor } from "@/lib/auth/actor";
import { addDays, addMonths, dateOf, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { aNeed, makeProject } from "@/lib/testing/projects";
import type { Try } from "../ground/acts";
import { setScene } from "../ground/scene";
import { offered, seated } from "./projects";
import { at, behindProject, countOf, differs, type Race, unheardOf, unlike } from "./race";

/** How many questions of one person wait at once. */
const ASKS_OPEN_MAX = 5;
const REASON = "Hai già rimesso in piedi il tetto della scuola.";

/** A question about the one seat of a project, waiting for its answer. */
async function asked(owner: Actor, to: Actor) {
  const { id: projectId, needId } = await offered(owner, { seats: 1, givers: [] });
  const now = new Date();
  const ask = { projectId, needId, toId: to.memberId, askedById: owner.memberId, reason: REASON };
  const { id: askId } = await db.needAsk.create({
    data: { ...ask, askedAt: now, expiresAt: addDays(now, 14) },
    select: { id: true },
  });
  return { projectId, needId, askId };
}

const patience: Race = {
  rule: "A5, PT3",
  title: "more people asked to cover needs than may be, in four projects",
  every: 2,
  async prepare({ contenders, stewards }) {
    const owner = at(stewards, 3);
    const now = new Date();
    const needIds: string[] = [];
    for (let i = 0; i < 4; i++)
      needIds.push(...(await makeProject(owner, { needs: [aNeed({ seats: 20 }, now)] }, now)).needIds);
    const values = [owner.memberId];
    return {
      gather: { text: "SELECT pg_advisory_xact_lock(hashtext('need-asks'), hashtext($1))", values },
      tries: contenders.map(({ handle }, i): Try => {
        return { act: "askToCover", actor: owner, input: { needId: at(needIds, i), whom: handle, reason: REASON } };
      }),
      judge: async (answers) => [
        ...unlike(countOf(answers), { ok: ASKS_OPEN_MAX, "project.askedEnough": answers.length - ASKS_OPEN_MAX }),
        ...differs("questions", await db.needAsk.count({ where: { askedById: owner.memberId } }), ASKS_OPEN_MAX),
      ],
    };
  },
};

const answered: Race = {
  rule: "PT2, PT3",
  title: "one question about a seat taken up, refused and taken back",
  async prepare({ contenders, stewards }) {
    const [owner, actor] = [at(stewards, 0), at(contenders, 5)];
    const { projectId, needId, askId } = await asked(owner, actor);
    const brings = { brings: "COMPETENCE" as const, competence: "accounting", contact: "", message: "", hours: null };
    return {
      gather: behindProject(projectId),
      tries: contenders.map((_, i): Try => {
        if (i % 3 === 0) return { act: "coverNeed", actor, input: { askId, ...brings } };
        if (i % 3 === 1) return { act: "declineNeedAsk", actor, input: { askId } };
        return { act: "withdrawNeedAsk", actor: owner, input: { askId } };
      }),
      judge: async (answers) => {
        const { state } = await db.needAsk.findUniqueOrThrow({ where: { id: askId } });
        const { taken } = await db.need.findUniqueOrThrow({ where: { id: needId } });
        const had = (["coverNeed", "declineNeedAsk", "withdrawNeedAsk"] as const).filter(
          (act) => countOf(answers, act).ok,
        );
        const by = { ACCEPTED: "coverNeed", DECLINED: "declineNeedAsk", WITHDRAWN: "withdrawNeedAsk" } as const;
        return [
          ...unheardOf(countOf(answers), ["ok", "project.askClosed"]),
          ...differs("who had their way", had.join(), by[state as keyof typeof by] ?? state),
          ...differs("times covered", countOf(answers, "coverNeed").ok ?? 0, taken),
          ...differs("seats", taken, state === "ACCEPTED" ? 1 : 0),
        ];
      },
    };
  },
};

const lastDay: Race = {
  rule: "K1, PJ4",
  title: "a seat renewed while its last day goes by: the job, over and over",
  async prepare({ contenders, stewards }) {
    const actor = at(contenders, 6);
    const { id: projectId, offerIds } = await seated(at(stewards, 0), [actor]);
    const offerId = at(offerIds, 0);
    const now = new Date();
    const untilOn = dateOf(dayOf(now));
    await db.needOffer.update({ where: { id: offerId }, data: { untilOn }, select: { id: true } });
    const input = { offerId, until: addMonths(dayOf(now), 6) };
    return {
      gather: behindProject(projectId),
      tries: contenders.map((_, i): Try => {
        // Most are the job: it looks for seats first, and comes to the lock later.
        return i % 16
          ? { act: "followSeats", actor: null, input: null, now: addDays(now, 1) }
          : { act: "renewSeat", actor, input, now };
      }),
      judge: async (answers) => {
        const { state } = await db.needOffer.findUniqueOrThrow({ where: { id: offerId } });
        const renewed = countOf(answers, "renewSeat");
        const ended = answers.filter(({ act }) => act === "followSeats").map(({ value }) => Number(value));
        return [
          ...unheardOf(renewed, ["ok", "project.offerClosed", "project.notLater"], "staying on"),
          ...unlike(countOf(answers, "followSeats"), { ok: ended.length }, "the job"),
          ...differs("times renewed", renewed.ok ?? 0, state === "ACCEPTED" ? 1 : 0),
          ...differs(
            "times ended",
            ended.reduce((sum, one) => sum + one, 0),
            state === "ENDED" ? 1 : 0,
          ),
        ];
      },
    };
  },
};

const approved: Race = {
  rule: "PJ2, A4",
  title: "one project approved and not, by all who may",
  every: 2,
  async prepare({ contenders, stewards }) {
    const [owner, ...others] = stewards as [Actor, ...Actor[]];
    const { id, slug: association } = await setScene({ stewards });
    await db.association.update({ where: { id }, data: { approvesProjects: true }, select: { id: true } });
    const { id: projectId } = await makeProject(owner, { association }, new Date());
    const { id: approvalId } = await db.projectApproval.findFirstOrThrow({
      where: { projectId },
      select: { id: true },
    });
    return {
      gather: behindProject(projectId),
      tries: contenders.map((_, i): Try => {
        const input = { approvalId, ...(i % 2 ? YES : NO) };
        return { act: "answerApproval", actor: at(others, i), input };
      }),
      judge: async (answers) => {
        const { state } = await db.projectApproval.findUniqueOrThrow({ where: { id: approvalId } });
        const kind = state === "APPROVED" ? "project.approved" : "project.notApproved";
        const half = answers.length / 2;
        return [
          ...unlike(countOf(answers), { ok: half, "project.approvalClosed": half }),
          ...differs("times told", await db.activity.count({ where: { kind, projectId } }), 1),
        ];
      },
    };
  },
};

const YES = { answer: "APPROVED" as const, reason: "" };
const NO = { answer: "DECLINED" as const, reason: "Manca ancora chi ne risponde in primavera." };

export const SEATS: readonly Race[] = [patience, answered, lastDay, approved];
