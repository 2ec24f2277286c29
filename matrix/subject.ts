import type { Actor, Viewer } from "@/lib/auth/actor";
import type { NEAR } from "./kinds";
import type { Scene, World } from "./world/scene";

/** What a form sends, by field; a list for fields that repeat. */
export type Fields = Readonly<Record<string, string | File | readonly string[]>>;

type Ask<Who> = (viewer: Who, params: Scene["params"]) => Promise<unknown>;

/**
 * Something that has states, and everything one can do to it and read of it. Its table is table/<name>.txt, with a row for each
 * act, page and query in each state.
 */
export type Subject = {
  /** Columns besides those that every table has. */
  readonly near: readonly (keyof typeof NEAR)[];
  readonly scenes: (world: World) => Promise<Readonly<Record<string, Scene>>>;
  /** By the action's export without «Action», then, where one form says different things, «:which». */
  readonly acts: Readonly<Record<string, (params: Scene["params"]) => Fields | Promise<Fields>>>;
  /** By route. */
  readonly pages: readonly string[];
  /** Queries that answer visitors too, and those that do not compile without an actor. Null reads as not found, a text as itself. */
  readonly open: Readonly<Record<string, Ask<Viewer>>>;
  readonly asks: Readonly<Record<string, Ask<Actor>>>;
};
