import { addDays, addMonths, dayOf } from "@/lib/core/duration";
import { applyToAssociation, expireApplications, withdrawApplication } from "@/lib/membership/application/commands";
import { findMyApplication } from "@/lib/membership/application/queries";
import { decideApplication } from "@/lib/membership/decision/commands";
import { findOnDesk } from "@/lib/membership/decision/queries";
import type { DecideInput } from "@/lib/membership/decision/schema";
import { papersFor } from "@/lib/testing/associations";
import type { Subject } from "../subject";
import { renewalFields } from "../world/papers";
import { somebody } from "../world/people";
import { changeCharter, done, type Place } from "../world/place";
import { nothing, type World } from "../world/scene";

const word = (outcome: DecideInput["outcome"]) => ({ outcome, reason: null, message: "", clauseId: null });

/** Somebody's application, in each of its states; «applicant» is whose it is, or was. «outdated»: the charter changed since. */
export const application: Subject = {
  near: [],
  async scenes(world) {
    const now = new Date();
    const home = await world.home();
    const expired = await knock(await world.place({ entry: "APPLICATION", apart: "expired" }), addDays(now, -35));
    await expireApplications(now);
    const overdue = await knock(await world.place({ entry: "APPLICATION", apart: "overdue" }), addDays(now, -35));
    const [pending, accepted, declined, withdrawn] = [
      await knock(home),
      await knock(home),
      await knock(home),
      await knock(home),
    ];
    const { steward } = home.people;
    done(await decideApplication(steward, { applicationId: accepted.id, ...word("ADMIT") }));
    done(await decideApplication(steward, { applicationId: declined.id, ...word("DECLINE"), reason: "VALUES" }));
    done(await withdrawApplication(withdrawn.applicant, { applicationId: withdrawn.id }));
    const changed = await world.place({ entry: "APPLICATION", apart: "changed" });
    const outdated = await knock(changed);
    await changeCharter(changed.id, now, 3);
    const scene = sceneIn(world);
    return {
      pending: await scene(pending),
      outdated: await scene(outdated),
      overdue: await scene(overdue),
      accepted: await scene(accepted),
      declined: await scene(declined),
      withdrawn: await scene(withdrawn),
      expired: await scene(expired),
      absent: await world.scene(home, { slug: home.slug, id: nothing() }),
    };
  },
  acts: {
    withdrawApplication: ({ id = "" }) => ({ applicationId: id }),
    confirmPapers: async ({ id = "", slug = "" }) => {
      const { associationSlug: _, ...papers } = await renewalFields(slug);
      return { applicationId: id, ...papers };
    },
    sayOnApplication: ({ id = "" }) => ({ applicationId: id, text: "Quando possiamo vederci?" }),
    "decideApplication:admit": ({ id = "" }) => ({ ...DECISION, applicationId: id, outcome: "ADMIT" }),
    "decideApplication:decline": ({ id = "" }) => ({
      ...DECISION,
      applicationId: id,
      outcome: "DECLINE",
      reason: "VALUES",
    }),
  },
  pages: ["/applications/[id]", "/associations/[slug]/manage/applications/[id]"],
  open: {},
  asks: {
    "membership/application.findMyApplication": (actor, { id = "" }) => findMyApplication(actor, id),
    "membership/decision.findOnDesk": (actor, { slug = "", id = "" }) => findOnDesk(actor, { slug, id }),
  },
};

const DECISION = { reason: "", message: "", clauseId: "" };

async function knock(place: Place, at = new Date()) {
  const applicant = await somebody();
  const { applicationId: id } = done(
    await applyToAssociation(applicant, await papersFor(place.slug, { untilOn: addMonths(dayOf(at), 6) }), at),
  );
  return { place, applicant, id };
}

const sceneIn =
  (world: World) =>
  ({ place, applicant, id }: Awaited<ReturnType<typeof knock>>) =>
    world.scene(place, { slug: place.slug, id }, { applicant });
