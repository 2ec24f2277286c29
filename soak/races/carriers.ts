import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { aNeed, makeIdea, makeProject, papersOf, wordOf } from "@/lib/testing/projects";
import type { Try } from "../ground/acts";
import { type Scene, setScene } from "../ground/scene";
import { at, behindProject, type Crowd, countOf, differs, type Race, unheardOf, unlike } from "./race";

/** A project for members only that two associations carry: the owner's, and one or more whose stewards answered yes. */
async function carried({ stewards }: Crowd, owner: Actor, { guests, active }: { guests: number; active?: Actor[] }) {
  const lead = await setScene({ stewards: [owner] });
  const now = new Date();
  const needs = [aNeed({ seats: 30 }, now)];
  const project = await makeProject(owner, { association: lead.slug, isMembersOnly: true, needs }, now);
  const carriers = [];
  for (let i = 0; i < guests; i++) {
    const scene = await setScene({ stewards: stewards.slice(1 + i * 2, 3 + i * 2), ...(active && { active }) });
    carriers.push({ scene, id: await coHosting(project.id, scene, "CARRYING") });
  }
  return { ...project, lead, carriers, needId: project.needIds[0] ?? "" };
}

async function coHosting(projectId: string, { id: associationId }: Scene, state: "ASKED" | "CARRYING") {
  const answered = state === "CARRYING" ? { answeredAt: new Date() } : {};
  const data = { projectId, associationId, state, reason: "Sapete di tetti.", askedAt: new Date(), ...answered };
  return (await db.coHosting.create({ data, select: { id: true } })).id;
}

const CLOSED = "project.coHostClosed";

const answered: Race = {
  rule: "PT2, A4",
  title: "one asking to carry a project answered yes and no by all who may",
  every: 2,
  async prepare(crowd) {
    const { id, slug } = await carried(crowd, at(crowd.stewards, 0), { guests: 0 });
    const scene = await setScene({ stewards: crowd.stewards.slice(1) });
    const coHostingId = await coHosting(id, scene, "ASKED");
    return {
      gather: behindProject(id),
      tries: crowd.contenders.map((_, i): Try => {
        const actor = at(crowd.stewards.slice(1), i);
        const answer = i % 2 ? ("CARRYING" as const) : ("NOT_NOW" as const);
        return { act: "answerCoHost", actor, input: { coHostingId, answer } };
      }),
      judge: async (answers) => {
        const { state } = await db.coHosting.findUniqueOrThrow({ where: { id: coHostingId } });
        const won = answers.filter(({ code }) => code === "ok").map(({ value }) => (value as { state: string }).state);
        const kind = state === "CARRYING" ? "project.coHostJoined" : "project.coHostRefused";
        const told = await db.activity.count({ where: { kind, projectId: id } });
        return [
          ...unlike(countOf(answers), { ok: answers.length / 2, [CLOSED]: answers.length / 2 }, `${slug}: answers`),
          ...differs("who heard ok", [...new Set(won)].join(), state),
          ...differs("times told", told, 1),
        ];
      },
    };
  },
};

const left: Race = {
  rule: "PT2, M8, PJ4",
  title: "a co-host leaves while a need is filled with its members",
  every: 2,
  async prepare(crowd) {
    const owner = at(crowd.stewards, 0);
    const givers = crowd.contenders.slice(0, 24);
    const { id, needId, carriers } = await carried(crowd, owner, { guests: 1, active: givers });
    const offers = await db.needOffer.createManyAndReturn({
      data: givers.map(({ memberId }) => ({
        ...{ needId, memberId, brings: "CONTACT" as const, contact: "Un idraulico", offeredAt: new Date() },
      })),
      select: { id: true },
    });
    const coHostingId = carriers[0]?.id ?? "";
    return {
      gather: behindProject(id),
      tries: crowd.contenders.map((_, i): Try => {
        const offer = offers[i];
        return offer
          ? { act: "acceptOffer", actor: owner, input: { offerId: offer.id } }
          : { act: "leaveCoHosting", actor: at(crowd.stewards, 1 + (i % 2)), input: { coHostingId } };
      }),
      judge: async (answers) => {
        const yes = countOf(answers, "acceptOffer");
        const gone = countOf(answers, "leaveCoHosting");
        const commitments = { projectId: id };
        return [
          ...unlike(gone, { ok: 1, [CLOSED]: answers.length - offers.length - 1 }, "leaving"),
          ...unheardOf(yes, ["ok", "project.offerClosed"], "accepting"),
          ...differs(
            "offers left open",
            await db.needOffer.count({ where: { needId, NOT: { state: "WITHDRAWN" } } }),
            0,
          ),
          ...differs("commitments", await db.commitment.count({ where: commitments }), yes.ok ?? 0),
          ...differs(
            "commitments let go",
            await db.commitment.count({ where: { ...commitments, state: "RELEASED" } }),
            yes.ok ?? 0,
          ),
        ];
      },
    };
  },
};

const ledOn: Race = {
  rule: "A5, PT2",
  title: "one lead taken by the stewards of three co-hosts, and kept after all",
  every: 2,
  async prepare(crowd) {
    const owner = at(crowd.stewards, 0);
    const { id, slug, lead, carriers } = await carried(crowd, owner, { guests: 3 });
    const data = {
      projectId: id,
      fromId: lead.id,
      isLeaving: false,
      offeredById: owner.memberId,
      offeredAt: new Date(),
    };
    await db.leadOffer.create({ data, select: { id: true } });
    return {
      gather: behindProject(id),
      tries: crowd.contenders.map((_, i): Try => {
        const guest = i % 4;
        if (guest === 3) return { act: "withdrawLead", actor: owner, input: { slug } };
        const actor = at(crowd.stewards, 1 + guest * 2 + ((i >> 2) % 2));
        return { act: "takeLead", actor, input: { coHostingId: carriers[guest]?.id ?? "" } };
      }),
      judge: async (answers) => {
        const { associationId } = await db.project.findUniqueOrThrow({ where: { id } });
        const all = countOf(answers);
        const [taken, kept] = [countOf(answers, "takeLead").ok ?? 0, countOf(answers, "withdrawLead").ok ?? 0];
        const open = { projectId: id, state: "OFFERED" as const };
        const carrying = { projectId: id, state: "CARRYING" as const };
        return [
          ...unheardOf(all, ["ok", "project.leadTaken", CLOSED, "common.notAllowed", "common.notFound"]),
          ...differs("who had their way", taken + kept, 1),
          ...differs("leads on", associationId === lead.id ? 0 : 1, taken),
          ...differs("lead held out", await db.leadOffer.count({ where: open }), 0),
          ...differs("carriers", await db.coHosting.count({ where: carrying }), 3),
        ];
      },
    };
  },
};

const dreamt: Race = {
  rule: "P59, PT2",
  title: "an idea becomes a proposal while people come in",
  async prepare({ contenders, stewards }) {
    const owner = at(stewards, 0);
    const { id, slug } = await makeIdea(owner, {}, new Date());
    const word = { projectId: id, brings: "CONTACT" as const, contact: "Una libraia", joinedAt: new Date() };
    await db.coProposer.createMany({
      data: [1, 2].map((i) => ({ ...word, memberId: at(stewards, i).memberId })),
    });
    return {
      gather: behindProject(id),
      tries: contenders.map(
        (actor, i): Try =>
          i % 4
            ? { act: "joinIdea", actor, input: wordOf(slug) }
            : { act: "proposeIdea", actor: owner, input: papersOf(slug, {}, new Date()) },
      ),
      judge: async (answers) => {
        const [came, made] = [countOf(answers, "joinIdea"), countOf(answers, "proposeIdea")];
        const named = await db.coProposer.count({ where: { projectId: id } });
        return [
          ...unlike(made, { ok: 1, "project.notAnIdea": answers.length / 4 - 1 }, "proposing"),
          ...unheardOf(came, ["ok", "project.notAnIdea"], "coming in"),
          ...differs("dreamers", named, 2 + (came.ok ?? 0)),
          ...differs("deliverables", await db.deliverable.count({ where: { projectId: id } }), 1),
          ...differs("needs", await db.need.count({ where: { projectId: id } }), 1),
        ];
      },
    };
  },
};

export const CARRIERS: readonly Race[] = [answered, left, ledOn, dreamt];
