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
  const held = await db.memberCompetence.findMany({
    where: { memberId: actor.memberId },
    orderBy: [{ position: "asc" }],
    select: { competence: { select: { slug: true } } },
  });
  const { title, purpose, locale, whyTogether, viewer, state, isMembersOnly, isWithheld, association } = project;
  const scope = {
    ...{ isMembersOnly, isWithheld, hasAssociation: association !== null },
    ...{ membership: viewer.membership, leading: viewer.membership },
    ownerId: viewer.isOwner ? actor.memberId : null,
  };
  return {
    ...{ slug, title, purpose, locale, whyTogether },
    competences: held.map(({ competence }) => competence.slug),
    invitation: viewer.dream.invitation,
    isIn: viewer.dream.isIn,
    mayJoin: state === "IDEA" && !viewer.dream.isIn && mayOffer(actor, scope),
  };
}
