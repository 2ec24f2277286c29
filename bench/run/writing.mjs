import { Problem } from "../../scripts/lib/problem.mjs";
import { pinAlone } from "../measure/affinity.mjs";
import { startLoad } from "../measure/load.mjs";
import { timeActs } from "./actions.mjs";
import { serveOn } from "./application.mjs";
import { editsAndReaders } from "./contention.mjs";
import { onCopy } from "./copy.mjs";
import { isFoundAtOnce, timeEdits } from "./edits.mjs";
import { shown } from "./shown.mjs";
import { headersOf } from "./subjects.mjs";
import { walkAll } from "./walk.mjs";

/** The parts that a whole run measures on a copy of the world, because they change it. */
const CHANGING = {
  actions: [
    "acts",
    "Join, propose, contribute",
    (application, { server, options }) => timeActs(application, { postmaster: server.pid, options }),
  ],
  "edits-and-readers": ["contention", "Edits while others search", editing],
};

/** All parts that can be run alone, by their names (`--only`): a whole run measures these two without a copy. */
const PARTS = {
  walk: [
    "walk",
    "All pages at rest",
    (application, { options }) =>
      walkAll(application, {
        ...application,
        headers: headersOf(application.world, options),
        seconds: options.walkSeconds,
      }),
  ],
  edits: ["edits", "Edits", editsAlone],
  ...CHANGING,
};

/** Their names. */
export const WRITING = Object.keys(PARTS);

/** What is measured while somebody writes, on a copy of the large world. */
export async function measureWriting({ worlds, server, cores, pgbench, options }, names = Object.keys(CHANGING)) {
  return onCopy(server, worlds.large, async (copy) => {
    const application = { ...(await serveOn(copy.url, cores)), ...copy };
    const undo = cores ? pinAlone(process.pid, cores.load) : () => {};
    try {
      const results = {};
      for (const [key, what, measure] of names.map((name) => PARTS[name]))
        results[key] = await orWhy(() => shown(what, () => measure(application, { server, cores, pgbench, options })));
      return results;
    } finally {
      undo();
      await application.stop();
    }
  });
}

/** What a part measured; `why` where it could not, so that hours of other parts are not lost with it. */
async function orWhy(body) {
  try {
    return await body();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { why: error.message };
  }
}

async function editing(application, { cores, options }) {
  const load = startLoad(cores?.load);
  try {
    return await editsAndReaders(application, load, { headers: headersOf(application.world, options), options });
  } finally {
    load.stop();
  }
}

async function editsAlone({ url, world }, { cores, pgbench, options }) {
  if (!pgbench) throw new Problem("pgbench is not here (Debian: postgresql-15)");
  const timed = await timeEdits({ program: pgbench, core: cores?.load, url }, world, options.edits);
  return { ...timed, isFoundAtOnce: await isFoundAtOnce(url, world) };
}
