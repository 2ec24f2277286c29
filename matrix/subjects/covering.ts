import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { moveProject } from "@/lib/project/commands";
import { askToCover, declineNeedAsk } from "@/lib/project/covering/commands";
import { findCovering } from "@/lib/project/covering/queries";
import type { Subject } from "../subject";
import { done } from "../world/place";
import { aProject, newcomer } from "../world/project";
import { nothing, type World } from "../world/scene";

const WHY = "Hai rifatto il tetto della scuola, e qui il legno è lo stesso.";

/** A need somebody is asked to cover: the question waits, was answered «non ora», is of a project for members only, or one let go. */
export const covering: Subject = {
  near: ["owner", "asked"],
  async scenes(world) {
    const make = makerIn(world);
    const [waiting, declined, over] = [await make(), await make(), await make()];
    done(await declineNeedAsk(declined.asked, { askId: declined.askId }));
    done(await moveProject(over.owner, { slug: over.slug, to: "ABANDONED" }));
    const scene = async ({ owner, asked, ...fields }: Made) =>
      world.scene(await world.home(), fields, { owner, asked });
    return {
      waiting: await scene(waiting),
      declined: await scene(declined),
      hidden: await scene(await make({ isHidden: true })),
      over: await scene(over),
      absent: await scene({ ...waiting, askId: nothing(), id: nothing() }),
    };
  },
  acts: {
    askToCover: ({ id = "", guest = "" }) => ({ needId: id, whom: guest, reason: WHY }),
    coverNeed: ({ askId = "" }) => ({
      ...{ askId, brings: "COMPETENCE", competence: "Gestione di progetti", contact: "", message: "" },
    }),
    declineNeedAsk: ({ askId = "" }) => ({ askId }),
    withdrawNeedAsk: ({ askId = "" }) => ({ askId }),
  },
  pages: ["/projects/[slug]/needs/[id]/cover"],
  open: {},
  asks: {
    "project/covering.findCovering": (actor, { slug = "", id = "" }) => findCovering(actor, { slug, needId: id }),
  },
};

type Made = { slug: string; id: string; askId: string; guest: string; owner: Actor; asked: Actor };

const makerIn =
  (world: World) =>
  async ({ isHidden = false } = {}): Promise<Made> => {
    const place = await world.home();
    const { slug, owner, needIds } = await aProject({ place, isHidden, state: "FEASIBILITY" });
    const id = needIds[1] ?? "";
    const asked = await newcomer(place);
    done(await askToCover(owner, { needId: id, whom: await handleOf(asked), reason: WHY }));
    const { id: askId } = await db.needAsk.findFirstOrThrow({
      where: { toId: asked.memberId },
      select: { id: true },
    });
    return { slug, id, askId, owner, asked, guest: await handleOf(await newcomer(place)) };
  };

async function handleOf({ memberId: id }: Actor): Promise<string> {
  return (await db.member.update({ where: { id }, data: { isListed: true }, select: { handle: true } })).handle;
}
