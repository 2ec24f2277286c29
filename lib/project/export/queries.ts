import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { findLog } from "../log/queries";
import { findMeetings } from "../meeting/queries";
import { listWholeNotes } from "../note/queries";
import { findResult } from "../result/queries";
import { findTalk } from "../talk/queries";
import { findBoard } from "../task/queries";
import type { ProjectToKeep } from "./types";

/** A project with its work, as its pages show it to whoever takes part; null for anybody else (rule A2). */
export async function findProjectToKeep(actor: Actor, slug: string, now = new Date()): Promise<ProjectToKeep | null> {
  const board = await findBoard(actor, slug);
  if (!board) return null;
  const [result, log, talk, meetings, notes] = await Promise.all([
    findResult(actor, slug, now),
    findLog(actor, slug),
    findTalk(actor, slug),
    findMeetings(actor, slug, now),
    listWholeNotes(actor, board.project.id),
  ]);
  if (!result || !log || !talk || !meetings) return null;
  const { lessons, links } = result;
  return { ...board, lessons, links, ...log, ...talk, ...meetings, notes };
}
