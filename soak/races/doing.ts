import type { Actor } from "@/lib/auth/actor";
import { dateOf, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { moveProject } from "@/lib/project/commands";
import { writeNote } from "@/lib/project/note/commands";
import { addTask } from "@/lib/project/task/commands";
import type { Try } from "../ground/acts";
import { isBefore, writtenAt } from "./order";
import { offered, seated } from "./projects";
import { at, behindProject, countOf, differs, type Race, unheardOf, unlike } from "./race";

/** A personal project with its givers in their seats, at work. */
async function atWork(owner: Actor, givers: readonly Actor[]) {
  const project = await seated(owner, givers);
  for (const to of ["FEASIBILITY", "ACTIVE"] as const) {
    const moved = await moveProject(owner, { slug: project.slug, to }, new Date());
    if (!moved.ok) throw new Error(`not ${to}: ${moved.refusal.code}`);
  }
  return project;
}

const takenBack: Race = {
  rule: "PJ4, PT2",
  title: "one offer accepted and taken back at once",
  async prepare({ contenders, stewards }) {
    const [owner, giver] = [at(stewards, 0), at(contenders, 0)];
    const { id, offerIds } = await offered(owner, { seats: 1, givers: [giver] });
    const offerId = at(offerIds, 0);
    return {
      gather: behindProject(id),
      tries: contenders.map((_, i): Try => {
        const input = { offerId };
        return i % 2 ? { act: "withdrawOffer", actor: giver, input } : { act: "acceptOffer", actor: owner, input };
      }),
      judge: async (answers) => {
        const yes = countOf(answers, "acceptOffer");
        const { state } = await db.needOffer.findUniqueOrThrow({ where: { id: offerId } });
        const commitments = await db.commitment.findMany({ where: { projectId: id }, select: { state: true } });
        return [
          ...unlike(countOf(answers, "withdrawOffer"), { ok: answers.length / 2 }, "taking back"),
          ...unheardOf(yes, ["ok", "project.offerClosed"], "accepting"),
          ...differs("state", state, "WITHDRAWN"),
          ...differs("commitments", commitments.map((one) => one.state).join(), yes.ok ? "RELEASED" : ""),
        ];
      },
    };
  },
};

const handedOn: Race = {
  rule: "PJ7, PT2",
  title: "a project held out to two, taken, refused and kept",
  async prepare({ contenders, stewards }) {
    const owner = at(stewards, 0);
    const two = contenders.slice(0, 2);
    const { id, slug } = await seated(owner, two);
    return {
      gather: behindProject(id),
      tries: contenders.map((_, i): Try => {
        const to = at(two, i);
        if (i % 6 < 2) return { act: "offerHandover", actor: owner, input: { slug, memberId: to.memberId } };
        if (i % 6 < 5) return { act: "answerHandover", actor: to, input: { slug, answer: "ACCEPTED" } };
        return { act: "withdrawHandover", actor: owner, input: { slug } };
      }),
      judge: async (answers) => {
        const all = await db.projectHandover.findMany({
          where: { projectId: id },
          select: { state: true, toId: true },
        });
        const accepted = all.filter(({ state }) => state === "ACCEPTED");
        const { ownerId } = await db.project.findUniqueOrThrow({ where: { id } });
        const [asked, took, kept] = (["offerHandover", "answerHandover", "withdrawHandover"] as const).map(
          (act) => countOf(answers, act).ok ?? 0,
        );
        const gone = ["project.handoverOpen", "project.handoverClosed", "project.notInTheProject"];
        return [
          ...unheardOf(countOf(answers), ["ok", "common.notFound", "common.notAllowed", ...gone]),
          ...differs("times asked", all.length, asked ?? 0),
          ...differs("times taken", accepted.length, took ?? 0),
          ...differs("taken at most once", Math.max(1, accepted.length), 1),
          ...differs("times kept", all.filter(({ state }) => state === "WITHDRAWN").length, kept ?? 0),
          ...differs("owner", ownerId ?? "", accepted[0]?.toId ?? owner.memberId),
        ];
      },
    };
  },
};

const concluded: Race = {
  rule: "PJ5, PJ7, K1",
  title: "concluded while its last commitment is closed and a contribution confirmed",
  async prepare({ contenders, stewards }) {
    const owner = at(stewards, 0);
    const [giver, ...others] = contenders.slice(0, 8) as [Actor, ...Actor[]];
    const { id: projectId, slug } = await atWork(owner, [giver, ...others]);
    const mine = { projectId, memberId: giver.memberId };
    const promise = { ...mine, text: "Misurare", createdAt: new Date() };
    const { id: commitmentId } = await db.commitment.create({ data: promise, select: { id: true } });
    const deed = { ...mine, kind: "TIME" as const, title: "Ho misurato", doneOn: dateOf(dayOf(new Date())) };
    const { id: contributionId } = await db.contribution.create({
      data: { ...deed, declaredAt: new Date() },
      select: { id: true },
    });
    const result = "Il lavatoio è aperto due giorni a settimana, con un tetto nuovo.";
    return {
      gather: behindProject(projectId),
      tries: contenders.map((_, i): Try => {
        if (i % 4 === 0) return { act: "confirmContribution", actor: at(others, i / 4), input: { contributionId } };
        if (i % 4 === 1)
          return { act: "closeCommitment", actor: giver, input: { commitmentId, outcome: "KEPT", note: "" } };
        return { act: "conclude", actor: owner, input: { slug, result, lessons: "", links: [] } };
      }),
      judge: async (answers) => {
        const quarter = answers.length / 4;
        const [ending, closing] = [countOf(answers, "conclude"), countOf(answers, "closeCommitment")];
        const promised = await db.commitment.findUniqueOrThrow({ where: { id: commitmentId } });
        const { state } = await db.project.findUniqueOrThrow({ where: { id: projectId } });
        const [closed, over] = [
          await writtenAt("contribution.commitmentClosed", projectId),
          await writtenAt("project.concluded", projectId),
        ];
        return [
          ...unlike(
            countOf(answers, "confirmContribution"),
            { ok: 1, "contribution.alreadyConfirmed": quarter - 1 },
            "confirming",
          ),
          // Kept is kept once somebody has confirmed what was done for it.
          ...unheardOf(closing, ["ok", "contribution.commitmentClosed", "contribution.needsConfirmation"], "closing"),
          ...differs("closed", closing.ok ?? 0, promised.state === "KEPT" ? 1 : 0),
          ...unheardOf(ending, ["ok", "project.openCommitments", "project.notFromHere"], "concluding"),
          ...differs("concluded", ending.ok ?? 0, state === "COMPLETED" ? 1 : 0),
          ...isBefore(closed, over, "concluded before its last commitment was closed"),
        ];
      },
    };
  },
};

const oneTask: Race = {
  rule: "PT2, A4",
  title: "one task taken on by all who take part",
  async prepare({ contenders, stewards }) {
    const owner = at(stewards, 0);
    const { id, slug } = await atWork(owner, contenders.slice(0, 8));
    const task = { title: "Misurare", words: "", due: null, deliverableId: null, isMine: false };
    const added = await addTask(owner, { slug, ...task });
    const taskId = added.ok ? added.value.taskId : "";
    return {
      gather: behindProject(id),
      tries: contenders.map((_, i): Try => {
        return { act: "takeTask", actor: at(contenders, i % 8), input: { slug, taskId } };
      }),
      judge: async (answers) => {
        const { ownerId } = await db.task.findUniqueOrThrow({ where: { id: taskId } });
        const won = new Set(answers.filter(({ code }) => code === "ok").map(({ memberId }) => memberId));
        return [
          // The one who has it hears so, however often they ask.
          ...unlike(countOf(answers), { ok: answers.length / 8, "work.taskTaken": (answers.length / 8) * 7 }),
          ...differs("who took it", [...won].join(), ownerId ?? ""),
          ...differs("asks", await db.taskAsk.count({ where: { taskId } }), 1),
        ];
      },
    };
  },
};

const oneNote: Race = {
  rule: "A4",
  title: "one note saved on one version by all who take part",
  async prepare({ contenders, stewards }) {
    const owner = at(stewards, 0);
    const { id, slug } = await atWork(owner, contenders.slice(0, 8));
    const note = { title: "Misure", text: "Da prendere." };
    const written = await writeNote(owner, { slug, ...note });
    const noteId = written.ok ? written.value.noteId : "";
    return {
      gather: behindProject(id),
      tries: contenders.map((_, i): Try => {
        const input = { slug, noteId, base: 1, title: note.title, text: `Di chi è arrivato ${i}.` };
        return { act: "saveNote", actor: at(contenders, i % 8), input };
      }),
      judge: async (answers) => [
        ...unlike(countOf(answers), { ok: 1, "work.noteChanged": answers.length - 1 }),
        ...differs("versions", await db.noteVersion.count({ where: { noteId } }), 2),
      ],
    };
  },
};

export const DOING: readonly Race[] = [takenBack, handedOn, concluded, oneTask, oneNote];
