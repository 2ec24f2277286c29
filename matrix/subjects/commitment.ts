import { confirmContribution, declareContribution } from "@/lib/contribution/commands";
import { closeCommitment } from "@/lib/contribution/commitment/commands";
import { addDays, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import type { Subject } from "../subject";
import { done } from "../world/place";
import { aProject, commitmentOf, type Project } from "../world/project";
import { nothing } from "../world/scene";

type Made = { project: Project; id: string };

/** What comes with a seat, in each of its states; «author» took it on. In «backed» somebody confirmed a contribution of theirs. */
export const commitment: Subject = {
  near: ["owner", "author"],
  async scenes(world) {
    const place = await world.home();
    const make = async (): Promise<Made> => {
      const project = await aProject({ place });
      return { project, id: (await commitmentOf(project.seated)).id };
    };
    const [open, backed, partly] = [await make(), await backUp(await make()), await make()];
    const kept = await backUp(await make());
    const close = ({ project, id: commitmentId }: Made, outcome: "KEPT" | "PARTLY") =>
      closeCommitment(project.seated, { commitmentId, outcome, note: "" });
    done(await close(partly, "PARTLY"));
    done(await close(kept, "KEPT"));
    const [released, missed] = [await ended(await make(), "RELEASED"), await ended(await make(), "MISSED")];
    const scene = ({ project: { slug, owner, seated: author }, id }: Made) =>
      world.scene(place, { slug, commitmentId: id }, { owner, author });
    return {
      open: await scene(open),
      backed: await scene(backed),
      kept: await scene(kept),
      partly: await scene(partly),
      released: await scene(released),
      missed: await scene(missed),
      absent: await scene({ ...open, id: nothing() }),
    };
  },
  acts: {
    "closeCommitment:kept": ({ commitmentId = "" }) => ({ commitmentId, outcome: "KEPT", note: "" }),
    "closeCommitment:partly": ({ commitmentId = "" }) => ({ commitmentId, outcome: "PARTLY", note: "" }),
  },
  pages: [],
  open: {},
  asks: {},
};

async function backUp(made: Made): Promise<Made> {
  const { slug, owner, seated } = made.project;
  const deed = {
    kind: "TIME" as const,
    title: "Ho misurato il tetto",
    hours: 120,
    doneOn: dayOf(addDays(new Date(), -1)),
  };
  done(await declareContribution(seated, { slug, ...deed }));
  const where = { memberId: seated.memberId };
  const { id: contributionId } = await db.contribution.findFirstOrThrow({ where, select: { id: true } });
  done(await confirmContribution(owner, { contributionId }));
  return made;
}

/** As the end of a project, or time, leaves it. */
async function ended(made: Made, state: "RELEASED" | "MISSED"): Promise<Made> {
  await db.commitment.update({ where: { id: made.id }, data: { state, closedAt: new Date() } });
  return made;
}
