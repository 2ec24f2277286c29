import { mustAnswer, mustShow, type Told, walkLives } from "../ground/lives";
import { saidTo } from "../ground/said";
import { begin, type Real } from "./begin";
import { fitted } from "./fitted";
import { type Ids, look } from "./look";
import { picture, predict, type Step } from "./model";
import { aLife, inWords, type Life, stepsOf } from "./op";
import { tryOf } from "./tries";
import { begun, type World } from "./world";

const BEGINNING = new Date("2027-01-04T10:00:00Z");

/** Lives one life in the model and in the product at once. */
async function live(life: Life, { tell, count }: Told): Promise<void> {
  tell(`begun ${JSON.stringify(life.setting)}`);
  const both = { world: begun(BEGINNING, life.setting), real: await begin(life.setting, BEGINNING) };
  let { ids } = await look(both.real);
  for (const given of stepsOf(life))
    for (const step of fitted(both.world, given, BEGINNING)) {
      tell(inWords(step));
      ids = await take({ ...both, ids }, step, count);
    }
}

type Both = { readonly world: World; readonly real: Real; readonly ids: Ids };

async function take({ world, real, ids }: Both, step: Step, count: Told["count"]): Promise<Ids> {
  const { now } = world;
  const expected = predict(world, step);
  const said = step.kind === "tick" ? "ok" : await saidTo(tryOf(real, ids, { op: step, now }), step.again);
  count(step.kind, said);
  mustAnswer(said, expected);
  const seen = await look(real);
  mustShow(seen.picture, picture(world));
  return seen.ids;
}

/** So many lives of projects from a seed. */
export const walk = (which: { seed: number; runs: number }) => walkLives(which, { lives: aLife, live });
