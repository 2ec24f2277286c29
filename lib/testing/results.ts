import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { confirmContribution, declareContribution } from "@/lib/contribution/commands";
import { closeCommitment } from "@/lib/contribution/commitment/commands";
import { db } from "@/lib/db/client";
import { concludeProject, moveProject } from "@/lib/project/commands";
import { acceptOffer, offerToNeed } from "@/lib/project/offer/commands";
import type { ConcludeInput } from "@/lib/project/schema";
import { said } from "./associations";
import { aNeed, anOffer, makeProject } from "./projects";

type Making = {
  owner: Actor;
  /** Those who take a seat in it. */
  seated: readonly Actor[];
  /** Slug of the association that leads it; a personal one without. */
  association?: string;
  isMembersOnly?: boolean;
};

const sure = <T extends { ok: boolean }>(answer: T): Extract<T, { ok: true }> => {
  if (!answer.ok) throw new Error(said(answer as never));
  return answer as Extract<T, { ok: true }>;
};

/** A project that runs, with everybody in a seat of their own. */
export async function makeRunning({ owner, seated, association, isMembersOnly = false }: Making, now: Date) {
  const needs = seated.map((_, row) => aNeed({ row, title: `Posto numero ${row + 1}` }));
  const title = `Lavatoio ${randomUUID()}`;
  const made = await makeProject(owner, { title, association: association ?? null, isMembersOnly, needs });
  for (const [i, actor] of seated.entries()) {
    const { value } = sure(await offerToNeed(actor, anOffer(made.needIds[i] ?? ""), now));
    sure(await acceptOffer(owner, { offerId: value.offerId }, now));
  }
  sure(await moveProject(owner, { slug: made.slug, to: "FEASIBILITY" }, now));
  sure(await moveProject(owner, { slug: made.slug, to: "ACTIVE" }, now));
  return made;
}

/** Something one did there, confirmed by another. Answers its id. */
export async function contributed(slug: string, { by, witness }: { by: Actor; witness: Actor }, now: Date) {
  const title = `Ho misurato il tetto ${randomUUID()}`;
  const doneOn = now.toISOString().slice(0, 10);
  sure(await declareContribution(by, { slug, kind: "TIME", title, hours: 120, doneOn }, now));
  const { id } = await db.contribution.findFirstOrThrow({ where: { title }, select: { id: true } });
  sure(await confirmContribution(witness, { contributionId: id }, now));
  return { id, title };
}

export const RESULT = "Il lavatoio riapre due giorni a settimana, con sei persone che hanno le chiavi.";

/** Every commitment resolved, and the result published. */
export async function conclude(
  slug: string,
  { owner }: { owner: Actor },
  now: Date,
  said: Partial<ConcludeInput> = {},
) {
  const open = await db.commitment.findMany({
    where: { project: { slug }, state: "OPEN" },
    select: { id: true, memberId: true },
  });
  for (const { id, memberId } of open) {
    const actor = { ...owner, memberId: memberId ?? owner.memberId } as Actor;
    sure(await closeCommitment(actor, { commitmentId: id, outcome: "PARTLY", note: "" }, now));
  }
  sure(await concludeProject(owner, { slug, result: RESULT, lessons: "", links: [], ...said }, now));
}
