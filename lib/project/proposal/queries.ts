import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { readMinimumProfile } from "@/lib/member/facts";
import { missingProfileParts } from "@/lib/member/rules";
import { findProject } from "../page/queries";
import type { ProjectView } from "../page/types";
import { isOver } from "../rules";
import { ASSOCIATION } from "../sight/queries";
import type { AssociationRef } from "../types";
import type { ProposingView } from "./types";

/** An ended project to take up again, for whoever had a part in it; null for anybody else. */
export async function findEnded(actor: Actor, slug: string): Promise<ProjectView | null> {
  const project = await findProject(actor, slug);
  if (!project?.viewer?.hadPart) return null;
  return isOver(project.state) ? project : null;
}

/** Where the actor may bring a project forward, and what their profile lacks for one of their own (rule PJ1). */
export async function findProposing(actor: Actor): Promise<ProposingView> {
  const rows = await db.$queryRaw<{ association: AssociationRef }[]>`
    SELECT ${ASSOCIATION} AS "association"
      FROM (SELECT mm."associationId", mm."id" FROM "Membership" mm WHERE mm."memberId" = ${actor.memberId}::uuid AND mm."state" = 'ACTIVE') p
     WHERE NOT COALESCE((SELECT l."isListening" FROM "Pledge" l WHERE l."membershipId" = p."id" ORDER BY l."acceptedAt" DESC, l."id" DESC LIMIT 1), true)`;
  const missing = missingProfileParts(await db.$transaction((tx) => readMinimumProfile(tx, actor.memberId)));
  const associations = rows.map(({ association }) => association).sort((a, b) => a.name.localeCompare(b.name));
  const { values: ownWords } = await db.member.findUniqueOrThrow({
    where: { id: actor.memberId },
    select: { values: true },
  });
  const words = new Set([...associations.flatMap(({ values }) => values), ...ownWords]);
  const values = [...words].map((word) => ({
    word,
    associations: associations.filter((one) => one.values.includes(word)).map(({ name }) => name),
    isOwn: ownWords.includes(word),
  }));
  return { associations, missing, values };
}
