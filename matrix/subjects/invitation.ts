import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { applyToAssociation } from "@/lib/membership/application/commands";
import {
  declineInvitation,
  expireInvitations,
  inviteMember,
  withdrawInvitation,
} from "@/lib/membership/invitation/commands";
import { papersFor } from "@/lib/testing/associations";
import type { Subject } from "../subject";
import { somebody } from "../world/people";
import { done, type Place } from "../world/place";
import { nothing, type World } from "../world/scene";

const WHY = "Perché hai già fatto questo lavoro, e qui manca chi lo sappia fare.";

/** An invitation in each of its states; «invited» is whom it asks, and the steward sent it. */
export const invitation: Subject = {
  near: [],
  async scenes(world) {
    const now = new Date();
    const home = await world.place({ entry: "APPLICATION", apart: "invitations" });
    const expired = await ask(home, addDays(now, -35));
    await expireInvitations(now);
    const overdue = await ask(home, addDays(now, -34));
    const [pending, accepted, declined, withdrawn] = [
      await ask(home),
      await ask(home),
      await ask(home),
      await ask(home),
    ];
    done(await applyToAssociation(accepted.invited, await papersFor(home.slug)));
    done(await declineInvitation(declined.invited, { invitationId: declined.id }));
    done(await withdrawInvitation(home.people.steward, { invitationId: withdrawn.id }));
    const scene = sceneIn(world, home);
    return {
      pending: await scene(pending),
      overdue: await scene(overdue),
      accepted: await scene(accepted),
      declined: await scene(declined),
      withdrawn: await scene(withdrawn),
      expired: await scene(expired),
      absent: await world.scene(home, { slug: home.slug, id: nothing() }),
    };
  },
  acts: {
    declineInvitation: ({ id = "" }) => ({ invitationId: id }),
    withdrawInvitation: ({ id = "" }) => ({ invitationId: id }),
  },
  pages: [],
  open: {},
  asks: {},
};

async function ask({ id: associationId, slug, people: { steward } }: Place, at = new Date()) {
  const invited = await somebody();
  done(await inviteMember(steward, { associationSlug: slug, whom: invited.handle, reason: WHY }, at));
  const where = { associationId, memberId: invited.memberId };
  const { id } = await db.invitation.findFirstOrThrow({ where, select: { id: true } });
  return { invited, id };
}

const sceneIn =
  (world: World, place: Place) =>
  ({ invited, id }: Awaited<ReturnType<typeof ask>>) =>
    world.scene(place, { slug: place.slug, id }, { invited });
