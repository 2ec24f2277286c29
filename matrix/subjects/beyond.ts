import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { acceptBeyond, declineBeyond, offerBeyond } from "@/lib/project/beyond/commands";
import { findOffering } from "@/lib/project/beyond/queries";
import { moveProject } from "@/lib/project/commands";
import type { Subject } from "../subject";
import { done } from "../world/place";
import { aProject, newcomer } from "../world/project";
import { nothing, type World } from "../world/scene";

const WHAT = {
  ...{ title: "Tengo i conti del cantiere", brings: "COMPETENCE" as const, contact: "", message: "" },
  hours: null,
};

/** What somebody offers a project beyond its needs, in each of its states; «author» offered. */
export const beyond: Subject = {
  near: ["owner", "author"],
  async scenes(world) {
    const make = makerIn(world);
    const [waiting, accepted, declined, over] = [await make(), await make(), await make(), await make()];
    done(await acceptBeyond(accepted.owner, { beyondId: accepted.beyondId }));
    done(await declineBeyond(declined.owner, { beyondId: declined.beyondId }));
    done(await moveProject(over.owner, { slug: over.slug, to: "ABANDONED" }));
    const scene = async ({ owner, author, ...fields }: Made) =>
      world.scene(await world.home(), fields, { owner, author });
    return {
      waiting: await scene(waiting),
      accepted: await scene(accepted),
      declined: await scene(declined),
      hidden: await scene(await make({ isHidden: true })),
      over: await scene(over),
      absent: await scene({ ...waiting, slug: "nessuno-lo-ha-mai-proposto", beyondId: nothing() }),
    };
  },
  acts: {
    offerBeyond: ({ slug = "" }) => {
      const { hours: _hours, ...what } = WHAT;
      return { ...what, slug, competence: "Gestione di progetti" };
    },
    acceptBeyond: ({ beyondId = "" }) => ({ beyondId }),
    declineBeyond: ({ beyondId = "" }) => ({ beyondId }),
    withdrawBeyond: ({ beyondId = "" }) => ({ beyondId }),
  },
  pages: ["/projects/[slug]/offer"],
  open: {},
  asks: { "project/beyond.findOffering": (actor, { slug = "" }) => findOffering(actor, slug) },
};

type Made = { slug: string; beyondId: string; owner: Actor; author: Actor };

const makerIn =
  (world: World) =>
  async ({ isHidden = false } = {}): Promise<Made> => {
    const place = await world.home();
    const { slug, owner } = await aProject({ place, isHidden, state: "FEASIBILITY" });
    const author = await newcomer(place);
    done(await offerBeyond(author, { ...WHAT, slug, competence: "project-management" }));
    const { id: beyondId } = await db.beyondOffer.findFirstOrThrow({
      where: { memberId: author.memberId },
      select: { id: true },
    });
    return { slug, beyondId, owner, author };
  };
