import { addDays, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { stateAbsence } from "@/lib/membership/absence/commands";
import { askHelp, closeHelp } from "@/lib/membership/help/commands";
import { aMemberOf } from "@/lib/testing/associations";
import type { Subject } from "../subject";
import { done, type Place } from "../world/place";
import { nothing } from "../world/scene";

/** Days away, and a hand asked for, in an association; «holder» is who is away and who asked. In «closed» both are over. */
export const care: Subject = {
  near: ["holder"],
  async scenes(world) {
    const home = await world.home();
    const [open, closed] = [await begin(home), await begin(home)];
    done(await closeHelp(closed.holder, { associationSlug: home.slug, helpId: closed.helpId }));
    const past = { fromOn: addDays(new Date(), -20), untilOn: addDays(new Date(), -10) };
    await db.absence.update({ where: { id: closed.absenceId }, data: past });
    const scene = ({ holder, ...ids }: Begun) => world.scene(home, { slug: home.slug, ...ids }, { holder });
    return {
      open: await scene(open),
      closed: await scene(closed),
      absent: await scene({ ...open, helpId: nothing(), absenceId: nothing() }),
    };
  },
  acts: {
    closeHelp: ({ slug = "", helpId = "" }) => ({ associationSlug: slug, helpId }),
    endAbsence: ({ slug = "", absenceId = "" }) => ({ associationSlug: slug, absenceId }),
  },
  pages: [],
  open: {},
  asks: {},
};

type Begun = Awaited<ReturnType<typeof begin>>;

async function begin({ id, slug: associationSlug }: Place) {
  const holder = await aMemberOf(id);
  const membership = { memberId: holder.memberId };
  const days = { fromOn: dayOf(new Date()), untilOn: dayOf(addDays(new Date(), 20)) };
  done(await stateAbsence(holder, { associationSlug, ...days }));
  done(await askHelp(holder, { associationSlug, text: "Mi serve una mano col banco." }));
  const select = { id: true };
  const { id: absenceId } = await db.absence.findFirstOrThrow({ where: { membership }, select });
  const { id: helpId } = await db.helpAsking.findFirstOrThrow({ where: { membership }, select });
  return { holder, absenceId, helpId };
}
