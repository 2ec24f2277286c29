import { db } from "@/lib/db/client";
import { findLeadToTake } from "@/lib/project/carried/queries";
import { answerCoHost, askCoHost } from "@/lib/project/cohosting/commands";
import { findCoHostDesk } from "@/lib/project/cohosting/queries";
import { offerLead } from "@/lib/project/lead/commands";
import { findProject } from "@/lib/project/page/queries";
import { leaveCoHosting } from "@/lib/project/parting/commands";
import type { Subject } from "../subject";
import { done, type Place } from "../world/place";
import { aProject, type Project } from "../world/project";
import { nothing, type World } from "../world/scene";

/**
 * A project for members only that another association leads, towards the one that is asked to carry it: «active», «steward» and the
 * others are those of the association asked, «owner» and «leading» of the one that leads.
 */
export const joint: Subject = {
  near: ["owner", "leading"],
  async scenes(world) {
    const home = await world.home();
    const lead = await world.place({ entry: "APPLICATION", apart: "lead" });
    const third = await world.place({ entry: "APPLICATION", apart: "third" });
    const make = () => asked(home, lead);
    const answered = async (answer: "CARRYING" | "NOT_NOW") => {
      const one = await make();
      done(await answerCoHost(home.people.steward, { coHostingId: one.coHostingId, answer }));
      return one;
    };
    const held = await answered("CARRYING");
    done(await offerLead(held.owner, { slug: held.slug }));
    const gone = await answered("CARRYING");
    done(await leaveCoHosting(home.people.steward, { coHostingId: gone.coHostingId }));
    const scene = sceneIn(world, { lead, third: third.slug });
    return {
      asked: await scene(await make()),
      carrying: await scene(await answered("CARRYING")),
      notNow: await scene(await answered("NOT_NOW")),
      leadOffered: await scene(held),
      left: await scene(gone),
      absent: await scene({
        ...held,
        ...{ slug: "nessuno-lo-ha-mai-proposto", needIds: [], coHostingId: nothing() },
      }),
    };
  },
  acts: {
    askCoHost: ({ slug = "", third = "" }) => ({
      ...{ slug, association: third, brings: "" },
      reason: "Perché avete già coperto un lavatoio.",
    }),
    "answerCoHost:yes": ({ coHostingId = "" }) => ({ coHostingId, answer: "CARRYING" }),
    "answerCoHost:no": ({ coHostingId = "" }) => ({ coHostingId, answer: "NOT_NOW" }),
    withdrawCoHost: ({ coHostingId = "" }) => ({ coHostingId }),
    leaveCoHosting: ({ coHostingId = "" }) => ({ coHostingId }),
    letCoHostGo: ({ coHostingId = "" }) => ({ coHostingId, farewell: "Le strade si sono divise." }),
    offerLead: ({ slug = "" }) => ({ slug }),
    leaveLead: ({ slug = "" }) => ({ slug }),
    withdrawLead: ({ slug = "" }) => ({ slug }),
    takeLead: ({ coHostingId = "" }) => ({ coHostingId }),
    offerToNeed: ({ id = "" }) => ({
      ...{ needId: id, brings: "COMPETENCE", competence: "Gestione di progetti" },
      ...{ contact: "", message: "", hours: "" },
    }),
  },
  pages: ["/projects/[slug]", "/projects/[slug]/needs/[id]"],
  open: {
    "project/page.findProject": (viewer, { slug = "" }) => findProject(viewer, slug),
    "project/carried.findLeadToTake": (viewer, { slug = "" }) => findLeadToTake(viewer, slug),
  },
  asks: {
    "project/cohosting.findCoHostDesk": (actor, { slug = "" }) => findCoHostDesk(actor, { slug }),
  },
};

type Asked = Project & { readonly coHostingId: string };

async function asked(home: Place, lead: Place): Promise<Asked> {
  const project = await aProject({ place: lead, isHidden: true });
  const reason = "Perché sapete di acque e di tetti.";
  done(await askCoHost(project.owner, { slug: project.slug, association: home.slug, reason, brings: "" }));
  const { id } = await db.coHosting.findFirstOrThrow({
    where: { project: { slug: project.slug } },
    select: { id: true },
  });
  return { ...project, coHostingId: id };
}

const sceneIn =
  (world: World, { lead, third }: { lead: Place; third: string }) =>
  async ({ slug, needIds, coHostingId, owner }: Asked) => {
    const params = { slug, coHostingId, third, id: needIds[1] ?? nothing() };
    return world.scene(await world.home(), params, { owner, leading: lead.people.steward });
  };
