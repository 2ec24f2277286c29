import "server-only";
import type { Viewer } from "@/lib/auth/actor";
import { unlocked } from "@/lib/db/transaction";
import { readProject } from "../facts";
import { readAdoption } from "./facts";
import { canAdopt } from "./rules";

/** Whether whoever looks may take the project on because nobody leads it any more: what `adoptProject` asks. */
export async function mayAdoptProject(viewer: Viewer, slug: string, now = new Date()): Promise<boolean> {
  const project = viewer && (await readProject(unlocked, slug));
  const facts =
    project && !project.isWithheld && (await readAdoption(unlocked, { project, memberId: viewer.memberId, now }));
  return facts ? canAdopt(facts).ok : false;
}
