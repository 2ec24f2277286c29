import { tokenOf, viewersOf } from "../generator/sessions.mjs";
import { sound } from "../measure/load.mjs";
import { ascending, quantile, ratios } from "../measure/statistics.mjs";
import { jsonPath, queriesOf } from "./queries.mjs";
import { walkAll } from "./walk.mjs";
import { startWriters } from "./writers.mjs";

const READERS = 20;
const WRITERS = 4;

/** What each reader sends: as many people as there are readers, because limits count by person. */
const readersOf = (world, headers) =>
  Array.from({ length: READERS }, (_, i) => ({ ...headers, cookie: `tessera=${tokenOf(viewersOf(world)[i])}` }));

/**
 * Edits while others search. Bursts of the same searches alternate, without and with writers, until all edits are made; then
 * the list is walked through at rest.
 */
export async function editsAndReaders(application, load, { headers, options }) {
  const { world, origin } = application;
  const paths = queriesOf(world, options.paths).map(jsonPath);
  const job = { origin, paths, headers, readers: readersOf(world, headers), concurrency: READERS, hasTimes: true };
  const read = async (requests) => sound(await load.run({ ...job, requests }), "readers");
  const warm = await read(paths.length * 2);
  const burst = Math.max(1, Math.round((warm.perSecond * options.seconds) / paths.length)) * paths.length;
  const writers = await startWriters(application, { origin, headers, writers: WRITERS, edits: options.writes });
  try {
    const bursts = [];
    while (!writers.isDone()) bursts.push(await pairOf(read, burst, writers));
    return {
      ...writers.outcome,
      ...slowdownOf(bursts, options.rounds),
      readers: READERS,
      writers: WRITERS,
      walk: await walkAll(application, { origin, headers, seconds: 2 * options.walkSeconds }),
    };
  } finally {
    await writers.stop();
  }
}

/** Times of one burst alone, and of the same with writers at work from its first request to its last. */
async function pairOf(read, requests, writers) {
  const { times: alone } = await read(requests);
  let isOver = false;
  const reading = read(requests).finally(() => {
    isOver = true;
  });
  const [{ times: among }] = await Promise.all([reading, writers.runUntil(() => isOver)]);
  return { alone, among };
}

/** How much longer a search takes with writers: bursts gathered into rounds, so that a p99 stands on many requests. */
export function slowdownOf(bursts, rounds) {
  const count = Math.min(rounds, bursts.length);
  const gathered = (of) =>
    Array.from({ length: count }, (_, round) =>
      ascending(bursts.filter((_, i) => i % count === round).flatMap((burst) => burst[of])),
    );
  const [alone, among] = [gathered("alone"), gathered("among")];
  const all = (of) => ascending(bursts.flatMap((burst) => burst[of]));
  const at = (share) => ({
    ...ratios(
      among.map((times) => quantile(times, share)),
      alone.map((times) => quantile(times, share)),
    ),
    alone: quantile(all("alone"), share),
    among: quantile(all("among"), share),
  });
  return { bursts: bursts.length, requests: all("among").length, p50: at(0.5), p99: at(0.99) };
}
