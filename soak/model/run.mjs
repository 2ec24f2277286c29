import { fork } from "node:child_process";
import { once } from "node:events";
import { onEnd } from "../../scripts/lib/lifecycle.mjs";
import { Problem } from "../../scripts/lib/problem.mjs";
import { inRoot } from "../../scripts/lib/root.mjs";
import { productEnvironment } from "../ground/product.mjs";
import { copyDatabase, makeDatabase, openServer } from "../ground/server.mjs";

/** So many lives share a database: each look at the invariants reads all of them. */
const LIVES = 150;
const PROCESSES = 2;

/** So many lives of a kind, «model» of memberships or «project», in two processes, each batch from a seed of its own on a fresh database; stops at the first that goes wrong. */
export async function walkAll(kind, { seed, sequences }) {
  const serverUrl = await openServer();
  const template = await makeDatabase(serverUrl);
  const outcomes = [];
  let next = 0;
  const isOver = () => next * LIVES >= sequences || outcomes.some(({ failure }) => failure);
  const work = async () => {
    while (!isOver()) {
      const batch = next++;
      const runs = Math.min(LIVES, sequences - batch * LIVES);
      outcomes.push(await walkBatch(await copyDatabase(serverUrl, template), { kind, seed: seed + batch, runs }));
    }
  };
  await Promise.all(Array.from({ length: PROCESSES }, work));
  return outcomes;
}

async function walkBatch(url, { kind, seed, runs }) {
  const env = { ...process.env, ...productEnvironment(url) };
  const quiet = { execArgv: ["--disable-warning=DeprecationWarning"], serialization: "advanced" };
  const child = fork(inRoot("soak/model/walker.mjs"), [kind, String(seed), String(runs)], { ...quiet, env });
  onEnd(() => child.kill());
  const gone = once(child, "exit").then(() => {
    throw new Problem(`The process that walked with seed ${seed} has ended.`);
  });
  gone.catch(() => {});
  const [outcome] = await Promise.race([once(child, "message"), gone]);
  return outcome;
}
