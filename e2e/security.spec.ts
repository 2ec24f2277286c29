import type { APIResponse } from "@playwright/test";
import { anonymous } from "./anonymous";
import { aPerson, demoPerson, mintSession, sql } from "./database";
import { expect, expectMail, test } from "./fixtures";

const APP_URL = process.env.APP_URL ?? "http://localhost:3000";

// Other journeys ask for links from this machine too.
test.beforeEach(() => sql(`DELETE FROM "Throttle"`));

const HEADERS = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
};

/** One page of each kind: open, of members, not there, and what is not a page. */
for (const path of [
  "/",
  "/persone",
  "/accedi",
  "/bacheca",
  "/non-esiste",
  "/en/people",
  "/api/health/live",
  "/icon.svg",
])
  test(`${path} is sent with the headers every answer has`, async ({ request }) => {
    const { headers } = await fetched(await request.get(path));
    for (const [name, value] of Object.entries(HEADERS)) expect(headers[name], name).toBe(value);
    expect(headers).not.toHaveProperty("x-powered-by");
  });

test("the policy of a page names one nonce, new each time, and lets nobody frame it", async ({ request }) => {
  const nonces = [];
  for (const path of ["/", "/", "/non-esiste", "/en/sign-in"]) {
    const { headers, text } = await fetched(await request.get(path));
    const policy = headers["content-security-policy"] ?? "";
    const nonce = policy.match(/script-src [^;]*'nonce-([^']+)'/)?.[1];
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|https?:/);
    const scripts = [...text.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
    nonces.push(nonce);
  }
  expect(new Set(nonces).size).toBe(nonces.length);
});

test("everything a page loads comes from its own origin", async ({ as }) => {
  const page = await as(await demoPerson("alba-hoxha"));
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(APP_URL) && !/^(data|blob):/.test(request.url())) foreign.push(request.url());
  });
  for (const path of ["/", "/bacheca", "/persone", "/progetti/scarti-buoni", "/associazioni/la-morsa"])
    await page.goto(path, { waitUntil: "load" });
  expect(foreign).toEqual([]);
});

/** Pairs of a thing that is there but not for the viewer, and one that never was (rule A2). */
const HIDDEN: readonly [what: string, forbidden: () => Promise<string>, missing: string][] = [
  ["a hidden person", async () => `/persone/${(await hiddenPerson()).handle}`, "/persone/prova-ffffffff"],
  [
    "a project of members only",
    async () => `/progetti/${await hiddenProject()}`,
    "/progetti/nessun-progetto-si-chiama-cosi",
  ],
  [
    "another association's desk",
    async () => "/associazioni/foglio-pubblico/gestione/domande",
    "/associazioni/nessuna-associazione/gestione/domande",
  ],
  [
    "another association's members",
    async () => "/associazioni/foglio-pubblico/membri",
    "/associazioni/nessuna-associazione/membri",
  ],
];

for (const [what, forbidden, missing] of HIDDEN)
  test(`A2: ${what} answers the same bytes as what is not there`, async ({ playwright }) => {
    const stranger = await aPerson("Ugo Estraneo");
    const cookie = `tessera=${await mintSession(stranger.accountId)}`;
    const context = await playwright.request.newContext({ baseURL: APP_URL, extraHTTPHeaders: { cookie } });
    const there = await forbidden();
    const [one, other] = [await fetched(await context.get(there)), await fetched(await context.get(missing))];
    expect([one.status, other.status]).toEqual([404, 404]);
    expect(anonymous(one, there)).toEqual(anonymous(other, missing));
    expect(anonymous(one, there).length).toBeGreaterThan(10);
    await context.dispose();
  });

test("opening the link of a mail spends nothing; pressing the button spends it, once", async ({ as, request }) => {
  const person = await aPerson("Ada Cliccona");
  const page = await as(null);
  await page.goto("/accedi");
  const form = page.getByRole("main").getByRole("form").or(page.getByRole("main"));
  await form.getByLabel("E-mail").last().fill(person.email);
  await page.getByRole("button", { name: "Mandami un collegamento per e-mail" }).click();
  const mail = await expectMail(person.email, "/accedi/conferma");
  const link = mail.match(/https?:\/\/\S+\/accedi\/conferma\S*/)?.[0] ?? "";
  for (let scan = 0; scan < 3; scan += 1) expect((await request.get(link)).status()).toBe(200);

  await page.goto(link);
  await page.getByRole("button", { name: "Entra in Tessera" }).click();
  await expect(page).toHaveURL(/\/bacheca/);

  const later = await as(null);
  await later.goto(link);
  await expect(later.getByRole("heading", { level: 1, name: "Questo collegamento non vale più" })).toBeVisible();
});

for (const origin of [undefined, "null", "https://evil.example", `${APP_URL}.evil.example`])
  test(`a POST with the Origin ${origin} is refused before anything runs`, async () => {
    const before = await sql(`SELECT count(*) FROM "Throttle"`);
    const response = await fetch(`${APP_URL}/accedi`, {
      method: "POST",
      body: new URLSearchParams({ email: "nora@example.org" }),
      headers: origin ? { origin } : {},
      redirect: "manual",
    });
    expect(response.status).toBe(403);
    expect(await response.text()).toContain("<h1");
    expect(await sql(`SELECT count(*) FROM "Throttle"`)).toEqual(before);
  });

test("the cookie of a session is out of reach of scripts and of other sites", async ({ as }) => {
  const person = await demoPerson("alba-hoxha");
  const page = await as(null);
  await page.goto("/accedi");
  await page.getByLabel("E-mail").first().fill("alba@example.org");
  await page.getByRole("textbox", { name: "Password" }).fill("tessera-di-prova-alba");
  await page.getByRole("main").getByRole("button", { name: "Accedi", exact: true }).click();
  await expect(page).toHaveURL(/\/bacheca/);
  const cookies = (await page.context().cookies()).filter(({ name }) => name === "tessera");
  expect(cookies).toHaveLength(1);
  expect(cookies[0]).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  const [kept] = await sql<{ is: boolean }>(`SELECT EXISTS (SELECT FROM "Session" WHERE "tokenHash" = $1) AS "is"`, [
    cookies[0]?.value,
  ]);
  expect(kept?.is, "the token itself must not be in the database").toBe(false);
  expect(person.email).toBe("alba@example.org");
});

async function fetched(response: APIResponse) {
  const { date: _, etag: __, ...headers } = response.headers();
  return { status: response.status(), headers, text: await response.text() };
}

async function hiddenPerson() {
  const person = await aPerson("Ida Riservata");
  await sql(`UPDATE "Member" SET "isListed" = false WHERE "id" = $1`, [person.memberId]);
  await sql("SELECT directory_refresh(ARRAY[$1]::uuid[])", [person.memberId]);
  return person;
}

/** A project of La Morsa that only its members may see. */
async function hiddenProject(): Promise<string> {
  const [row] = await sql<{ slug: string }>(
    `UPDATE "Project" SET "isMembersOnly" = true WHERE "slug" = 'giovedi-aperto' RETURNING "slug"`,
  );
  return row?.slug ?? "";
}
