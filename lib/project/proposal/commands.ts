import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { dateOf, dayOf } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { slugOf } from "@/lib/core/text";
import { inTransaction, type KeyRefusal, lockAssociation, type Tx } from "@/lib/db/transaction";
import { readMinimumProfile } from "@/lib/member/facts";
import { hasMinimumProfile } from "@/lib/member/rules";
import { readStanding } from "@/lib/membership/facts";
import type { Limits } from "@/lib/membership/standing/types";
import { areDatesAhead, canPropose, type DatesRefusal, type ProposeRefusal } from "../rules";
import type { ProposeInput } from "../schema";
import { freeSlug, readCompetenceIds } from "./facts";

type Proposed = { slug: string };
export type ProposalRefusal =
  | ProposeRefusal
  | DatesRefusal
  | "project.noSuchAssociation"
  | "project.membersOfNobody"
  | "common.unverified"
  | "common.suspended"
  | KeyRefusal;

/**
 * Brings a project forward, in an association or personally (rule PJ1). Leaves it PROPOSED, with its needs and
 * deliverables, owned by whoever proposes: a proposal is signed.
 */
export async function proposeProject(
  actor: Actor,
  input: ProposeInput,
  now = new Date(),
): Promise<Result<Proposed, ProposalRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const dates = areDatesAhead(input, dayOf(now));
  if (!dates.ok) return dates;
  if (input.isMembersOnly && !input.association) return refuse("project.membersOfNobody", { field: "isMembersOnly" });

  return inTransaction<Proposed, ProposalRefusal>(actor, async (tx) => {
    const place = await placeOf(tx, actor, { slug: input.association, now });
    if (!place.ok) return place;
    const { associationId } = place.value;
    const slug = await freeSlug(tx, slugOf(input.title) || "progetto");
    const { id } = await tx.project.create({
      data: { ...(await rowsOf(tx, input)), slug, associationId, ownerId: actor.memberId, createdAt: now },
      select: { id: true },
    });
    await tx.projectTransition.create({ data: { projectId: id, to: "PROPOSED", actorId: actor.memberId, at: now } });
    await recordActivity(tx, {
      kind: "project.proposed",
      actorId: actor.memberId,
      associationId,
      projectId: id,
      subjectId: id,
      data: { slug, project: input.title },
      at: now,
    });
    return ok({ slug });
  });
}

type Place = { associationId: string | null };
type Where = { slug: string | null; now: Date };

const OUTSIDE: Limits = {
  state: "LEFT",
  isListening: false,
  isStatementOver: false,
  isCharterOverdue: false,
  bars: [],
};

/** Where the project is to live, for those who may propose there. The association stays locked: nobody leaves it meanwhile. */
async function placeOf(tx: Tx, actor: Actor, { slug, now }: Where): Promise<Result<Place, ProposalRefusal>> {
  const associationId = slug ? await lockAssociation(tx, slug) : null;
  if (slug && !associationId) return refuse("project.noSuchAssociation", { field: "association" });
  const standing = associationId ? await readStanding(tx, { memberId: actor.memberId, associationId, now }) : null;
  const verdict = canPropose({
    association: associationId ? (standing ?? OUTSIDE) : null,
    hasMinimumProfile: hasMinimumProfile(await readMinimumProfile(tx, actor.memberId)),
  });
  return verdict.ok ? ok({ associationId }) : verdict;
}

const asDate = (day: string | null) => day && dateOf(day);

async function rowsOf(tx: Tx, input: ProposeInput) {
  const ids = await readCompetenceIds(
    tx,
    input.needs.flatMap(({ competence }) => competence ?? []),
  );
  const { title, kind, purpose, forWhom, description, contentLocale, isMembersOnly } = input;
  const needs = input.needs.map(({ title, kind, competence, seats, isCritical, due, hours }, position) => ({
    position,
    title,
    kind,
    competenceId: competence ? (ids.get(competence) ?? null) : null,
    seats,
    isCritical,
    dueOn: asDate(due),
    minutes: hours,
  }));
  const deliverables = input.deliverables.map(({ title, due }, position) => ({ position, title, dueOn: asDate(due) }));
  return {
    ...{ title, kind, purpose, forWhom, description, contentLocale, isMembersOnly, placeSlug: input.place },
    state: "PROPOSED" as const,
    needs: { create: needs },
    deliverables: { create: deliverables },
  };
}
