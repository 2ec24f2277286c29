import { addDays, dayOf } from "@/lib/core/duration";
import { leaveAssociation } from "@/lib/membership/leaving/commands";
import { pauseMembership } from "@/lib/membership/pausing/commands";
import { findReportable, findWithholding } from "@/lib/moderation/report/queries";
import { findDeeds } from "@/lib/project/deeds/queries";
import { findDesk } from "@/lib/project/desk/queries";
import { offerHandover } from "@/lib/project/handover/commands";
import { mayAdoptProject } from "@/lib/project/handover/queries";
import { findNeed } from "@/lib/project/offer/queries";
import { findProject } from "@/lib/project/page/queries";
import type { Subject } from "../subject";
import { hide } from "../world/measure";
import { done } from "../world/place";
import { aProject, type Project } from "../world/project";
import { nothing, type Scene, type World } from "../world/scene";

/** A project of an association in each of its states, open and for members only; a personal one; one that is not there. */
export const project: Subject = {
  near: ["owner", "seated"],
  async scenes(world) {
    const place = await world.home();
    const asking = await aProject({ place });
    done(await offerHandover(asking.owner, { slug: asking.slug, memberId: asking.seated.memberId }));
    const stillOwned = await aProject({ place, isHidden: true });
    done(await pauseMembership(stillOwned.owner, { associationSlug: place.slug }));
    const leftBehind = await aProject({ place, isHidden: true });
    done(await leaveAssociation(leftBehind.owner, { associationSlug: place.slug }));
    const withheld = await aProject({ place });
    await hide(place, { about: "PROJECT", target: withheld.slug });
    const scene = sceneIn(world);
    return {
      proposed: await scene(await aProject({ place, state: "PROPOSED" })),
      feasibility: await scene(await aProject({ place, state: "FEASIBILITY" })),
      running: await scene(await aProject({ place })),
      handover: await scene(asking),
      suspended: await scene(await aProject({ place, state: "SUSPENDED" })),
      completed: await scene(await aProject({ place, state: "COMPLETED" })),
      abandoned: await scene(await aProject({ place, state: "ABANDONED" })),
      hidden: await scene(await aProject({ place, isHidden: true, isResolved: true })),
      withheld: await scene(withheld),
      ownerPaused: await scene(stillOwned),
      ownerLeft: await scene(leftBehind),
      personal: await scene(await aProject({ place: null, state: "FEASIBILITY" })),
      absent: await scene({ ...asking, slug: "nessuno-lo-ha-mai-proposto", needIds: [], deliverableId: nothing() }),
    };
  },
  acts: {
    "moveProject:feasibility": ({ slug = "" }) => ({ slug, to: "FEASIBILITY" }),
    "moveProject:active": ({ slug = "" }) => ({ slug, to: "ACTIVE" }),
    "moveProject:suspended": ({ slug = "" }) => ({ slug, to: "SUSPENDED" }),
    "moveProject:abandoned": ({ slug = "" }) => ({ slug, to: "ABANDONED" }),
    concludeProject: ({ slug = "" }) => ({
      slug,
      result: "Il lavatoio è coperto, ed è aperto due giorni a settimana.",
      lessons: "",
    }),
    addNeed: ({ slug = "" }) => ({
      slug,
      title: "Qualcuno che sappia di acque",
      kind: "ROLE",
      competence: "",
      seats: "1",
      due: "",
      hours: "",
    }),
    addDeliverable: ({ slug = "" }) => ({ slug, title: "Una fontana", due: "" }),
    markDelivered: ({ slug = "", deliverableId = "" }) => ({
      ...{ slug, deliverableId },
      ...{ evidence: "Il luogo è coperto, e lo si vede dalla piazza.", evidenceUrl: "" },
    }),
    offerHandover: ({ slug = "", seatedId = "" }) => ({ slug, memberId: seatedId }),
    "answerHandover:yes": ({ slug = "" }) => ({ slug, answer: "ACCEPTED" }),
    "answerHandover:no": ({ slug = "" }) => ({ slug, answer: "REFUSED" }),
    adoptProject: ({ slug = "" }) => ({ slug }),
    withdrawHandover: ({ slug = "" }) => ({ slug }),
    offerToNeed: ({ id = "" }) => ({
      needId: id,
      brings: "COMPETENCE",
      competence: "Gestione di progetti",
      contact: "",
      message: "",
      hours: "",
    }),
    declareContribution: ({ slug = "" }) => ({
      slug,
      kind: "TIME",
      title: "Ho misurato il tetto",
      hours: "2",
      doneOn: YESTERDAY,
    }),
  },
  pages: [
    ...["/projects/[slug]", "/projects/[slug]/contributions", "/projects/[slug]/result"],
    ...["/projects/[slug]/manage", "/projects/[slug]/needs/[id]"],
  ],
  open: {
    "project/page.findProject": (viewer, { slug = "" }) => findProject(viewer, slug),
    "project/handover.mayAdoptProject": async (viewer, { slug = "" }) =>
      (await mayAdoptProject(viewer, slug)) ? "yes" : null,
    "moderation/report.findReportable": async (viewer, { slug = "" }) =>
      (await findReportable(viewer, slug)) ? "yes" : null,
    "moderation/report.findWithholding": async (viewer, { slug = "" }) =>
      (await findWithholding(viewer, slug)) ? "yes" : null,
    "project/deeds.findDeeds": (viewer, { slug = "" }) => findDeeds(viewer, slug),
  },
  asks: {
    "project/desk.findDesk": (actor, { slug = "" }) => findDesk(actor, slug),
    "project/offer.findNeed": (actor, { slug = "", id = "" }) => findNeed(actor, { slug, needId: id }),
  },
};

const YESTERDAY = dayOf(addDays(new Date(), -1));

const sceneIn =
  (world: World) =>
  async ({ slug, needIds, deliverableId, owner, seated }: Project): Promise<Scene> => {
    const params = { slug, id: needIds[1] ?? nothing(), deliverableId, seatedId: seated.memberId };
    return world.scene(await world.home(), params, { owner, seated });
  };
