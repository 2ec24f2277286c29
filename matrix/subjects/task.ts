import { db } from "@/lib/db/client";
import { moveProject } from "@/lib/project/commands";
import { addTask, moveTask, takeTask } from "@/lib/project/task/commands";
import { findBoard, findTask } from "@/lib/project/task/queries";
import { askForTask } from "@/lib/project/task-ask/commands";
import { findWork } from "@/lib/project/work/queries";
import type { Subject } from "../subject";
import { done } from "../world/place";
import { aProject, type Project } from "../world/project";
import { nothing, type World } from "../world/scene";

/** A task of a project: nobody's; of the one in the seat; asked of them by who leads it; done; in a project that has ended. */
export const task: Subject = {
  near: ["owner", "seated"],
  async scenes(world) {
    const make = makerIn(world);
    const [open, taken, asked, closed] = [await make(), await make(), await make(), await make()];
    done(await takeTask(taken.project.seated, taken));
    const { slug, taskId, project } = asked;
    done(await askForTask(project.owner, { slug, taskId, memberId: project.seated.memberId }));
    done(await moveTask(closed.project.owner, { slug: closed.slug, taskId: closed.taskId, to: "DONE" }));
    const scene = async ({ slug, taskId, project: { owner, seated } }: Made) => {
      const params = { slug, taskId, id: taskId, seatedId: seated.memberId, askId: await askAbout(taskId) };
      return world.scene(await world.home(), params, { owner, seated });
    };
    return {
      open: await scene(open),
      taken: await scene(taken),
      asked: await scene(asked),
      closed: await scene(closed),
      hidden: await scene(await make({ isHidden: true })),
      suspended: await scene(await suspended(await make())),
      absent: await scene({ ...open, slug: "nessuno-lo-ha-mai-proposto", taskId: nothing() }),
    };
  },
  acts: {
    addTask: ({ slug = "" }) => ({ slug, title: "Misurare il tetto", words: "", due: "", deliverableId: "" }),
    editTask: ({ slug = "", taskId = "" }) => ({
      ...{ slug, taskId },
      ...{ title: "Misurare il tetto due volte", words: "", due: "", deliverableId: "" },
    }),
    moveTask: ({ slug = "", taskId = "" }) => ({ slug, taskId, to: "DOING" }),
    takeTask: ({ slug = "", taskId = "" }) => ({ slug, taskId }),
    giveTaskBack: ({ slug = "", taskId = "" }) => ({ slug, taskId }),
    askForTask: ({ slug = "", taskId = "", seatedId = "" }) => ({ slug, taskId, memberId: seatedId }),
    "answerTask:yes": ({ slug = "", askId = "" }) => ({ slug, askId, answer: "ACCEPTED" }),
    "answerTask:no": ({ slug = "", askId = "" }) => ({ slug, askId, answer: "REFUSED" }),
    withdrawTaskAsk: ({ slug = "", askId = "" }) => ({ slug, askId }),
  },
  pages: ["/projects/[slug]/work", "/projects/[slug]/work/[id]"],
  open: {},
  asks: {
    "project/work.findWork": (actor, { slug = "" }) => findWork(actor, slug),
    "project/task.findBoard": (actor, { slug = "" }) => findBoard(actor, slug),
    "project/task.findTask": (actor, { slug = "", taskId = "" }) => findTask(actor, { slug, taskId }),
  },
};

type Made = { project: Project; slug: string; taskId: string };

const makerIn =
  (world: World) =>
  async ({ isHidden = false } = {}): Promise<Made> => {
    const project = await aProject({ place: await world.home(), isHidden });
    const { slug, owner } = project;
    const written = { title: "Misurare il tetto", words: "", due: null, deliverableId: null, isMine: false };
    const { taskId } = done(await addTask(owner, { slug, ...written }));
    return { project, slug, taskId };
  };

/** The newest question about a task; one that was never put where there is none. */
async function askAbout(taskId: string): Promise<string> {
  const ask = await db.taskAsk.findFirst({ where: { taskId }, orderBy: { id: "desc" }, select: { id: true } });
  return ask?.id ?? nothing();
}

async function suspended(made: Made): Promise<Made> {
  done(await moveProject(made.project.owner, { slug: made.slug, to: "SUSPENDED" }));
  return made;
}
