import type { Browser } from "@playwright/test";
import { demoPerson, mintSession, sql } from "./database";
import { expect, test } from "./fixtures";
import { type FoundForm, formsOn, spoilt } from "./forms";
import { type Looker, ROUTES } from "./routes";

const APP_URL = process.env.APP_URL ?? "http://localhost:3000";
const NOT_OURS = [undefined, "null", "https://evil.example"];

/** Routes whose pages have nothing to send. */
const WITHOUT_FORMS = new Set([
  ...[
    "/",
    "/how-it-works",
    "/privacy",
    "/terms",
    "/accessibility",
    "/code-of-conduct",
    "/credits",
    "/development/mail",
  ],
  ...["/people", "/people/[handle]", "/competences", "/competences/[slug]", "/home", "/profile", "/profile/preview"],
  ...["/associations", "/associations/[slug]", "/associations/[slug]/members", "/associations/[slug]/projects"],
  ...[
    "/associations/[slug]/charter",
    "/associations/[slug]/pledge/versions",
    "/associations/[slug]/roles",
    "/cards/[token]",
  ],
  // A form each for whoever asks for help: nobody does in the demo world.
  "/associations/[slug]/manage/care",
  ...["/associations/[slug]/manage/applications", "/applications"],
  // Buttons alone, with nothing to fill in.
  ...["/settings/appearance", "/settings/calendar"],
  ...["/associations/[slug]/manage/reports", "/associations/[slug]/manage/log", "/associations/[slug]/decisions"],
  ...["/projects", "/projects/mine", "/projects/[slug]", "/projects/[slug]/result"],
]);

/** Pages with forms besides those of ROUTES: other steps and parts of the same route. */
const MORE: readonly [path: string, who: Looker][] = [
  ["/benvenuto/2", "nora-bassani"],
  ["/benvenuto/3", "nora-bassani"],
  ["/benvenuto/4", "nora-bassani"],
  ["/profilo/modifica/value", "alba-hoxha"],
  ["/profilo/modifica/ties", "alba-hoxha"],
  ["/profilo/modifica/trust", "alba-hoxha"],
];

/**
 * Every row there is, in a short text a table. Throttles count attempts, sessions are minted here, and a key is spent also by
 * what was sound but of no effect; counts and lists only repeat other rows, and a job folds them when it is time: they stay out.
 */
async function fingerprint(): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'
        AND tablename NOT IN ('Throttle', 'Session', 'FormKey', '_prisma_migrations',
              'DirectoryChunk', 'DirectoryMove', 'DirectoryCount', 'DirectoryTally', 'ProjectTally') ORDER BY 1`,
  );
  const prints = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, count(*) || ' ' || COALESCE(sum(hashtext(x::text)::bigint), 0) AS print FROM "${name}" x`,
  );
  // By name: PostgreSQL may read the tables side by side, and then answers in any order.
  const rows = await sql<{ name: string; print: string }>(prints.join(" UNION ALL "));
  return Object.fromEntries(rows.map(({ name, print }) => [name, print]));
}

async function formsFor(browser: Browser, path: string, cookie: string): Promise<FoundForm[]> {
  const context = await browser.newContext({ baseURL: APP_URL });
  if (cookie) await context.addCookies([{ name: "tessera", value: cookie.slice("tessera=".length), url: APP_URL }]);
  const page = await context.newPage();
  expect((await page.goto(path))?.status()).toBe(200);
  const forms = await formsOn(page);
  await context.close();
  return forms;
}

async function statusOf(action: string, parts: readonly [string, string | Blob][], headers: Record<string, string>) {
  const body = new FormData();
  for (const [name, value] of parts) body.append(name, value);
  const response = await fetch(new URL(action, APP_URL), { method: "POST", body, headers, redirect: "manual" });
  await response.arrayBuffer();
  return response.status;
}

/** The faults of one form that were answered with an error of ours. */
async function crashesOf({ action, controls }: FoundForm, cookie: string): Promise<string[]> {
  const crashes: string[] = [];
  for (const { fault, parts } of spoilt(controls)) {
    await sql(`DELETE FROM "Throttle"`);
    const status = await statusOf(action, parts, { origin: APP_URL, cookie });
    if (status >= 500) crashes.push(`${fault}: ${status}`);
  }
  return crashes;
}

async function acceptedOrigins({ action, controls }: FoundForm, cookie: string): Promise<string[]> {
  const parts = controls.map(({ name, value }): [string, string] => [name, value]);
  const accepted: string[] = [];
  for (const origin of NOT_OURS) {
    const status = await statusOf(action, parts, { cookie, ...(origin && { origin }) });
    if (status !== 403) accepted.push(`${origin}: ${status}`);
  }
  return accepted;
}

async function expectNothingGetsIn(browser: Browser, path: string, who: Looker): Promise<number> {
  const cookie = who ? `tessera=${await mintSession((await demoPerson(who)).accountId)}` : "";
  const forms = await formsFor(browser, path, cookie);
  const before = await fingerprint();
  for (const form of forms) {
    expect(await crashesOf(form, cookie)).toEqual([]);
    expect(await acceptedOrigins(form, cookie)).toEqual([]);
  }
  expect(await fingerprint()).toEqual(before);
  return forms.length;
}

for (const [route, { who, path }] of Object.entries(ROUTES))
  test(`bad input on ${route} gets a sentence and changes nothing`, async ({ browser }) => {
    test.setTimeout(120_000);
    const count = await expectNothingGetsIn(browser, typeof path === "string" ? path : await path(), who);
    expect(count > 0, "whether the page has forms").toBe(!WITHOUT_FORMS.has(route));
  });

for (const [path, who] of MORE)
  test(`bad input on ${path} gets a sentence and changes nothing`, async ({ browser }) => {
    test.setTimeout(120_000);
    expect(await expectNothingGetsIn(browser, path, who)).toBeGreaterThan(0);
  });
