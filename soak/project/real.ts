import type { Actor } from "@/lib/auth/actor";
import { dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { aNeed, anOffer, makeCrowd, makeProject } from "@/lib/testing/projects";
import type { Try } from "../ground/acts";
import { saidTo } from "../ground/said";
import type { Picture, Step } from "./model";
import { NEEDS, newest, PEOPLE } from "./world";

/** Long after anything here. */
const FAR = "2060-01-01";
const RESULT = "Il lavatoio è aperto due giorni a settimana, con un tetto nuovo.";

export type Real = {
  readonly people: readonly Actor[];
  readonly id: string;
  readonly slug: string;
  readonly needIds: readonly string[];
};
type Ids = Readonly<Record<"offers" | "promises" | "deeds", readonly string[]>>;

/** A personal project by the product's own command, and those who may come to it. */
export async function begin(now: Date): Promise<Real> {
  const people = await makeCrowd(PEOPLE);
  const needs = NEEDS.map((need, row) => aNeed({ ...need, row, title: `Posto ${row}`, due: null }));
  const deliverables = [{ row: 0, title: "Un luogo coperto", due: FAR }];
  const project = await makeProject(people[0] as Actor, { needs, deliverables }, now);
  return { ...project, people };
}

/** What the database says of it, and the ids of its rows in the order in which they came. */
export async function look({ id, people, needIds }: Real): Promise<{ picture: Picture; ids: Ids }> {
  const personOf = (memberId: string | null) => people.findIndex((one) => one.memberId === memberId);
  const of = { projectId: id };
  const inOrder = { orderBy: { id: "asc" } } as const;
  const project = await db.project.findUniqueOrThrow({ where: { id } });
  const needs = await db.need.findMany({ where: of, orderBy: { position: "asc" } });
  const offers = await db.needOffer.findMany({ where: { need: of }, ...inOrder });
  const promises = await db.commitment.findMany({ where: of, ...inOrder });
  const deeds = await db.contribution.findMany({ where: of, ...inOrder });
  const handovers = await db.projectHandover.findMany({ where: of, ...inOrder });
  const picture = {
    ...{ state: project.state, owner: personOf(project.ownerId), taken: needs.map(({ taken }) => taken) },
    offers: offers.map(({ memberId, needId, state }) => ({
      who: personOf(memberId),
      need: needIds.indexOf(needId),
      state,
    })),
    promises: promises.map(({ memberId, state }) => ({ who: personOf(memberId), state })),
    deeds: deeds.map(({ memberId, confirmedById: by, state }) => ({
      who: personOf(memberId),
      state,
      by: by && personOf(by),
    })),
    handovers: handovers.map(({ toId, offeredById, state }) => ({
      to: personOf(toId),
      by: personOf(offeredById),
      state,
    })),
  };
  const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id);
  return { picture: picture as Picture, ids: { offers: ids(offers), promises: ids(promises), deeds: ids(deeds) } };
}

/** Takes a step by the product's commands: how it was answered. */
export const act = (real: Real, ids: Ids, { op, now }: { op: Step; now: Date }): Promise<string> =>
  saidTo({ ...tryOf(real, ids, { op, now }), now } as Try, op.again);

/** A row that is not there. */
const NONE = "00000000-0000-7000-8000-000000000000";

function tryOf({ people, slug, needIds }: Real, ids: Ids, { op, now }: { op: Step; now: Date }): Try {
  const actor = people[op.who] as Actor;
  const offerId = newest(ids.offers, op.nth) ?? NONE;
  const contributionId = newest(ids.deeds, op.nth) ?? NONE;
  switch (op.kind) {
    case "move":
      return { act: "moveProject", actor, input: { slug, to: op.to, note: "" } };
    case "conclude":
      return { act: "conclude", actor, input: { slug, result: RESULT, lessons: "", links: [] } };
    case "offer":
      return { act: "offerToNeed", actor, input: anOffer(needIds[op.need] ?? NONE) };
    case "accept":
      return { act: "acceptOffer", actor, input: { offerId } };
    case "decline":
      return { act: "declineOffer", actor, input: { offerId } };
    case "withdraw":
      return { act: "withdrawOffer", actor, input: { offerId } };
    case "close": {
      const commitmentId = newest(ids.promises, op.nth) ?? NONE;
      return {
        act: "closeCommitment",
        actor,
        input: { commitmentId, outcome: op.isYes ? "KEPT" : "PARTLY", note: "" },
      };
    }
    case "declare":
      return { act: "declareDeed", actor, input: { ...DEED, slug, doneOn: dayOf(now) } };
    case "confirm":
      return { act: "confirmContribution", actor, input: { contributionId } };
    case "reject":
      return { act: "rejectContribution", actor, input: { contributionId, reason: "Quel giorno non c’era nessuno." } };
    case "handOver":
      return { act: "offerHandover", actor, input: { slug, memberId: (people[op.whom] as Actor).memberId } };
    case "answerHandover":
      return { act: "answerHandover", actor, input: { slug, answer: op.isYes ? "ACCEPTED" : "REFUSED" } };
    case "keep":
      return { act: "withdrawHandover", actor, input: { slug } };
    case "jobs":
    case "tick":
      return { act: "projectJobs", actor: null, input: null };
  }
}

const DEED = { kind: "TIME" as const, title: "Ho misurato", hours: 60 };
