import pg from "pg";
import { provide } from "../generator/database.mjs";
import { accountId, memberId } from "../generator/members.mjs";
import { identityOf } from "../generator/person.mjs";
import { DEFAULTS, worldOf } from "../generator/world.mjs";
import { competenceIds } from "../run/worlds.mjs";
import { expectedOf } from "./expected.mjs";
import { judgePage } from "./page.mjs";

/** Nobody in particular among the members who are listed; visitors are nobody at all. */
const LOOKER = 7;

/** The world that searches are judged in: the same as the small one of `npm run bench`. */
export const WORLD = DEFAULTS;

/** What the product needs to know to read that world, and nothing that leaves this process. */
const environmentOf = (url) => ({
  DATABASE_URL: url,
  AUTH_SECRET: "only-for-the-bench-only-for-the-bench",
  APP_URL: "http://localhost",
  WORKER: "off",
  LOG_LEVEL: "silent",
});

/**
 * The first page of every case as the product finds it, beside whom the base tables say it should show: as a visitor sees it
 * and as a member does.
 */
export async function judgePeople(cases, { server, load }) {
  const { url } = await provide(server.url, WORLD);
  Object.assign(process.env, environmentOf(url));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const looks = [null, await lookerOf(url, load)];
    const verdicts = [];
    for (const one of cases) for (const viewer of looks) verdicts.push(await verdictOf(one, viewer, { client, load }));
    return verdicts.filter((verdict) => verdict !== null);
  } finally {
    await client.end();
    const { db } = await load("/lib/db/client.ts");
    await db.$disconnect();
  }
}

async function lookerOf(url, load) {
  const world = worldOf(WORLD, await competenceIds(url));
  const { anActor } = await load("/lib/testing/actors.ts");
  const { handle, name } = identityOf(world, LOOKER);
  return anActor({ memberId: memberId(world, LOOKER), accountId: accountId(world, LOOKER), handle, name });
}

async function verdictOf(one, viewer, { client, load }) {
  const expected = await expectedOf(client, one, { isMember: viewer !== null });
  if (expected === null) return null;
  const { query, lang } = one;
  const { people, beneath, hasMore } = await firstPageOf(one, viewer, load);
  const page = judgePage({ people: [...people, ...beneath], hasMore }, expected);
  return { query, lang, viewer: viewer ? "member" : "visitor", page, list: judgePage({ people, hasMore }, expected) };
}

/** What the site shows first for words typed into its box: whoever satisfies it, and beneath them some who do but for a step. */
async function firstPageOf({ query, lang }, viewer, load) {
  const { readFilters } = await load("/lib/directory/filter/rules.ts");
  const { searchPeople } = await load("/lib/directory/queries.ts");
  const { items, beneath, nextCursor } = await searchPeople(viewer, readFilters({ q: query }), { language: lang });
  const handlesOf = (people = []) => people.map(({ handle }) => handle);
  return { people: handlesOf(items), beneath: handlesOf(beneath?.items), hasMore: nextCursor !== null };
}
