import type { Browser } from "@playwright/test";
import { demoPerson, mintSession, sql } from "./database";
import { expect, test } from "./fixtures";
import { type FoundForm, formsOn, spoilt } from "./forms";

const APP_URL = process.env.APP_URL ?? "http://localhost:3000";
const NOT_OURS = [undefined, "null", "https://evil.example"];

/** Pages with forms, and who opens them: handles of the demo world, or nobody. */
const PAGES: readonly [path: string, who: string | null][] = [
  ["/accedi", null],
  ["/registrati", null],
];

/** Every row there is, in one short text. Throttles count attempts, sessions are minted here: they stay out. */
async function fingerprint(): Promise<string> {
  const tables = await sql<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'
        AND tablename NOT IN ('Throttle', 'Session', '_prisma_migrations') ORDER BY 1`,
  );
  const prints = tables.map(
    ({ name }) => `SELECT '${name}', count(*), COALESCE(sum(hashtext(x::text)::bigint), 0) FROM "${name}" x`,
  );
  return JSON.stringify(await sql(prints.join(" UNION ALL ")));
}

async function formsFor(browser: Browser, path: string, cookie: string): Promise<FoundForm[]> {
  const context = await browser.newContext({ baseURL: APP_URL, extraHTTPHeaders: cookie ? { cookie } : {} });
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

for (const [path, who] of PAGES) {
  test(`bad input on ${path} gets a sentence and changes nothing`, async ({ browser }) => {
    test.setTimeout(300_000);
    const cookie = who ? `tessera=${await mintSession((await demoPerson(who)).accountId)}` : "";
    const forms = await formsFor(browser, path, cookie);
    expect(forms.length).toBeGreaterThan(0);

    const before = await fingerprint();
    for (const form of forms) {
      expect(await crashesOf(form, cookie)).toEqual([]);
      expect(await acceptedOrigins(form, cookie)).toEqual([]);
    }
    expect(await fingerprint()).toBe(before);
  });
}
