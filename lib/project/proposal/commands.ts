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
import { openApproval } from "../approval/commands";
import { readNeedsApproval } from "../approval/facts";
import {
  areDatesAhead,
  type ContinueRefusal,
  canContinue,
  canPropose,
  canServe,
  type DatesRefusal,
  type ProposeRefusal,
  type ValuesRefusal,
} from "../rules";
import type { ProposeInput } from "../schema";
import { freeSlug, readCompetenceIds, readEnded, readValues } from "./facts";

type Proposed = { slug: string };
export type ProposalRefusal =
  | ProposeRefusal
  | DatesRefusal
  | PlaceRefusal
  | ContinueRefusal
  | "project.membersOfNobody"
  | "common.unverified"
  | "common.suspended"
  | KeyRefusal;

/**
 * Brings a project forward, in an association or personally (rule PJ1), anew or taking up one that has ended. Leaves it PROPOSED,
 * with its needs and deliverables, owned by whoever proposes: a proposal is signed.
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
    const place = await placeOf(tx, actor, { slug: input.association, values: input.values, now });
    if (!place.ok) return place;
    const { associationId } = place.value;
    const ended = await endedOf(tx, actor, { slug: input.continues, now });
    if (!ended.ok) return ended;
    const needsApproval = await readNeedsApproval(tx, associationId);
    const slug = await freeSlug(tx, slugOf(input.title) || "progetto");
    const { id } = await tx.project.create({
      data: {
        ...saidOf(input),
        ...(await planOf(tx, input)),
        ...{ slug, associationId, needsApproval, continuesId: ended.value },
        ...{ ownerId: actor.memberId, createdAt: now, state: "PROPOSED" as const },
      },
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
    if (needsApproval)
      await openApproval(tx, { project: { id, slug, title: input.title, associationId }, actor, note: "", now });
    return ok({ slug });
  });
}

/** The ended project to take up again, by its id; null for what begins here. */
async function endedOf(
  tx: Tx,
  actor: Actor,
  { slug, now }: { slug: string | null; now: Date },
): Promise<Result<string | null, ContinueRefusal>> {
  if (!slug) return ok(null);
  const ended = await readEnded(tx, actor, { slug, now });
  const verdict = canContinue(ended);
  return verdict.ok ? ok(ended?.id ?? null) : verdict;
}

type Place = { associationId: string | null };
type Where = { slug: string | null; values: readonly string[]; now: Date };
export type PlaceRefusal = ProposeRefusal | ValuesRefusal | "project.noSuchAssociation";

const OUTSIDE: Limits = {
  state: "LEFT",
  isListening: false,
  isStatementOver: false,
  isCharterOverdue: false,
  bars: [],
};

/**
 * Where a project or an idea is to live, for those who may propose there, and by values that are at home there. The
 * association stays locked: nobody leaves it meanwhile.
 */
export async function placeOf(
  tx: Tx,
  actor: Actor,
  { slug, values, now }: Where,
): Promise<Result<Place, PlaceRefusal>> {
  const associationId = slug ? await lockAssociation(tx, slug) : null;
  if (slug && !associationId) return refuse("project.noSuchAssociation", { field: "association" });
  const standing = associationId ? await readStanding(tx, { memberId: actor.memberId, associationId, now }) : null;
  const verdict = canPropose({
    association: associationId ? (standing ?? OUTSIDE) : null,
    hasMinimumProfile: hasMinimumProfile(await readMinimumProfile(tx, actor.memberId)),
  });
  if (!verdict.ok) return verdict;
  const known = canServe(values, await readValues(tx, { associationId, memberId: actor.memberId }));
  return known.ok ? ok({ associationId }) : known;
}

const asDate = (day: string | null) => day && dateOf(day);

type Said = Omit<ProposeInput, "needs" | "deliverables" | "association" | "isMembersOnly" | "continues"> & {
  isMembersOnly?: boolean;
};

/** What is said of a project in words. */
export function saidOf({ title, kind, purpose, forWhom, description, contentLocale, place, ...rest }: Said) {
  const { whyTogether, values, isMembersOnly } = rest;
  return {
    ...{ title, kind, purpose, forWhom, description, contentLocale, placeSlug: place, whyTogether, values },
    ...(isMembersOnly !== undefined && { isMembersOnly }),
  };
}

/** The seats and the things promised, as rows below their project; after those it has. */
export async function planOf(
  tx: Tx,
  input: Pick<ProposeInput, "needs" | "deliverables">,
  has: { needs: number; deliverables: number } = { needs: 0, deliverables: 0 },
) {
  const ids = await readCompetenceIds(
    tx,
    input.needs.flatMap(({ competence }) => competence ?? []),
  );
  const needs = input.needs.map(({ title, kind, competence, seats, isCritical, due, hours }, i) => ({
    position: has.needs + i,
    title,
    kind,
    competenceId: competence ? (ids.get(competence) ?? null) : null,
    seats,
    isCritical,
    dueOn: asDate(due),
    minutes: hours,
  }));
  const deliverables = input.deliverables.map(({ title, due }, i) => ({
    position: has.deliverables + i,
    title,
    dueOn: asDate(due),
  }));
  return { needs: { create: needs }, deliverables: { create: deliverables } };
}
