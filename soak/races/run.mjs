import { withModules } from "../../scripts/lib/modules.mjs";
import { productEnvironment } from "../ground/product.mjs";
import { openGate, startContenders } from "./contenders.mjs";
import { raceOnPages } from "./pages.mjs";
import { keepRecords } from "./records.mjs";

/** Numbers in a fixed order that depends on nothing but the seed. */
function chanceOf(seed) {
  let state = seed + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** The same tries in another order, so that no process and no kind of act is always the first. */
function shuffled(all, chance) {
  const order = [...all];
  for (let i = order.length - 1; i > 0; i--) {
    const j = chance(i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

/**
 * Every race once a round, between two processes of the product's commands; then fewer rounds of some through the pages of two
 * instances of the application. What became of each; `tell` hears of deviations as they happen.
 */
export async function race(url, { rounds, pageRounds, only, tell }) {
  Object.assign(process.env, productEnvironment(url));
  return withModules(async (load) => {
    const { RACES, FORM_RACES, ...field } = await load("/soak/races/races.ts");
    const crowd = await field.gatherCrowd();
    const chosen = (all) => all.filter(({ title }) => only.length === 0 || only.some((words) => title.includes(words)));
    const records = keepRecords(tell);
    await raceOnCommands(url, { ...field, races: chosen(RACES), crowd, rounds, note: records.note });
    await raceOnPages(url, { races: chosen(FORM_RACES), crowd, rounds: pageRounds, note: records.note });
    return records.all();
  });
}

async function raceOnCommands(url, { races, crowd, rounds, broken, clearField, note }) {
  const contenders = await startContenders(productEnvironment(url));
  const gate = await openGate(url);
  for (let round = 0; round < rounds; round++) {
    const chance = chanceOf(round);
    for (const one of races.filter(({ every = 1 }) => round % every === 0)) {
      const heat = await one.prepare(crowd, round);
      const tries = shuffled(heat.tries, chance);
      const answers = await gate(heat.gather, () => contenders.run(tries));
      note(one, {
        round,
        answers,
        deviations: [...(await heat.judge(answers)), ...faultsIn(answers), ...(await broken())],
      });
    }
    await clearField();
  }
  contenders.stop();
}

const faultsIn = (answers) =>
  answers.filter(({ code }) => code === "fault").map(({ act, value }) => `${act} threw ${value}`);
