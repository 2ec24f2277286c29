import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { createAssociation } from "@/lib/association/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { dayOf } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, lockMember, type Tx } from "@/lib/db/transaction";
import { activateMembership } from "../commands";
import { filePapers } from "../papers/commands";
import { readTerms } from "../papers/facts";
import { arePapersInOrder } from "../papers/rules";
import type { ActivationRefusal, ActorRefusal } from "../rules";
import { readFounding } from "./facts";
import { canFound, type FoundingRefusal, placesOf } from "./rules";
import type { FoundInput } from "./schema";

export type FoundRefusal =
  | "common.keyTaken"
  | "association.nameUnusable"
  | ActorRefusal
  | FoundingRefusal
  | ActivationRefusal;

type Founded = { associationSlug: string };

/**
 * Founds an association with its first charter. The founder comes in through the same papers as everybody (rule M2), with
 * the values they wrote as their own, and looks after it (rule R3).
 */
export async function foundAssociation(
  actor: Actor,
  input: FoundInput,
  now = new Date(),
): Promise<Result<Founded, FoundRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Founded, FoundRefusal>(actor, async (tx) => {
    await lockMember(tx, actor.memberId);
    const { contentLocale, ...facts } = await readFounding(tx, actor.memberId, now);
    const verdict = canFound(input, facts);
    if (!verdict.ok) return verdict;

    const association = await createAssociation(tx, newAssociation(input, { actor, contentLocale, now }));
    if (!association) return refuse("association.nameUnusable", { field: "name" });
    const { id: associationId, slug } = association;
    const about = { actorId: actor.memberId, associationId, subjectId: associationId, at: now };
    await recordActivity(tx, { kind: "association.founded", ...about });
    const entered = await enterAsFounder(tx, { associationId, memberId: actor.memberId, input, now });
    return entered.ok ? ok({ associationSlug: slug }) : entered;
  });
}

type Frame = { actor: Actor; contentLocale: string; now: Date };

function newAssociation(input: FoundInput, { actor, contentLocale, now }: Frame) {
  const { name, tagline, purpose, forWhom, weDo, weDoNot, entry, decidersRequired, memberLimit } = input;
  return {
    ...{ name, tagline, purpose, forWhom, weDo, weDoNot, entry, decidersRequired, memberLimit },
    ...{ values: input.values, minMinutes: input.minMinutes, minPeriod: input.minPeriod },
    ...{ contentLocale, founderId: actor.memberId, now },
    clauses: input.clauses.map((clause, i) => ({ number: i + 1, ...clause })),
    questions: input.questions.map(({ text, isRequired }) => ({ text, isRequired })),
    placeSlugs: placesOf(input.places),
  };
}

type Founding = { associationId: string; memberId: string; input: FoundInput; now: Date };

async function enterAsFounder(
  tx: Tx,
  { associationId, memberId, input, now }: Founding,
): Promise<Result<null, ActivationRefusal>> {
  const asked = await readTerms(tx, associationId, now);
  if (!asked) throw new Error(`association ${associationId} was founded without a charter`);
  const { charterId, questions, terms } = asked;
  const { kinds, isListening, minutesPerPeriod, period, untilOn, statement } = input;
  const papers = {
    ...{ kinds, isListening, minutesPerPeriod, period, untilOn, statement, charterHash: terms.charterHash },
    stances: terms.valueIds.map((valueId) => ({ valueId, stance: "SHARED" as const, note: "" })),
    answers: questions.map(({ id }, i) => ({ questionId: id, text: input.questions[i]?.answer ?? "" })),
  };
  const inOrder = arePapersInOrder(papers, terms, dayOf(now));
  if (!inOrder.ok) return inOrder;
  const filing = { associationId, memberId, charterId, door: "FOUNDER" as const, papers, questions };
  const applicationId = await filePapers(tx, { ...filing, invitationId: null, answerBy: null, thresholds: null, now });
  const activation = await activateMembership(tx, { applicationId, actorId: memberId, now });
  if (!activation.ok) return activation;
  await tx.roleGrant.create({
    data: {
      ...{ membershipId: activation.value.membershipId, role: "STEWARD", state: "HELD" },
      ...{ grantedAt: now, acceptedAt: now },
    },
  });
  return ok(null);
}
