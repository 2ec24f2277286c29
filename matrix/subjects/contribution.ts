import { confirmContribution, declareContribution, lapseContributions } from "@/lib/contribution/commands";
import { declareOutside } from "@/lib/contribution/outside/commands";
import { addDays, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { acceptOffer } from "@/lib/project/offer/commands";
import type { Subject } from "../subject";
import { hide } from "../world/measure";
import { done, type Place } from "../world/place";
import { anOfferBy, aProject, newcomer, type Project } from "../world/project";
import { nothing, type World } from "../world/scene";

/**
 * Something done for a project, in each of its states; «author» did it, and sits in the project like «seated». In «outside» it
 * was done for the association, where owner and seated are members like others.
 */
export const contribution: Subject = {
  near: ["owner", "seated", "author"],
  async scenes(world) {
    const make = makerIn(world);
    const lapsed = await make();
    await since(lapsed, -30);
    await lapseContributions();
    const [declared, overdue, confirmed, hidden] = [await make(), await make(), await make(), await make(true)];
    await since(overdue, -30);
    done(await confirmContribution(confirmed.project.owner, { contributionId: confirmed.id }));
    const withheld = await make();
    done(await confirmContribution(withheld.project.owner, { contributionId: withheld.id }));
    await hide(await world.home(), { about: "CONTRIBUTION", target: withheld.id });
    const scene = async ({ project: { slug, owner, seated }, author, id }: Made) =>
      world.scene(await world.home(), { slug, contributionId: id }, { owner, seated, author });
    const home = await world.home();
    const outside = await makeOutside(home, await newcomer(home));
    const outsideDone = await makeOutside(home, await newcomer(home));
    done(await confirmContribution(home.people.welcomer, { contributionId: outsideDone.id }));
    const elsewhere = ({ author, id }: Omit<Made, "project">) =>
      world.scene(
        home,
        { slug: home.slug, contributionId: id },
        { owner: declared.project.owner, seated: declared.project.seated, author },
      );
    return {
      declared: await scene(declared),
      overdue: await scene(overdue),
      confirmed: await scene(confirmed),
      lapsed: await scene(lapsed),
      hidden: await scene(hidden),
      withheld: await scene(withheld),
      outside: await elsewhere(outside),
      outsideConfirmed: await elsewhere(outsideDone),
      absent: await scene({ ...declared, id: nothing() }),
    };
  },
  acts: {
    confirmContribution: ({ contributionId = "" }) => ({ contributionId }),
    rejectContribution: ({ contributionId = "" }) => ({ contributionId, reason: "Quel giorno non c’era nessuno." }),
    reverseContribution: ({ contributionId = "" }) => ({ contributionId, reason: "Erano due ore, non quattro." }),
  },
  pages: [],
  open: {},
  asks: {},
};

type Made = { project: Project; author: Awaited<ReturnType<typeof newcomer>>; id: string };

const makerIn =
  (world: World) =>
  async (isHidden = false): Promise<Made> => {
    const place = await world.home();
    const project = await aProject({ place, isHidden });
    const author = await newcomer(place);
    done(await acceptOffer(project.owner, { offerId: await anOfferBy(author, project.needIds[1]) }));
    const deed = {
      kind: "TIME" as const,
      title: "Ho misurato il tetto",
      hours: 120,
      doneOn: dayOf(addDays(new Date(), -1)),
    };
    done(await declareContribution(author, { slug: project.slug, ...deed }));
    const where = { memberId: author.memberId };
    const { id } = await db.contribution.findFirstOrThrow({ where, select: { id: true } });
    return { project, author, id };
  };

async function makeOutside({ slug }: Place, author: Made["author"]): Promise<Omit<Made, "project">> {
  const deed = {
    kind: "TIME" as const,
    title: "Ho aperto la bottega",
    hours: 120,
    doneOn: dayOf(new Date()),
    value: null,
  };
  done(await declareOutside(author, { associationSlug: slug, ...deed }));
  const where = { memberId: author.memberId };
  const { id } = await db.contribution.findFirstOrThrow({ where, select: { id: true } });
  return { author, id };
}

/** As if it had been declared earlier. */
const since = ({ id }: Made, days: number) =>
  db.contribution.update({ where: { id }, data: { declaredAt: addDays(new Date(), days) } });
