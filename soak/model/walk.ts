import { addDays } from "@/lib/core/duration";
import { mustAnswer, mustShow, type Told, walkLives } from "../ground/lives";
import { fitted } from "./fitted";
import { look, type Rows } from "./look";
import { founded, picture, predict } from "./model";
import { aLife, beginningOf, inWords, NOTHING, type Op, type Setting } from "./op";
import { act, found, makePeople, type Real } from "./real";
import type { World } from "./types";
import { isIn } from "./world";

/** Each life begins long after the one before, so that what one person did in another is past. */
const APART_DAYS = 400;
const BEGINNING = new Date("2027-01-04T10:00:00Z");

type Life = { readonly setting: Setting; readonly ops: readonly Op[] };

async function live({ setting, ops }: Life, { nth, tell, count }: Told): Promise<void> {
  const people = await makePeople();
  const begins = addDays(BEGINNING, nth * APART_DAYS);
  tell(`founded ${JSON.stringify(setting)}`);
  const both = { world: founded(setting, begins), real: await found(people, setting, begins) };
  let { rows } = await look(both.real);
  const step = async (op: Op) => {
    tell(inWords(op));
    rows = await takeStep({ ...both, rows }, op, count);
  };
  for (const op of beginningOf(setting)) await step(op);
  for (const given of ops) if (someAreIn(both.world)) await step(fitted(both.world, given));
  // In the end everybody leaves, which nothing may refuse; so no later job finds anything to do here.
  for (const who of [...both.world.members.keys()])
    if (isIn(both.world.members.get(who))) await step({ ...NOTHING, kind: "leave", who });
}

/** An association nobody is in stays shut: nothing more can happen to it. */
const someAreIn = ({ members }: World) => [...members.values()].some(isIn);

type Both = { readonly world: World; readonly real: Real; readonly rows: Rows };

async function takeStep({ world, real, rows }: Both, op: Op, count: Told["count"]): Promise<Rows> {
  const expected = predict(world, op);
  const said = op.kind === "tick" ? "ok" : await act(real, rows, { op, now: world.now });
  count(op.kind, said);
  mustAnswer(said, expected);
  // Nobody is out and in again at one instant: the product would tell the second later than the first (rule M1).
  if (op.kind === "leave") world.now = new Date(world.now.getTime() + 1000);
  const seen = await look(real);
  mustShow(seen.picture, picture(world));
  return seen.rows;
}

/** So many lives of associations from a seed. */
export const walk = (which: { seed: number; runs: number }) => walkLives(which, { lives: aLife, live });
