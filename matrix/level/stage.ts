import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Kind } from "../kinds";
import { type Case, casesOf, SUBJECTS } from "../matrix";
import { readTables, type Verb } from "../table";
import { type Scene, World } from "../world/scene";
import { Changes } from "./undo";

/** Tries one cell: what whoever looks finds. */
export type Try = (one: Case, scene: Scene, kind: Kind) => Promise<string>;

type Level = { readonly name: string; readonly verbs: readonly Verb[]; readonly attempt: Try };

const scenes = new Map<string, Readonly<Record<string, Scene>>>();
const counted = { cells: 0, differing: 0 };

/** The changes of the world under test; from when it is made. */
export let changes: Changes;

/** The scene in which the subject is not there. */
export const absentOf = (subject: string): Scene | undefined => scenes.get(subject)?.absent;

/** Makes the world, then tries every cell of the tables at one level: a test for each row. */
export function tryAll({ name, verbs, attempt }: Level): void {
  beforeAll(async () => {
    const world = new World();
    for (const [subject, { scenes: make }] of Object.entries(SUBJECTS)) scenes.set(subject, await make(world));
    changes = await Changes.noted(process.env.DATABASE_URL ?? "");
  }, 600_000);
  afterAll(() => {
    const folder = process.env.MATRIX_COUNTS;
    if (folder) writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(counted));
    return changes.end();
  });
  for (const one of casesOf(readTables(), verbs))
    test(`${one.name} [${one.state}] ${one.row.verb} ${one.row.name}`, async () => {
      expect(await differingOf(one, attempt)).toEqual([]);
    });
}

/** So many reads go on at once; what writes goes alone, for each is put back before the next. */
const READS_AT_ONCE = 6;

async function differingOf(one: Case, attempt: Try): Promise<string[]> {
  const scene = scenes.get(one.name)?.[one.state];
  if (!scene) return [`no scene is made for ${one.name} [${one.state}]`];
  const cells = [...one.row.cells];
  const width = one.row.verb === "do" ? 1 : READS_AT_ONCE;
  const differing: string[] = [];
  for (let at = 0; at < cells.length; at += width) {
    const tried = cells.slice(at, at + width).map(async ([kind, written]) => {
      const found = await attempt(one, scene, kind as Kind);
      return found === written ? [] : [`${kind}: written ${written}, found ${found}`];
    });
    differing.push(...(await Promise.all(tried)).flat());
  }
  if (one.row.verb !== "do") await changes.undo();
  counted.cells += cells.length;
  counted.differing += differing.length;
  return differing;
}
