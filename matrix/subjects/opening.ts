import type { Actor } from "@/lib/auth/actor";
import { dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { importMembers } from "@/lib/membership/import/commands";
import { withdrawLetter } from "@/lib/membership/letter/commands";
import { revokeLink } from "@/lib/membership/link/commands";
import { takeUpOpening } from "@/lib/membership/opening/commands";
import { findOpening } from "@/lib/membership/opening/queries";
import { aLetter, aLink, anAddress, WHY } from "@/lib/testing/letters";
import type { Subject } from "../subject";
import { done, type Place } from "../world/place";
import { nothing } from "../world/scene";

const NO_SECRET = "A".repeat(43);

/**
 * What asks in without naming anybody: a letter to an address, a link, a list from before; the steward made them. In «taken»
 * it was «holder» who took the letter up.
 */
export const opening: Subject = {
  near: ["holder"],
  async scenes(world) {
    const place = await world.place({ entry: "APPLICATION", apart: "openings" });
    const { steward } = place.people;
    const { guest: holder } = await world.outside();
    const [letter, taken, over] = [
      await aLetter(steward, place.slug),
      await aLetter(steward, place.slug),
      await aLetter(steward, place.slug),
    ];
    done(await takeUpOpening(holder, { token: taken.token }));
    done(await withdrawLetter(steward, { letterId: over.id }));
    const [link, dead] = [await aLink(steward, place.slug), await aLink(steward, place.slug)];
    done(await revokeLink(steward, { linkId: dead.id }));
    const nowhere = () => ({
      slug: place.slug,
      token: NO_SECRET,
      letterId: nothing(),
      linkId: nothing(),
      importId: nothing(),
    });
    const scene = (more: Record<string, string>) => world.scene(place, { ...nowhere(), ...more }, { holder });
    return {
      letter: await scene({ token: letter.token, letterId: letter.id }),
      taken: await scene({ token: taken.token, letterId: taken.id }),
      letterOver: await scene({ token: over.token, letterId: over.id }),
      link: await scene({ token: link.token, linkId: link.id }),
      linkOver: await scene({ token: dead.token, linkId: dead.id }),
      list: await scene({ importId: await aList(place, steward) }),
      absent: await scene({}),
    };
  },
  acts: {
    takeUpOpening: ({ token = "" }) => ({ token }),
    declineLetter: ({ token = "" }) => ({ token }),
    withdrawLetter: ({ letterId = "" }) => ({ letterId }),
    revokeLink: ({ linkId = "" }) => ({ linkId }),
    withdrawImport: ({ importId = "" }) => ({ importId }),
  },
  pages: ["/invitations/[token]"],
  open: { "membership/opening.findOpening": (viewer, { token = "" }) => findOpening(viewer, token) },
  asks: {},
};

async function aList({ id: associationId, slug }: Place, steward: Actor): Promise<string> {
  const lines = [{ name: "Ada Prova", email: anAddress() }];
  const consent = { consentHow: "Sul modulo di iscrizione", consentOn: dayOf(new Date()) };
  done(await importMembers(steward, { associationSlug: slug, lines, reason: WHY, ...consent }));
  return (await db.memberImport.findFirstOrThrow({ where: { associationId }, select: { id: true } })).id;
}
