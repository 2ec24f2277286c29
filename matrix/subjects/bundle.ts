import { db } from "@/lib/db/client";
import { defineRole, retireRole } from "@/lib/membership/bundle/commands";
import { acceptRole, offerRole } from "@/lib/membership/role/commands";
import { offerRoleInput } from "@/lib/membership/role/schema";
import { aMemberOf } from "@/lib/testing/associations";
import type { Subject } from "../subject";
import { done, type Place } from "../world/place";
import { nothing } from "../world/scene";

const DUTY = "Tiene le chiavi, e le presta a chi ne ha bisogno.";

/** A role of an association's own: a bundle with a name, held by nobody, held, given up. */
export const bundle: Subject = {
  near: [],
  async scenes(world) {
    const home = await world.home();
    const [free, held, retired] = [
      await define(home, "Chiavi"),
      await define(home, "Cassa"),
      await define(home, "Cucina"),
    ];
    const holder = await aMemberOf(home.id);
    const asked = { associationSlug: home.slug, whom: holder.handle, role: held };
    done(await offerRole(home.people.steward, offerRoleInput.parse(asked)));
    const membership = { memberId: holder.memberId };
    const { id } = await db.roleGrant.findFirstOrThrow({ where: { membership }, select: { id: true } });
    done(await acceptRole(holder, { roleGrantId: id }));
    done(await retireRole(home.people.steward, { ownRoleId: retired }));
    const scene = (ownRoleId: string) => world.scene(home, { slug: home.slug, ownRoleId });
    return {
      free: await scene(free),
      held: await scene(held),
      retired: await scene(retired),
      absent: await scene(nothing()),
    };
  },
  acts: {
    changeRole: ({ ownRoleId = "" }) => ({ ownRoleId, name: "Porta", duty: DUTY, responsibilities: ["INVITE"] }),
    retireRole: ({ ownRoleId = "" }) => ({ ownRoleId }),
  },
  pages: [],
  open: {},
  asks: {},
};

async function define({ slug, people }: Place, name: string): Promise<string> {
  const role = { associationSlug: slug, name, duty: DUTY, responsibilities: ["INVITE" as const], isByTrust: false };
  return done(await defineRole(people.steward, role)).ownRoleId;
}
