import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { answerApproval } from "@/lib/project/approval/commands";
import type { Subject } from "../subject";
import { done } from "../world/place";
import { aProject } from "../world/project";
import { nothing, type World } from "../world/scene";

const WHY = "Manca ancora chi risponde della sicurezza del cantiere.";

/** The word of an association on one of its proposals: asked for, said no, given. */
export const approval: Subject = {
  near: ["owner"],
  async scenes(world) {
    const make = makerIn(world);
    const [asked, declined, approved] = [await make(), await make("DECLINED"), await make("APPROVED")];
    const scene = async ({ owner, slug, approvalId }: Made) =>
      world.scene(await world.home(), { slug, approvalId }, { owner });
    return {
      asked: await scene(asked),
      declined: await scene(declined),
      approved: await scene(approved),
      absent: await scene({ ...asked, slug: "nessuno-lo-ha-mai-proposto", approvalId: nothing() }),
    };
  },
  acts: {
    askApproval: ({ slug = "" }) => ({ slug, note: "Ora c’è chi risponde del cantiere." }),
    "answerApproval:yes": ({ approvalId = "" }) => ({ approvalId, answer: "APPROVED" }),
    "answerApproval:no": ({ approvalId = "" }) => ({ approvalId, answer: "DECLINED", reason: WHY }),
  },
  pages: [],
  open: {},
  asks: {},
};

type Made = { slug: string; approvalId: string; owner: Actor };

const makerIn =
  (world: World) =>
  async (answer?: "APPROVED" | "DECLINED"): Promise<Made> => {
    const place = await world.home();
    const wants = (approvesProjects: boolean) =>
      db.association.update({ where: { id: place.id }, data: { approvesProjects }, select: { id: true } });
    await wants(true);
    const { slug, owner } = await aProject({ place, state: "PROPOSED" });
    await wants(false);
    const { id: approvalId } = await db.projectApproval.findFirstOrThrow({
      where: { project: { slug } },
      select: { id: true },
    });
    const reason = answer === "DECLINED" ? WHY : "";
    if (answer) done(await answerApproval(place.people.steward, { approvalId, answer, reason }));
    return { slug, approvalId, owner };
  };
