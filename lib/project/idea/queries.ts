import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { findProject } from "../page/queries";
import { mayOffer } from "../policy";
import type { JoinView } from "./types";

/** The page on which one joins an idea; null when there is none, or none for this actor (rule A2). */
export async function findJoining(actor: Actor, slug: string): Promise<JoinView | null> {
  const project = await findProject(actor, slug);
  if (!project?.viewer || !project.dream) return null;
  const held = await db.$queryRaw<{ slug: string }[]>`
    SELECT c."slug" FROM "Member" m CROSS JOIN competences_held(m."competences") h JOIN "Competence" c ON c."id" = h."competenceId"
     WHERE m."id" = ${actor.memberId}::uuid ORDER BY h."position"`;
  const { title, purpose, locale, whyTogether, viewer, state, isMembersOnly, isWithheld, association } = project;
  const scope = {
    ...{ isMembersOnly, isWithheld, hasAssociation: association !== null },
    ...{ membership: viewer.membership, leading: viewer.membership },
    ownerId: viewer.isOwner ? actor.memberId : null,
  };
  return {
    ...{ slug, title, purpose, locale, whyTogether },
    competences: held.map(({ slug: held }) => held),
    invitation: viewer.dream.invitation,
    isIn: viewer.dream.isIn,
    mayJoin: state === "IDEA" && !viewer.dream.isIn && mayOffer(actor, scope),
  };
}
