import { withModules } from "../../scripts/lib/modules.mjs";
import { Problem } from "../../scripts/lib/problem.mjs";
import { pause, waitUntil } from "../../scripts/lib/processes.mjs";
import { productEnvironment } from "../ground/product.mjs";
import { makeDatabase, onServer } from "../ground/server.mjs";
import { provideBuild } from "../ground/site.mjs";
import { visitor } from "../ground/visitor.mjs";
import { compare, openLedger } from "./ledger.mjs";
import { openPostgres, openSite, waysToKill } from "./victims.mjs";
import { startWriters } from "./writers.mjs";

const PEOPLE = 64;
/** So many acts are acknowledged between two kills. */
const BETWEEN = 15;
const STALLED_MS = 90_000;
/** So many forms that took effect are sent once more at the end. */
const SENT_AGAIN = 40;

/** Kills so often while eight write; what they were answered beside what the rows say. */
export async function crash(kills) {
  const folder = await provideBuild();
  const postgres = await openPostgres();
  const url = await makeDatabase(postgres.url("postgres"));
  Object.assign(process.env, productEnvironment(url));
  return withModules(async (load) => {
    const { makeWorld, brokenInvariants } = await load("/soak/crash/world.ts");
    // Every life takes a pair of a person and an association, and has up to six acts.
    const world = await makeWorld({ people: PEOPLE, associations: 8 + Math.ceil(kills / 4) });
    await onServer(url, (client) => client.query("CHECKPOINT"));
    const site = await openSite(url, folder);
    const ledger = openLedger();
    const writers = startWriters({ origin: site.origin, world, ledger });
    const killed = await killInTurn(waysToKill({ postgres, site, url }), { kills, ledger });
    await writers.stop();
    const again = await sendAgain(ledger.records);
    await site.stop();
    const { deviations, tookEffect } = await compare(url, ledger.records);
    const broken = (await brokenInvariants()).map((row) => `check_invariants: ${JSON.stringify(row)}`);
    return {
      killed,
      records: ledger.records,
      tookEffect,
      again,
      deviations: [...deviations, ...again.deviations, ...broken],
    };
  });
}

/** One after the other, each in the middle of writing: how often which, and how long until somebody was answered again. */
async function killInTurn(ways, { kills, ledger }) {
  const names = Object.keys(ways);
  const killed = names.map((name) => ({ name, times: 0, longestMs: 0 }));
  for (let i = 0; i < kills; i++) {
    const kind = killed[i % names.length];
    await progress(ledger, BETWEEN);
    await pause(Math.random() * 80);
    const began = Date.now();
    await ways[kind.name]();
    await progress(ledger, 1);
    kind.times += 1;
    kind.longestMs = Math.max(kind.longestMs, Date.now() - began);
  }
  await progress(ledger, BETWEEN);
  return killed;
}

async function progress(ledger, count) {
  const goal = ledger.acknowledged() + count;
  const isFar = await waitUntil(() => ledger.acknowledged() >= goal, { milliseconds: STALLED_MS, every: 10 });
  if (!isFar) throw new Problem(`Nobody is answered for ${STALLED_MS / 1000} seconds.`);
}

/** Forms that took effect, those whose first answer was lost before others, sent once more with their key: the same outcome. */
async function sendAgain(records) {
  const done = records.filter(({ outcome }) => outcome === "ok");
  const some = done.sort((a, b) => Number(b.isLost) - Number(a.isLost)).slice(0, SENT_AGAIN);
  const deviations = [];
  for (const { act, mark, location, cookie, ...filled } of some) {
    const ending = await visitor(cookie).send(filled);
    if (ending.outcome !== "ok" || ending.location !== location)
      deviations.push(`${act} «${mark}», sent again: ${ending.outcome} ${ending.location ?? ""}; first ${location}`);
  }
  return { count: some.length, deviations };
}
