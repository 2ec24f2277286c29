import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { demoPerson, sql } from "./database";
import { expect, overflows, sizes, test, violationsOn } from "./fixtures";

const switcher = (page: Page, label = "Come vedere queste persone") => page.getByRole("navigation", { name: label });
const count = (page: Page) => page.getByRole("main").getByRole("status").first();
const places = (page: Page, caption: string | RegExp) => page.getByRole("table", { name: caption });
const rows = (page: Page) => page.getByRole("table", { name: "Le persone trovate" }).locator("tbody tr");
const shapes = (page: Page) => page.locator("svg.italy");

const hiddenFromVisitors = () => sql<{ name: string }>(`SELECT "name" FROM "Member" WHERE NOT "isPublic"`);

test("three links draw the same search as a list, on a map, in a table; the address tells which", async ({ as }) => {
  const page = await as(null);
  await page.goto("/persone?q=commercialista&sort=name");
  await expect(switcher(page).getByRole("link", { name: "Elenco" })).toHaveAttribute("aria-current", "page");
  await switcher(page).getByRole("link", { name: "Tabella" }).click();
  await expect(page).toHaveURL("/persone?q=commercialista&sort=name&view=table");
  await expect(rows(page)).toHaveCount(5);
  await switcher(page).getByRole("link", { name: "Mappa" }).click();
  await expect(page).toHaveURL("/persone?q=commercialista&sort=name&view=map");
  await expect(shapes(page)).toBeVisible();
  await expect(switcher(page).locator("[aria-current]")).toHaveText("Mappa");
  const box = page.getByLabel("Cerca per nome, mestiere, luogo o parola");
  await box.fill("fotografia");
  await box.press("Enter");
  await expect(page).toHaveURL(/q=fotografia/);
  await expect(page).toHaveURL(/view=map/);
  await switcher(page).getByRole("link", { name: "Elenco" }).click();
  await expect(page).toHaveURL(/q=fotografia&sort=name$/);
});

test("the map narrows by region and province, by pointer and by table, to the numbers it promised", async ({ as }) => {
  const page = await as(null);
  await page.goto("/persone?view=map");
  const region = places(page, "Persone per regione").getByRole("row", { name: /Emilia-Romagna/ });
  const promised = Number((await region.locator(".num").textContent()) ?? "");
  expect(promised).toBeGreaterThan(1);
  await expect(
    shapes(page)
      .locator("text")
      .filter({ hasText: String(promised) }),
  ).not.toHaveCount(0);
  await shapes(page).locator('a[href*="place=emilia-romagna"]').click();
  await expect(page).toHaveURL("/persone?place=emilia-romagna&view=map");
  await expect(count(page)).toContainText(`${promised} persone`);

  const provinces = places(page, "Persone per provincia: Emilia-Romagna");
  const here = await provinces.locator("tbody .num").allInnerTexts();
  expect(here.map(Number).reduce((sum, one) => sum + one, 0)).toBe(promised);
  await provinces.getByRole("link", { name: "Bologna" }).click();
  await expect(page).toHaveURL("/persone?place=BO&view=map");
  await expect(provinces.getByRole("link", { name: "Bologna" })).toHaveAttribute("aria-current", "true");
  await shapes(page).locator('a[href*="place=MO"]').click();
  await expect(page).toHaveURL("/persone?place=MO&view=map");
  await page.getByRole("link", { name: "Torna a tutta Italia" }).click();
  await expect(page).toHaveURL("/persone?view=map");
});

test("by keyboard alone: to the map, to a region, to its people", async ({ as }) => {
  const page = await as(null);
  await page.goto("/persone");
  const goTo = async (name: RegExp) => {
    for (let i = 0; i < 90; i++) {
      await page.keyboard.press("Tab");
      const text = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
      expect(await page.evaluate(() => document.activeElement?.closest("svg") === null)).toBe(true);
      if (name.test(text)) return page.keyboard.press("Enter");
    }
    throw new Error(`the keyboard never reaches ${name}`);
  };
  await goTo(/^Mappa$/);
  await expect(page).toHaveURL("/persone?view=map");
  await goTo(/^Marche$/);
  await expect(page).toHaveURL("/persone?place=marche&view=map");
  await goTo(/^Vedi \d+ persone in elenco$/);
  await expect(page).toHaveURL("/persone?place=marche");
});

for (const [size, viewport] of Object.entries(sizes))
  test(`without JavaScript: switch, narrow, walk the table (${size})`, async ({ as }) => {
    const page = await as(null, { viewport, javaScriptEnabled: false });
    await page.goto("/persone?view=map");
    expect(await overflows(page)).toBe(false);
    await places(page, "Persone per regione").getByRole("link", { name: "Campania" }).click();
    await expect(page.getByRole("heading", { level: 2, name: "Campania" })).toBeVisible();
    expect(await overflows(page)).toBe(false);
    await page.goto("/persone?view=table&sort=name");
    expect(await overflows(page)).toBe(false);
    const first = (await rows(page).first().getByRole("link").textContent()) ?? "";
    await page.getByRole("link", { name: "Mostra altre persone" }).click();
    await expect(page).toHaveURL(/view=table&after=/);
    await expect(rows(page).filter({ hasText: first })).toHaveCount(0);
  });

test("A2: visitors meet nobody in the table, the map or the file who shows to members alone", async ({ as }) => {
  const hidden = await hiddenFromVisitors();
  expect(hidden.length).toBeGreaterThan(0);
  const page = await as(null);
  await page.goto("/persone?view=table&sort=name");
  const total = Number((await count(page).textContent())?.match(/\d+/)?.[0]);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Scarica in CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^persone-\d{4}-\d\d-\d\d\.csv$/);
  const file = await readFile(await download.path(), "utf8");
  expect(file.split("\r\n")).toHaveLength(total + 2);
  for (const { name } of hidden) expect(file).not.toContain(name);
  expect(file).not.toMatch(/@example\.org/);
});

test("a member's file holds whom a member's list holds, with offers and asks", async ({ as }) => {
  const page = await as(await demoPerson("alba-hoxha"));
  await page.goto("/persone?view=table");
  await expect(page.getByRole("columnheader", { name: "Cerca" })).toBeVisible();
  const total = Number((await count(page).textContent())?.match(/\d+/)?.[0]);
  const answer = await page.request.get("/api/exports/people.csv?locale=it");
  expect((await answer.text()).split("\r\n")).toHaveLength(total + 2);
});

test("in English", async ({ as }) => {
  const page = await as(null, { locale: "en-GB" });
  await page.goto("/en/people?q=tax+advice");
  const views = switcher(page, "How to see these people");
  await views.getByRole("link", { name: "Map" }).click();
  await expect(page).toHaveURL("/en/people?q=tax+advice&view=map");
  await places(page, "People by region").getByRole("link", { name: "Lombardy" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Lombardy" })).toBeVisible();
  await views.getByRole("link", { name: "Table" }).click();
  await expect(page.getByRole("table", { name: "The people found" }).locator("tbody tr")).toHaveCount(1);
  const href = await page.getByRole("link", { name: "Download as CSV" }).getAttribute("href");
  expect(href).toBe("/api/exports/people.csv?q=tax+advice&place=lombardia&locale=en");
});

test("on paper: the search in words and the date, then the rows; nothing to press", async ({ as }) => {
  const page = await as(null, { viewport: { width: 673, height: 1000 } });
  await page.emulateMedia({ media: "print" });
  await page.goto("/persone?q=commercialista&view=table");
  const head = page.getByRole("paragraph").filter({ hasText: "Ricerca:" });
  await expect(head).toBeVisible();
  await expect(head).toHaveText(/^Ricerca: commercialista\. 5 persone\.\s+\d+ [a-z]+ \d{4}$/);
  await expect(rows(page)).toHaveCount(5);
  await expect(rows(page).first()).toHaveCSS("display", "table-row");
  await expect(page.getByRole("columnheader").first()).toBeInViewport();
  for (const gone of [switcher(page), page.getByRole("search"), page.getByRole("link", { name: "Scarica in CSV" })])
    await expect(gone).toBeHidden();
  await page.goto("/persone?view=map");
  await expect(shapes(page)).toBeVisible();
});

const STATES = ["view=map", "view=map&place=BO", "view=map&q=nessuno-cosi", "view=table", "view=table&q=nessuno-cosi"];
for (const theme of ["light", "dark"] as const)
  test(`every view is free of violations, wide and narrow, in either language (${theme})`, async ({ as }) => {
    for (const [viewport, path] of [
      [sizes.desk, "/persone"],
      [sizes.phone, "/en/people"],
    ] as const) {
      const page = await as(null, { viewport, theme });
      for (const state of STATES) {
        await page.goto(`${path}?${state}`);
        expect(await violationsOn(page), `${path}?${state}`).toEqual([]);
        expect(await overflows(page), `${path}?${state}`).toBe(false);
      }
    }
  });

test("where nobody is found the map comes after what one can do about it", async ({ as }) => {
  const page = await as(null, { viewport: sizes.phone });
  await page.goto("/persone?q=liutaio+zxqv&place=bologna&view=map");
  const topOf = async (name: RegExp) => (await page.getByRole("heading", { name }).boundingBox())?.y ?? Number.NaN;
  const [way, map] = [await topOf(/^Nessuno, per ora/), await topOf(/^Emilia-Romagna$/)];
  expect(way).toBeLessThan(map);
  expect(await overflows(page)).toBe(false);
});
