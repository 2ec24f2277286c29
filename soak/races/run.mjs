import { withModules } from "../../scripts/lib/modules.mjs";
import { productEnvironment } from "../ground/product.mjs";
import { openGate, startContenders } from "./contenders.mjs";
import { raceOnPages } from "./pages.mjs";

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
 * instances of the application. What became of each goes to `records`; `tell` hears how far it is.
 */
export async function race(url, { first, rounds, pageRounds, only, records, tell }) {
  Object.assign(process.env, productEnvironment(url));
  return withModules(async (load) => {
    const { RACES, FORM_RACES, ...field } = await load("/soak/races/races.ts");
    const crowd = await field.gatherCrowd();
    const chosen = (all) => all.filter(({ title }) => only.length === 0 || only.some((words) => title.includes(words)));
    const { note } = records;
    await raceOnCommands(url, { ...field, races: chosen(RACES), crowd, first, rounds, note, tell });
    await raceOnPages(url, { races: chosen(FORM_RACES), crowd, rounds: pageRounds, note });
  });
}

/** The rounds from `first`; each decides the order of its tries by its number, so that a run can be taken up where another ended. */
async function raceOnCommands(url, { races, crowd, first, rounds, broken, clearField, note, tell }) {
  const contenders = await startContenders(productEnvironment(url));
  const gate = await openGate(url);
  for (let round = first; round < first + rounds; round++) {
    if (round > first && round % 100 === 0) tell(`· ${round} rounds`);
    const chance = chanceOf(round);
    for (const one of races.filter(({ every = 1 }) => round % every === 0)) {
      const heat = await prepared(one, crowd, round);
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

/** The field of one race. Making it is not what is raced: where the machine is too slow for it, it is made again. */
async function prepared(one, crowd, round, again = 4) {
  try {
    return await one.prepare(crowd, round);
  } catch (error) {
    if (again === 0) throw error;
    return prepared(one, crowd, round, again - 1);
  }
}

const faultsIn = (answers) =>
  answers.filter(({ code }) => code === "fault").map(({ act, value }) => `${act} threw ${value}`);
