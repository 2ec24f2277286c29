import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { applyToAssociation } from "@/lib/membership/application/commands";
import { askVouch, giveVouch, refuseVouch } from "@/lib/membership/vouch/commands";
import { papersFor } from "@/lib/testing/associations";
import type { Subject } from "../subject";
import { somebody } from "../world/people";
import { done, joinedAt, type Place } from "../world/place";
import { nothing } from "../world/scene";

const SENTENCE = "L’ho vista montare un banco in mezza giornata, sotto la pioggia.";

/** A word asked for on an application, where the association wants one: «applicant» asked, «holder» was asked. */
export const vouch: Subject = {
  near: ["holder"],
  async scenes(world) {
    const place = await world.place({ entry: "APPLICATION", apart: "vouches" });
    const [one, two, three] = [await joinedAt(place, -20), await joinedAt(place, -20), await joinedAt(place, -20)];
    await db.association.update({ where: { id: place.id }, data: { sponsorsRequired: 1 } });
    const [asked, given, refused] = [await ask(place, one), await ask(place, two), await ask(place, three)];
    done(await giveVouch(given.holder, { vouchId: given.vouchId, sentence: SENTENCE }));
    done(await refuseVouch(refused.holder, { vouchId: refused.vouchId }));
    const scene = ({ applicant, holder, id, vouchId }: Asked) => {
      const params = { slug: place.slug, id, vouchId, active: place.people.active.handle };
      return world.scene(place, params, { applicant, holder });
    };
    return {
      asked: await scene(asked),
      given: await scene(given),
      refused: await scene(refused),
      absent: await scene({ ...asked, id: nothing(), vouchId: nothing() }),
    };
  },
  acts: {
    askVouch: ({ id = "", active = "" }) => ({ applicationId: id, whom: active }),
    giveVouch: ({ vouchId = "" }) => ({ vouchId, sentence: SENTENCE }),
    refuseVouch: ({ vouchId = "" }) => ({ vouchId }),
  },
  pages: [],
  open: {},
  asks: {},
};

type Asked = Awaited<ReturnType<typeof ask>>;

async function ask(place: Place, holder: Actor) {
  const applicant = await somebody();
  const { applicationId: id } = done(await applyToAssociation(applicant, await papersFor(place.slug)));
  done(await askVouch(applicant, { applicationId: id, whom: holder.handle }));
  const where = { applicationId: id };
  const { id: vouchId } = await db.vouch.findFirstOrThrow({ where, select: { id: true } });
  return { applicant, holder, id, vouchId };
}
