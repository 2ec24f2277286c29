import "server-only";
import { readQuestions } from "@/lib/association/facts";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { unlocked } from "@/lib/db/transaction";
import { countMembers } from "../facts";
import { findAnsweringFor, refOf } from "../sight/queries";
import type { EntrySettings, IdentitySettings } from "./types";

/** How one comes in, for whoever answers for EDIT; null for anybody else. */
export async function findEntrySettings(actor: Actor, slug: string, now = new Date()): Promise<EntrySettings | null> {
  const association = await findAnsweringFor(actor, slug, "EDIT", now);
  if (!association) return null;
  const { id, standing } = association;
  const row = await db.association.findUniqueOrThrow({
    where: { id },
    select: {
      entry: true,
      memberLimit: true,
      ...{ decidersRequired: true, sponsorsRequired: true, decisionDays: true, reapplyCooldownDays: true },
    },
  });
  return {
    ...{ association: refOf(association), holds: standing.responsibilities, ...row },
    memberCount: await countMembers(unlocked, id),
    questions: await readQuestions(unlocked, id),
    pendingCount: await db.application.count({
      where: { associationId: id, state: "PENDING", answerBy: { gte: now } },
    }),
  };
}

/** Who the association says it is, for whoever answers for EDIT; null for anybody else. */
export async function findIdentitySettings(
  actor: Actor,
  slug: string,
  now = new Date(),
): Promise<IdentitySettings | null> {
  const association = await findAnsweringFor(actor, slug, "EDIT", now);
  if (!association) return null;
  const { places, ...row } = await db.association.findUniqueOrThrow({
    where: { id: association.id },
    select: {
      ...{ tagline: true, purpose: true, forWhom: true, weDo: true, weDoNot: true, ideaPeopleNeeded: true },
      approvesProjects: true,
      places: { orderBy: { position: "asc" }, select: { placeSlug: true } },
    },
  });
  return {
    ...{ association: refOf(association), holds: association.standing.responsibilities, ...row },
    placeSlugs: places.map(({ placeSlug }) => placeSlug),
  };
}
