import { startLoad } from "../measure/load.mjs";
import { serveOn } from "./application.mjs";
import { isFoundAtOnce, timeEdits } from "./edits.mjs";
import { countByJoins } from "./facets.mjs";
import { sizesOf } from "./facts.mjs";
import { startFloors } from "./floors.mjs";
import { seePages } from "./page.mjs";
import { measureProjects } from "./projects.mjs";
import { record } from "./recording.mjs";
import { alone, interleaved, latency } from "./rounds.mjs";
import { shown } from "./shown.mjs";
import { lookups, pagesApart, timed } from "./sql.mjs";
import { headersOf, subjectsOf } from "./subjects.mjs";
import { measureWriting, WRITING } from "./writing.mjs";

/** Names of the parts that can be run alone (`--only`). */
export const ALONE = [...WRITING, "projects"];

/** What was asked for: everything, or some parts alone, with what the world weighs. */
export const measure = async (run) => (run.options.only ? measureSome(run) : measureAll(run));

async function measureSome(run) {
  const { options, worlds } = run;
  const sizes = await sizesOf(worlds.large);
  const writing = options.only.filter((name) => WRITING.includes(name));
  return {
    ...(writing.length > 0 && (await measureWriting(run, writing))),
    ...(options.only.includes("projects") && { projects: await measureProjects(run) }),
    ...{ sizes, note: worlds.large.note, options },
  };
}

/** Everything a run measures, part after part, so that no part disturbs another. */
async function measureAll({ worlds, server, cores, pgbench, options }) {
  const { large, small } = worlds;
  const recorded = await recordedIn(worlds, options);
  const http = await overHttp({ worlds, server, cores, options });
  const setting = { program: pgbench, core: cores?.load };
  const sql = await inSql({ setting, worlds, recorded, server, options });
  const timed =
    pgbench && (await shown("Edits", () => timeEdits({ ...setting, url: large.url }, large.world, options.edits)));
  return {
    ...http,
    sql,
    edits: timed && { ...timed, isFoundAtOnce: await isFoundAtOnce(large.url, large.world) },
    options,
    recorded: samplesOf(recorded.large),
    facets: await shown("Counting by joins", () => countByJoins(large)),
    sizes: await sizesOf(large),
    ...(await measureWriting({ worlds, server, cores, options })),
    projects: await measureProjects({ server, cores, pgbench, options }),
    note: large.note,
    smallNote: small?.note ?? null,
  };
}

/** What was taken down, fit to be kept: how many statements, and one search of each kind in full, for whoever looks for a cause. */
function samplesOf({ frame, failed, profiles, pages, jsons, depth }) {
  const kinds = Object.fromEntries([...jsons, ...pages].map(({ kind, statements }) => [kind, statements]));
  return { frame, failed, profiles, depth, kinds };
}

async function recordedIn({ large, small }, options) {
  return {
    large: await shown(`Statements of ${options.queries} searches`, () => record(large, options)),
    small: small && (await shown("The same in the small world", () => record(small, options))),
  };
}

/** What is also asked by one client at a time, and in an open loop. */
const SINGLY = ["F1", "page", "json", "profile"];

async function overHttp({ worlds, server, cores, options }) {
  const load = startLoad(cores?.load);
  const serve = async (one) => one && { ...(await serveOn(one.url, cores)), world: one.world };
  const applications = { large: await serve(worlds.large), small: await serve(worlds.small) };
  const headers = headersOf(worlds.large.world, options);
  const floors = await startFloors(applications.large, { cores, headers });
  const { subjects, absent } = await subjectsOf({ applications, floors, headers, options });
  const setting = { options, postmaster: server.pid };
  try {
    const { rounds, failed } = await interleaved(load, subjects, setting);
    const single = new Map();
    const latencies = new Map();
    for (const subject of subjects.filter(({ name }) => rounds.has(name) && SINGLY.includes(name))) {
      const own = { ...setting, rounds: rounds.get(subject.name) };
      single.set(subject.name, await shown(`One client: ${subject.name}`, () => alone(load, subject, own)));
      latencies.set(subject.name, await shown(`Open loop: ${subject.name}`, () => latency(load, subject, own)));
    }
    const browser = await shown("In the browser", () => seePages(applications.large));
    return { rounds, alone: single, latencies, absent: [...absent, ...failed], browser };
  } finally {
    load.stop();
    for (const application of Object.values(applications)) await application?.stop();
  }
}

async function inSql({ setting, worlds, recorded, server, options }) {
  if (!setting.program) {
    console.log("No pgbench here (Debian: postgresql-15): floors F2 and F3 are left out.");
    return { large: null, small: null, json: null, apart: null, lookups: null };
  }
  const on = ({ url }) => ({ ...setting, url });
  const own = { seconds: options.sqlSeconds, postmaster: server.pid };
  const list = ({ jsons, pages }) => (jsons.length > 0 ? jsons : pages);
  const time = (what, world, statements) => shown(what, () => timed(on(world), statements, own));
  const { large, small } = worlds;
  const json = await time("F2, the JSON form’s statements", large, recorded.large.jsons);
  return {
    json,
    // The same statements, unless there is no data form.
    large: json ?? (await time("The list’s statements", large, list(recorded.large))),
    small: small && (await time("The same in the small world", small, list(recorded.small))),
    apart: await shown("A deep page", () => pagesApart(on(large), recorded.large, own)),
    lookups: {
      large: await shown("F3, look-ups by key", () => lookups(on(large), large.world)),
      small: small && (await shown("F3 in the small world", () => lookups(on(small), small.world))),
    },
  };
}
