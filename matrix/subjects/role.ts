import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { acceptRole, endRole, offerRole, refuseRole } from "@/lib/membership/role/commands";
import type { Role } from "@/lib/membership/role/types";
import { aMemberOf } from "@/lib/testing/associations";
import type { Subject } from "../subject";
import { done, type Place } from "../world/place";
import { nothing } from "../world/scene";

/** A role somebody holds or is offered; «holder» is whose. In «last» that is the only steward. */
export const role: Subject = {
  near: ["holder"],
  async scenes(world) {
    const home = await world.home();
    const [offered, held, refused, ended] = [
      await offer(home),
      await offer(home),
      await offer(home),
      await offer(home),
    ];
    const stewardship = await offer(home, "STEWARD");
    for (const { holder, id } of [held, ended, stewardship]) done(await acceptRole(holder, { roleGrantId: id }));
    done(await refuseRole(refused.holder, { roleGrantId: refused.id }));
    done(await endRole(ended.holder, { roleGrantId: ended.id }));
    const alone = await world.place({ entry: "APPLICATION", isFull: true });
    const scene = ({ place, holder, id }: Offered) => world.scene(place, { slug: place.slug, id }, { holder });
    return {
      offered: await scene(offered),
      held: await scene(held),
      stewardship: await scene(stewardship),
      last: await scene(await ownOf(alone)),
      refused: await scene(refused),
      ended: await scene(ended),
      absent: await scene({ ...held, id: nothing() }),
    };
  },
  acts: {
    acceptRole: ({ id = "" }) => ({ roleGrantId: id }),
    refuseRole: ({ id = "" }) => ({ roleGrantId: id }),
    endRole: ({ id = "" }) => ({ roleGrantId: id }),
  },
  pages: [],
  open: {},
  asks: {},
};

type Offered = { place: Place; holder: Actor; id: string };

async function offer(place: Place, what: Role = "WELCOMER"): Promise<Offered> {
  const holder = await aMemberOf(place.id);
  const input = { associationSlug: place.slug, whom: holder.handle, role: what };
  const { roleGrantId: id } = done(await offerRole(place.people.steward, input));
  return { place, holder, id };
}

async function ownOf(place: Place): Promise<Offered> {
  const { steward: holder } = place.people;
  const membership = { associationId: place.id, memberId: holder.memberId };
  const { id } = await db.roleGrant.findFirstOrThrow({ where: { membership, state: "HELD" }, select: { id: true } });
  return { place, holder, id };
}
