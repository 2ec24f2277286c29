import type { Actor } from "@/lib/auth/actor";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import type { Subject } from "../subject";
import { joinedAt, type Place } from "../world/place";

/**
 * What is said in private of a fellow member, «holder»: one with whom nobody did anything, one with whom everybody did, one whom
 * everybody trusts already, and a name that nobody here bears.
 */
export const trust: Subject = {
  near: ["holder"],
  async scenes(world) {
    const place = await world.place({ entry: "APPLICATION", apart: "trust" });
    const [unmet, met, trusted] = [await joinedAt(place, -20), await joinedAt(place, -20), await joinedAt(place, -20)];
    await workWithAll(place, met);
    await workWithAll(place, trusted);
    await trustOfAll(place, trusted);
    const scene = (holder: Actor, handle = holder.handle) =>
      world.scene(place, { slug: place.slug, handle }, { holder });
    return {
      unshared: await scene(unmet),
      shared: await scene(met),
      given: await scene(trusted),
      absent: await scene(met, "nessuno-qui-si-chiama-cosi"),
    };
  },
  acts: {
    giveTrust: ({ slug = "", handle = "" }) => ({ associationSlug: slug, whom: handle }),
    withdrawTrust: ({ slug = "", handle = "" }) => ({ associationSlug: slug, handle }),
  },
  pages: [],
  open: {},
  asks: {},
};

const belonged = ({ people: { applicant: _, invited: __, ...members } }: Place) => Object.values(members);

/** Each did something that this one confirmed. */
async function workWithAll(place: Place, { memberId: confirmedById }: Actor): Promise<void> {
  const at = addDays(new Date(), -5);
  const work = { kind: "TIME", title: "Insieme.", doneOn: at, declaredAt: at, confirmedAt: at } as const;
  const of = { associationId: place.id, state: "CONFIRMED", confirmedById } as const;
  for (const { memberId } of belonged(place))
    await db.contribution.create({ data: { ...work, ...of, memberId }, select: { id: true } });
}

async function trustOfAll(place: Place, { memberId }: Actor): Promise<void> {
  const where = { associationId_memberId: { associationId: place.id, memberId } };
  const { id: membershipId } = await db.membership.findUniqueOrThrow({ where, select: { id: true } });
  const givenAt = addDays(new Date(), -4);
  const trusts = belonged(place).map(({ memberId: trusterId }) => ({ membershipId, trusterId, givenAt }));
  await db.roleTrust.createMany({ data: trusts });
}
