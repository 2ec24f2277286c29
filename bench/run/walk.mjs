import pg from "pg";
import { jsonPath } from "./queries.mjs";

const LISTED = `
  SELECT m."handle" FROM "Member" m JOIN "Account" a ON a."id" = m."accountId" WHERE m."isListed" AND a."suspendedAt" IS NULL`;

/**
 * Goes through all pages of the plain list while nobody writes, and compares with the base tables: who came twice, who never.
 * `isWhole` is false where the time was up before the last page, or where `why` says what a page answered.
 */
export async function walkAll({ url }, { origin, headers, seconds }) {
  const tally = tallyOf(await handlesIn(url));
  const end = Date.now() + seconds * 1000;
  let pages = 0;
  let path = jsonPath({});
  while (path !== null && Date.now() < end) {
    const response = await fetch(`${origin}${path}`, { headers });
    if (!response.ok) return { ...tally.result(), pages, isWhole: false, why: `${path} answers ${response.status}` };
    const { items, nextCursor } = await response.json();
    for (const { handle } of items) tally.note(handle);
    pages += 1;
    path = nextCursor ? jsonPath({ cursor: nextCursor }) : null;
  }
  return { ...tally.result(), pages, isWhole: path === null };
}

/** Ticks people off a list: `result()` says how many came more than once, were not expected, or never came. */
export function tallyOf(handles) {
  const missing = new Set(handles);
  const count = missing.size;
  const seen = new Set();
  let twice = 0;
  let strangers = 0;
  return {
    note(handle) {
      if (seen.has(handle)) twice += 1;
      else if (!missing.delete(handle)) strangers += 1;
      seen.add(handle);
    },
    result: () => ({ count, seen: seen.size, twice, strangers, missing: missing.size }),
  };
}

async function handlesIn(url) {
  const client = new pg.Client({ connectionString: url, statement_timeout: 0 });
  await client.connect();
  try {
    return (await client.query(LISTED)).rows.map(({ handle }) => handle);
  } finally {
    await client.end();
  }
}
