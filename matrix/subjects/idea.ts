import type { Actor } from "@/lib/auth/actor";
import { addDays, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { inviteToIdea } from "@/lib/project/asking/commands";
import { listSentInvitations } from "@/lib/project/asking/queries";
import { moveProject } from "@/lib/project/commands";
import { joinIdea, openIdea, proposeIdea } from "@/lib/project/idea/commands";
import { findJoining } from "@/lib/project/idea/queries";
import { aNeed, anIdea, papersOf, wordOf } from "@/lib/testing/projects";
import type { Subject } from "../subject";
import { done } from "../world/place";
import { newcomer } from "../world/project";
import { proposalFields } from "../world/proposal";
import { nothing, type World } from "../world/scene";

const WHY = "Hai messo in piedi il laboratorio, e sai come si comincia.";
const COMPETENCE = "project-management";

/** An idea of an association: with too few people and with enough, for members only, let go, and what one became. */
export const idea: Subject = {
  near: ["owner", "dreamer", "asked"],
  async scenes(world) {
    const make = makerIn(world);
    const [proposed, abandoned] = [await make({ isEnough: true }), await make()];
    const due = dayOf(addDays(new Date(), 120));
    const papers = {
      needs: [aNeed({ competence: COMPETENCE, due })],
      deliverables: [{ row: 0, title: "Un luogo", due }],
    };
    done(await proposeIdea(proposed.owner, papersOf(proposed.slug, papers)));
    done(await moveProject(abandoned.owner, { slug: abandoned.slug, to: "ABANDONED" }));
    const gathering = await make();
    const scene = async ({ slug, owner, dreamer, asked, invitationId, guest }: Made) =>
      world.scene(await world.home(), { slug, invitationId, guest }, { owner, dreamer, asked });
    return {
      gathering: await scene(gathering),
      enough: await scene(await make({ isEnough: true })),
      hidden: await scene(await make({ isHidden: true })),
      proposed: await scene(proposed),
      abandoned: await scene(abandoned),
      absent: await scene({ ...gathering, slug: "nessuno-lo-ha-mai-sognato", invitationId: nothing() }),
    };
  },
  acts: {
    joinIdea: ({ slug = "" }) => ({
      ...{ slug, brings: "COMPETENCE", competence: "Gestione di progetti", contact: "", message: "" },
    }),
    withdrawFromIdea: ({ slug = "" }) => ({ slug }),
    proposeIdea: ({ slug = "" }) => {
      const { association: _association, ...papers } = proposalFields({ slug });
      return papers;
    },
    inviteToIdea: ({ slug = "", guest = "" }) => ({ slug, whom: guest, reason: WHY }),
    declineIdeaInvitation: ({ slug = "" }) => ({ slug }),
    withdrawIdeaInvitation: ({ slug = "", invitationId = "" }) => ({ slug, invitationId }),
    "answerSeat:yes": ({ slug = "" }) => ({ slug, answer: "ACCEPTED" }),
    "answerSeat:no": ({ slug = "" }) => ({ slug, answer: "DECLINED" }),
  },
  pages: ["/projects/[slug]/join", "/projects/[slug]/propose"],
  open: {},
  asks: {
    "project/idea.findJoining": (actor, { slug = "" }) => findJoining(actor, slug),
    "project/asking.listSentInvitations": async (actor, { slug = "" }) =>
      (await listSentInvitations(actor, slug)).length > 0 ? "yes" : null,
  },
};

type Made = {
  slug: string;
  owner: Actor;
  dreamer: Actor;
  asked: Actor;
  invitationId: string;
  /** Handle of somebody who could be asked too. */
  guest: string;
};

const makerIn =
  (world: World) =>
  async ({ isHidden = false, isEnough = false } = {}): Promise<Made> => {
    const place = await world.home();
    const [owner, dreamer, asked] = [await newcomer(place), await newcomer(place), await newcomer(place)];
    const { slug } = done(await openIdea(owner, anIdea({ association: place.slug, isMembersOnly: isHidden })));
    const dreaming = [dreamer, ...(isEnough ? [await newcomer(place)] : [])];
    for (const one of dreaming) done(await joinIdea(one, wordOf(slug, { competence: COMPETENCE })));
    done(await inviteToIdea(owner, { slug, whom: await handleOf(asked), reason: WHY }));
    const { id: invitationId } = await db.ideaInvitation.findFirstOrThrow({
      where: { toId: asked.memberId },
      select: { id: true },
    });
    return { slug, owner, dreamer, asked, invitationId, guest: await handleOf(await newcomer(place)) };
  };

async function handleOf({ memberId: id }: Actor): Promise<string> {
  return (await db.member.update({ where: { id }, data: { isListed: true }, select: { handle: true } })).handle;
}
