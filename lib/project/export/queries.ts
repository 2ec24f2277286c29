import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { findLog } from "../log/queries";
import { findMeetings } from "../meeting/queries";
import { findTalk } from "../talk/queries";
import { findBoard } from "../task/queries";
import type { ProjectToKeep } from "./types";

/** A project with its work, as its pages show it to whoever takes part; null for anybody else (rule A2). */
export async function findProjectToKeep(actor: Actor, slug: string, now = new Date()): Promise<ProjectToKeep | null> {
  const board = await findBoard(actor, slug);
  if (!board) return null;
  const [log, talk, meetings] = await Promise.all([
    findLog(actor, slug),
    findTalk(actor, slug),
    findMeetings(actor, slug, now),
  ]);
  return log && talk && meetings && { ...board, ...log, ...talk, ...meetings };
}
