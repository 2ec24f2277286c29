import { closeCommitment } from "@/lib/contribution/commitment/commands";
import { addDays, dateOf, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { concludeProject } from "@/lib/project/commands";
import { acceptOffer, declineOffer, withdrawOffer } from "@/lib/project/offer/commands";
import type { Subject } from "../subject";
import { done } from "../world/place";
import { anOfferBy, aProject, commitmentOf, newcomer, type Project } from "../world/project";
import { nothing, type World } from "../world/scene";

/** An offer to a need, in each of its states; «author» offered. In «over» they had the seat of a project that has ended. */
export const offer: Subject = {
  near: ["owner", "author"],
  async scenes(world) {
    const make = makerIn(world);
    const [waiting, accepted, declined, withdrawn] = [await make(), await make(), await make(), await make()];
    const hidden = await make({ isHidden: true });
    const queued = await make({ isTaken: true });
    for (const { project, id } of [accepted, queued]) done(await acceptOffer(project.owner, { offerId: id }));
    const untilOn = dateOf(dayOf(addDays(new Date(), 20)));
    await db.needOffer.update({ where: { id: accepted.id }, data: { untilOn }, select: { id: true } });
    done(await declineOffer(declined.project.owner, { offerId: declined.id }));
    done(await withdrawOffer(withdrawn.author, { offerId: withdrawn.id }));
    const scene = async ({ project, author, id }: Made) =>
      world.scene(
        await world.home(),
        { slug: project.slug, offerId: id, id: project.needIds[1] ?? "" },
        { owner: project.owner, author },
      );
    return {
      waiting: await scene(waiting),
      queued: await scene(queued),
      accepted: await scene(accepted),
      declined: await scene(declined),
      withdrawn: await scene(withdrawn),
      hidden: await scene(hidden),
      over: await scene(await over(await make())),
      absent: await scene({ ...waiting, id: nothing() }),
    };
  },
  acts: {
    acceptOffer: ({ offerId = "" }) => ({ offerId }),
    declineOffer: ({ offerId = "" }) => ({ offerId }),
    withdrawOffer: ({ offerId = "" }) => ({ offerId }),
    renewSeat: ({ offerId = "" }) => ({ offerId, until: dayOf(addDays(new Date(), 90)) }),
  },
  pages: [],
  open: {},
  asks: {},
};

type Made = { project: Project; author: Awaited<ReturnType<typeof newcomer>>; id: string };

const makerIn =
  (world: World) =>
  async ({ isHidden = false, isTaken = false } = {}): Promise<Made> => {
    const place = await world.home();
    const project = await aProject({ place, isHidden, isResolved: true });
    const author = await newcomer(place);
    const needId = project.needIds[1] ?? "";
    if (isTaken) await db.need.update({ where: { id: needId }, data: { seats: 1 } });
    if (isTaken) done(await acceptOffer(project.owner, { offerId: await anOfferBy(await newcomer(place), needId) }));
    return { project, author, id: await anOfferBy(author, needId) };
  };

async function over(made: Made): Promise<Made> {
  const { project, author, id } = made;
  done(await acceptOffer(project.owner, { offerId: id }));
  const { id: commitmentId } = await commitmentOf(author);
  done(await closeCommitment(author, { commitmentId, outcome: "PARTLY", note: "" }));
  const result = "Il lavatoio è coperto, ed è aperto due giorni a settimana.";
  done(await concludeProject(project.owner, { slug: project.slug, result, lessons: "", links: [] }));
  return made;
}
