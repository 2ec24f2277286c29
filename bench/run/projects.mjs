import { chanceOf } from "../generator/chance.mjs";
import { provide } from "../generator/database.mjs";
import { tokenOf, viewersOf } from "../generator/sessions.mjs";
import { DEFAULTS, worldOf } from "../generator/world.mjs";
import { startLoad } from "../measure/load.mjs";
import { startRecorder } from "../measure/recorder.mjs";
import { serveOn } from "./application.mjs";
import { interleaved } from "./rounds.mjs";
import { shown } from "./shown.mjs";
import { timed } from "./sql.mjs";
import { headersOf } from "./subjects.mjs";
import { competenceIds } from "./worlds.mjs";

/** People in a world whose projects are measured: what they did there weighs more than how many they are. */
const MEMBERS_MAX = 100_000;

const MAKERS = {
  plain: () => "/progetti",
  home: () => "/bacheca",
  due: () => "/progetti?sort=due",
  state: (chance) => `/progetti?state=${chance.pick(["proposed", "feasibility", "active", "completed"])}`,
  kind: () => "/progetti?kind=thematic",
  popular: (chance, world) => `/progetti?competence=${world.vocabulary.competences[chance.below(20)].slug}`,
  rare: (chance, world) => `/progetti?competence=${world.vocabulary.competences[400 + chance.below(40)].slug}`,
  text: (chance, world) => `/progetti?q=${encodeURIComponent(wordOf(world.vocabulary.projectTitle(chance)))}`,
};
const KINDS = Object.keys(MAKERS);

const wordOf = (title) => title.split(/[^\p{L}]+/u).toSorted((a, b) => b.length - a.length)[0];

/** Addresses as people might ask them, each by one of those signed in; the same for the same seed. */
function asksOf(world, count) {
  const viewers = viewersOf(world);
  return Array.from({ length: count }, (_, i) => {
    const chance = chanceOf(world.seed, "projects", i);
    const kind = KINDS[i % KINDS.length];
    return { kind, path: MAKERS[kind](chance, world), cookie: `tessera=${tokenOf(chance.pick(viewers))}` };
  });
}

/**
 * The list of projects and «where can I help?» in a world with their deeds: the SQL of every such page in pgbench, and two pages
 * beside the empty one.
 */
export async function measureProjects({ server, cores, pgbench, options }) {
  const parameters = {
    ...{ ...DEFAULTS, seed: options.seed, contributions: options.contributions },
    members: Math.min(options.members, MEMBERS_MAX),
  };
  const { url, note } = await provide(server.url, parameters);
  const one = { url, world: worldOf(parameters, await competenceIds(url)) };
  const asks = asksOf(one.world, options.queries);
  const recorded = await shown(`Statements of ${asks.length} pages of projects`, () => record(one, asks, options));
  const setting = { program: pgbench, core: cores?.load, url };
  const own = { seconds: options.sqlSeconds, postmaster: server.pid };
  const sql = pgbench && (await shown("Their SQL", () => timed(setting, recorded.pages, own)));
  return { ...(await overHttp(one, { server, cores, options })), sql, failed: recorded.failed, rows: note.rows };
}

/** What each page asks of its own, besides the frame that every page has. */
async function record({ url, world }, asks, options) {
  const recorder = await startRecorder(url);
  const application = await serveOn(recorder.url, null);
  const asked = async (path, cookie) => {
    recorder.take();
    const headers = { ...headersOf(world, options), cookie };
    const response = await fetch(`${application.origin}${path}`, { headers, redirect: "manual" });
    await response.arrayBuffer();
    return { status: response.status, statements: recorder.take() };
  };
  try {
    const { cookie } = asks[0];
    // The first request opens connections and fills caches; only what is asked every time counts.
    await asked("/bench/empty", cookie);
    const frame = new Set((await asked("/bench/empty", cookie)).statements.map(({ sql }) => sql));
    const pages = [];
    for (const { kind, path, cookie: own } of asks) {
      const { status, statements } = await asked(path, own);
      pages.push({ kind, status, statements: statements.filter(({ sql }) => !frame.has(sql)) });
    }
    return { pages, failed: pages.filter(({ status }) => status !== 200).length };
  } finally {
    await application.stop();
    recorder.stop();
  }
}

async function overHttp({ url, world }, { server, cores, options }) {
  const load = startLoad(cores?.load);
  const { origin, pid, stop } = await serveOn(url, cores);
  const headers = headersOf(world, options);
  const at = (name, path) => ({ name, origin, pid, headers, paths: [path] });
  const subjects = [at("F1", "/bench/empty"), at("projects", "/progetti"), at("home", "/bacheca")];
  try {
    const { rounds, failed } = await interleaved(load, subjects, { options, postmaster: server.pid });
    return { rounds, absent: failed };
  } finally {
    load.stop();
    await stop();
  }
}
