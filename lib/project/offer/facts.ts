import "server-only";
import { lockProject, type Tx } from "@/lib/db/transaction";
import { readHeldCompetences } from "@/lib/member/facts";
import { type ProjectFacts, readProject, readScope } from "../facts";
import type { ProjectScope } from "../policy";
import type { OfferState } from "../types";
import type { DecisionFacts, OfferFacts } from "./rules";

/** The slug of the project a need belongs to; null without such a need. */
export async function slugOfNeed(tx: Tx, needId: string): Promise<string | null> {
  const need = await tx.need.findUnique({ where: { id: needId }, select: { project: { select: { slug: true } } } });
  return need?.project.slug ?? null;
}

/** The slug of the project an offer was made to; null without such an offer. */
export async function slugOfOffer(tx: Tx, offerId: string): Promise<string | null> {
  const offer = await tx.needOffer.findUnique({
    where: { id: offerId },
    select: { need: { select: { project: { select: { slug: true } } } } },
  });
  return offer?.need.project.slug ?? null;
}

export type NeedFacts = { readonly id: string; readonly title: string };
export type Offering = {
  readonly project: ProjectFacts;
  readonly scope: ProjectScope;
  readonly need: NeedFacts;
  readonly facts: OfferFacts;
};
type Asking = { needId: string; memberId: string; now: Date };

/** Everything the offer rules ask about, the project locked; null without such a need. */
export async function takeOffering(tx: Tx, { needId, memberId, now }: Asking): Promise<Offering | null> {
  const slug = await slugOfNeed(tx, needId);
  if (!slug || !(await lockProject(tx, slug))) return null;
  const project = await readProject(tx, slug);
  const need = await tx.need.findUnique({ where: { id: needId }, select: { id: true, title: true } });
  if (!project || !need) return null;
  const offers = await tx.needOffer.findMany({
    where: { needId, memberId },
    orderBy: { closedAt: { sort: "desc", nulls: "last" } },
    select: { state: true, closedAt: true },
  });
  const facts: OfferFacts = {
    now,
    state: project.state,
    heldCompetenceIds: await readHeldCompetences(tx, memberId),
    hasOpenOffer: offers.some(({ state }) => state === "WAITING" || state === "QUEUED" || state === "ACCEPTED"),
    lastDeclinedAt: offers.find(({ state }) => state === "DECLINED")?.closedAt ?? null,
  };
  return { project, scope: await readScope(tx, memberId, project, now), need, facts };
}

/** An offer with the need it is for, as whoever decides it has to know it. */
export type OfferRow = Omit<DecisionFacts, "isTermOver"> & {
  readonly id: string;
  readonly memberId: string;
  readonly name: string;
  readonly needId: string;
  readonly need: string;
  readonly dueOn: Date | null;
  /** Last day they said they are in for. */
  readonly untilOn: Date | null;
};

/** The offer as it stands. The caller holds the project's lock. Null when it is of another project. */
export async function readOffer(tx: Tx, offerId: string, project: ProjectFacts): Promise<OfferRow | null> {
  const row = await tx.needOffer.findUnique({
    where: { id: offerId, need: { projectId: project.id } },
    select: {
      id: true,
      memberId: true,
      state: true,
      untilOn: true,
      decidedAt: true,
      needId: true,
      member: { select: { name: true } },
      need: {
        select: {
          title: true,
          seats: true,
          dueOn: true,
          taken: true,
        },
      },
    },
  });
  if (!row) return null;
  const queue = await readQueue(tx, row.needId);
  const place = queue.findIndex(({ id }) => id === offerId);
  return {
    id: row.id,
    memberId: row.memberId,
    name: row.member.name,
    needId: row.needId,
    need: row.need.title,
    dueOn: row.need.dueOn,
    untilOn: row.untilOn,
    projectState: project.state,
    state: row.state as OfferState,
    seats: row.need.seats,
    accepted: row.need.taken,
    queuedBefore: place === -1 ? queue.length : place,
  };
}

/** The offer and its project, locked; null without such an offer. For the giver, whatever they may read by now. */
export async function takeOffer(tx: Tx, offerId: string) {
  const slug = await slugOfOffer(tx, offerId);
  if (!slug || !(await lockProject(tx, slug))) return null;
  const project = await readProject(tx, slug);
  const offer = project && (await readOffer(tx, offerId, project));
  return offer && { project, offer };
}

/** Who waits for a seat in a need, in the order in which the owner said yes. */
export async function readQueue(tx: Tx, needId: string): Promise<{ id: string; name: string }[]> {
  const rows = await tx.needOffer.findMany({
    where: { needId, state: "QUEUED" },
    orderBy: [{ decidedAt: "asc" }, { id: "asc" }],
    select: { id: true, member: { select: { name: true } } },
  });
  return rows.map(({ id, member }) => ({ id, name: member.name }));
}
