import { demoPerson, sql } from "./database";
import { expect, test } from "./fixtures";

test("what is not there is drawn by the server, with its status, in both languages", async ({ as }) => {
  for (const [path, title] of [
    ["/non-esiste", "Questa tessera non c’è"],
    ["/en/not-here", "This tile is not here"],
    ["/persone/nessuno-cosi", "Questa tessera non c’è"],
    ["/nota.php", "Questa tessera non c’è"],
  ] as const) {
    const page = await as(null, { javaScriptEnabled: false });
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(page.getByRole("navigation").first()).toBeVisible();
  }
});

test("a page carries its frame once, with no second one for what is not there", async ({ request }) => {
  for (const path of ["/", "/persone", "/associazioni"]) {
    const tree = await (await request.get(path)).text();
    expect(tree.match(/\\"className\\":\\"skip\\"/g)).toHaveLength(1);
  }
});

test("a page carries the messages its own components say, not those of its frame", async ({ request }) => {
  const html = await (await request.get("/persone")).text();
  expect(html).toContain("chooseFileAgain");
  expect(html).not.toMatch(/\bprintNote\b|removeFilter/);
});

test("probes, robots and the map of the site answer; the map names nothing that is private", async ({ request }) => {
  expect(await (await request.get("/api/health/live")).json()).toEqual({ status: "live" });
  expect(await (await request.get("/api/health/ready")).json()).toEqual({ status: "ready" });
  expect(await (await request.get("/robots.txt")).text()).toMatch(/Disallow: \/bacheca\n[\s\S]*Sitemap: http/);
  const map = await (await request.get("/sitemap.xml")).text();
  expect(map).toContain("/en/how-it-works</loc>");
  const hidden = await sql<{ name: string }>(
    `SELECT "slug" AS name FROM "Project" WHERE "isMembersOnly" UNION ALL SELECT "handle" FROM "Member" WHERE NOT "isIndexed"`,
  );
  expect(hidden.length).toBeGreaterThan(0);
  expect(hidden.filter(({ name }) => map.includes(`/${name}<`))).toEqual([]);
});

test("the theme is chosen with and without script, by visitors too, and one stays on the page", async ({ as }) => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await as(null, { javaScriptEnabled });
    await page.goto("/come-funziona?da=qui");
    await page.getByRole("button", { name: "Scuro" }).click();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    expect(page.url()).toMatch(/\/come-funziona\?da=qui$/);
    await page.getByRole("button", { name: "Come il sistema" }).click();
    await expect(page.locator("html")).not.toHaveAttribute("data-theme", /.*/);
  }
});

test("home says what waits and leads there; notifications are read, and mails chosen, without script", async ({
  as,
}) => {
  const steward = await demoPerson("samira-el-fassi");
  const page = await as(steward, { javaScriptEnabled: false });
  await page.goto("/bacheca");
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("Ti aspetta");
  await page.getByRole("link", { name: "Vai alle domande" }).click();
  await expect(page).toHaveURL(/\/gestione\/domande/);
  await page.goto("/impostazioni/notifiche");
  const offers = page.getByLabel("Un’offerta a un progetto che guido");
  await offers.uncheck();
  await page.getByRole("button", { name: "Salva" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Salvato." })).toBeVisible();
  await page.goto("/impostazioni/notifiche");
  await expect(offers).not.toBeChecked();
});
