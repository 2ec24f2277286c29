import { startRecorder } from "../measure/recorder.mjs";
import { serveOn } from "./application.mjs";
import { jsonPath, pagePath, profilePaths, queriesOf } from "./queries.mjs";
import { headersOf } from "./subjects.mjs";

const PROFILES = 20;
const DEEP_PAGE = 1000;

/**
 * What the application asks PostgreSQL for each of many queries, taken down on its way there: `frame` is what every page asks,
 * the rest what a page adds to it.
 */
export async function record({ world, url }, options) {
  const recorder = await startRecorder(url);
  const application = await serveOn(recorder.url, null);
  const headers = headersOf(world, options);
  const asked = async (path) => {
    recorder.take();
    const response = await fetch(`${application.origin}${path}`, { headers, redirect: "manual" });
    const body = await response.text();
    return { status: response.status, body, statements: recorder.take() };
  };
  try {
    // The first request opens connections and fills caches; only what is asked every time counts.
    await asked("/bench/empty");
    const frame = new Set((await asked("/bench/empty")).statements.map(({ sql }) => sql));
    const own = ({ statements }) => statements.filter(({ sql }) => !frame.has(sql));
    const queries = queriesOf(world, options.queries);
    const pages = await listed(asked, queries, pagePath);
    const jsons = await listed(asked, queries, jsonPath);
    const profiles = [];
    for (const path of profilePaths(world, PROFILES)) profiles.push(await asked(path));
    const answered = profiles.filter(({ status }) => status === 200);
    return {
      frame: frame.size,
      failed: [...pages, ...jsons].filter(({ status }) => status !== 200).length,
      pages: pages.map(({ kind, ...seen }) => ({ kind, statements: own(seen) })),
      jsons: jsons.map(({ kind, statements }) => ({ kind, statements })),
      profiles: answered.map((seen) => own(seen).length),
      ...(await walked(asked, own, { ...(jsons.length > 0 ? JSON_WALK : PAGE_WALK), seconds: options.walkSeconds })),
    };
  } finally {
    await application.stop();
    recorder.stop();
  }
}

async function listed(asked, queries, pathOf) {
  const seen = [];
  for (const query of queries) {
    const { status, statements } = await asked(pathOf(query));
    if (status === 404) break;
    seen.push({ kind: query.kind, status, statements });
  }
  return seen;
}

const JSON_WALK = {
  first: jsonPath({}),
  nextOf: (body) => {
    const cursor = JSON.parse(body).nextCursor;
    return cursor ? jsonPath({ cursor }) : null;
  },
};
const PAGE_WALK = {
  first: pagePath({}),
  nextOf: (body) => /href="(\/persone\?[^"]*after=[^"]*)"/.exec(body)?.[1].replaceAll("&amp;", "&") ?? null,
};

/** Goes from page to page of the plain list; what the first and the deepest page reached within the time asked. */
async function walked(asked, own, { first, nextOf, seconds }) {
  const end = Date.now() + seconds * 1000;
  const head = await asked(first);
  let last = head;
  let depth = 1;
  while (depth < DEEP_PAGE && Date.now() < end) {
    const next = last.status === 200 ? nextOf(last.body) : null;
    if (!next) break;
    last = await asked(next);
    depth += 1;
  }
  return { depth, deep: [own(head), own(last)] };
}
