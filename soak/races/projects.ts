import type { Actor } from "@/lib/auth/actor";
import { dateOf, dayOf } from "@/lib/core/duration";
import { slugOf } from "@/lib/core/text";
import { db } from "@/lib/db/client";
import { aNeed, anOffer, aProposal, makeProject } from "@/lib/testing/projects";
import type { Try } from "../ground/acts";
import { setScene } from "../ground/scene";
import { at, behindProject, countOf, differs, type Race, unlike } from "./race";

/** A personal project of the first steward's with one need, and offers to it, made but not answered. */
export async function offered(owner: Actor, { seats, givers }: { seats: number; givers: readonly Actor[] }) {
  const now = new Date();
  const project = await makeProject(owner, { needs: [aNeed({ seats }, now)] }, now);
  const needId = project.needIds[0] ?? "";
  const rows = givers.map(({ memberId }) => ({
    needId,
    memberId,
    brings: "CONTACT" as const,
    contact: "Un idraulico",
  }));
  const offers = await db.needOffer.createManyAndReturn({
    data: rows.map((row) => ({ ...row, offeredAt: new Date() })),
    select: { id: true },
  });
  return { ...project, needId, offerIds: offers.map(({ id }) => id) };
}

/** The same with its givers in their seats, and the commitments that come with them. */
export async function seated(owner: Actor, givers: readonly Actor[]) {
  const project = await offered(owner, { seats: givers.length, givers });
  const where = { id: { in: project.offerIds } };
  await db.needOffer.updateMany({ where, data: { state: "ACCEPTED", decidedAt: new Date() } });
  return project;
}

const oneSeat: Race = {
  rule: "PJ4, A5",
  title: "offers accepted beyond the seats",
  async prepare({ contenders, stewards }, round) {
    const seats = 1 + (round % 3);
    const owner = at(stewards, 0);
    const { id, needId, offerIds } = await offered(owner, { seats, givers: contenders });
    return {
      gather: behindProject(id),
      tries: offerIds.map((offerId): Try => ({ act: "acceptOffer", actor: owner, input: { offerId } })),
      judge: async (answers) => {
        const said = answers.map(({ value }) => (value as { state: string } | undefined)?.state);
        const given = said.filter((state) => state === "ACCEPTED").length;
        const taken = await db.needOffer.count({ where: { needId, state: "ACCEPTED" } });
        return [
          ...unlike(countOf(answers), { ok: answers.length }),
          ...differs("seats given", given, seats),
          ...differs("seats taken", taken, seats),
          ...differs("commitments", await db.commitment.count({ where: { projectId: id } }), seats),
        ];
      },
    };
  },
};

const offeredTwice: Race = {
  rule: "PJ4, A4",
  title: "one person offers to one need",
  async prepare({ contenders, stewards }) {
    const { id, needId } = await offered(at(stewards, 0), { seats: 2, givers: [] });
    const actor = at(contenders, 0);
    return {
      gather: behindProject(id),
      tries: contenders.map((): Try => ({ act: "offerToNeed", actor, input: anOffer(needId) })),
      judge: (answers) => unlike(countOf(answers), { ok: 1, "project.alreadyOffered": answers.length - 1 }),
    };
  },
};

const confirmedTwice: Race = {
  rule: "PJ5, PJ6",
  title: "one contribution confirmed by many",
  async prepare({ contenders, stewards }) {
    const [author, ...others] = contenders.slice(0, 8) as [Actor, ...Actor[]];
    const { id } = await seated(at(stewards, 0), [author, ...others]);
    const about = { projectId: id, memberId: author.memberId, kind: "TIME" as const, title: "Ho misurato" };
    const today = dateOf(dayOf(new Date()));
    const data = { ...about, doneOn: today, declaredAt: new Date() };
    const contribution = await db.contribution.create({ data, select: { id: true } });
    const told = { subjectId: contribution.id, kind: "contribution.confirmed" };
    return {
      gather: behindProject(id),
      tries: contenders.map((_, i): Try => {
        const input = { contributionId: contribution.id };
        return { act: "confirmContribution", actor: at(others, i), input };
      }),
      judge: async (answers) => [
        ...unlike(countOf(answers), { ok: 1, "contribution.alreadyConfirmed": answers.length - 1 }),
        ...differs("times told", await db.activity.count({ where: told }), 1),
      ],
    };
  },
};

const closedTwice: Race = {
  rule: "K1",
  title: "one commitment closed over and over",
  async prepare({ contenders, stewards }) {
    const actor = at(contenders, 0);
    const { id: projectId } = await seated(at(stewards, 0), [actor]);
    const data = { projectId, memberId: actor.memberId, text: "Misurare", createdAt: new Date() };
    const { id: commitmentId } = await db.commitment.create({ data, select: { id: true } });
    const input = { commitmentId, outcome: "PARTLY" as const, note: "" };
    return {
      gather: behindProject(projectId),
      tries: contenders.map((): Try => ({ act: "closeCommitment", actor, input })),
      judge: (answers) => unlike(countOf(answers), { ok: 1, "contribution.commitmentClosed": answers.length - 1 }),
    };
  },
};

const handedOver: Race = {
  rule: "PJ7, PT2",
  title: "one handover accepted and refused",
  async prepare({ contenders, stewards }) {
    const [owner, actor] = [at(stewards, 0), at(contenders, 0)];
    const { id: projectId, slug } = await seated(owner, [actor]);
    const data = { projectId, toId: actor.memberId, offeredById: owner.memberId, offeredAt: new Date() };
    await db.projectHandover.create({ data, select: { id: true } });
    return {
      gather: behindProject(projectId),
      tries: contenders.map((_, i): Try => {
        const answer = i % 2 ? ("ACCEPTED" as const) : ("REFUSED" as const);
        return { act: "answerHandover", actor, input: { slug, answer } };
      }),
      judge: async (answers) => {
        const { state } = await db.projectHandover.findFirstOrThrow({ where: { projectId } });
        const { ownerId } = await db.project.findUniqueOrThrow({ where: { id: projectId } });
        return [
          ...unlike(countOf(answers), { ok: 1, "project.handoverClosed": answers.length - 1 }),
          ...differs("owner", ownerId ?? "", state === "ACCEPTED" ? actor.memberId : owner.memberId),
        ];
      },
    };
  },
};

const adopted: Race = {
  rule: "PJ7, M8",
  title: "one project left behind, taken on by all stewards",
  async prepare({ contenders, stewards }) {
    const owner = at(contenders, 0);
    const { id: associationId } = await setScene({ stewards });
    const { id, slug } = await makeProject(owner, {}, new Date());
    await db.project.update({ where: { id }, data: { associationId }, select: { id: true } });
    return {
      gather: behindProject(id),
      tries: contenders.map((_, i): Try => ({ act: "adoptProject", actor: at(stewards, i), input: { slug } })),
      judge: async (answers) => {
        const won = answers.find(({ code }) => code === "ok");
        const { ownerId } = await db.project.findUniqueOrThrow({ where: { id } });
        return [
          ...unlike(countOf(answers), { ok: 1, "project.ledBySomebody": answers.length - 1 }),
          ...differs("owner", ownerId ?? "", won?.memberId ?? "who took it on"),
          ...differs("handovers", await db.projectHandover.count({ where: { projectId: id } }), 1),
        ];
      },
    };
  },
};

const oneName: Race = {
  rule: "A4",
  title: "projects of one name proposed at once",
  every: 4,
  async prepare({ contenders }, round) {
    const title = `Il lavatoio ${round} ${crypto.randomUUID().slice(0, 8)}`;
    const values = [slugOf(title)];
    return {
      gather: { text: "SELECT pg_advisory_xact_lock(hashtext('project-slug'), hashtext($1))", values },
      tries: contenders.map(
        (actor): Try => ({ act: "proposeProject", actor, input: aProposal({ title }, new Date()) }),
      ),
      judge: async (answers) => [
        ...unlike(countOf(answers), { ok: answers.length }),
        ...differs("addresses", await db.project.count({ where: { title } }), answers.length),
      ],
    };
  },
};

export const PROJECTS: readonly Race[] = [
  ...[oneSeat, offeredTwice, confirmedTwice, closedTwice, handedOver, adopted, oneName],
];
