import type { Locator, Page } from "@playwright/test";
import { demoPerson } from "./database";
import { expect, overflows, sizes, test } from "./fixtures";

const people = (page: Page) => page.getByRole("main").getByRole("heading", { level: 2 }).getByRole("link");
const chip = (page: Page, words: string) => page.getByRole("link", { name: new RegExp(`^${words}\\s*, togli$`) });
const count = (page: Page) => page.getByRole("main").getByRole("status").first();

const numberIn = async (place: Locator, shape: RegExp) => Number((await place.textContent())?.match(shape)?.[1]);

async function search(page: Page, words: string) {
  const box = page.getByLabel("Cerca per nome, mestiere, luogo o parola");
  await box.fill(words);
  await box.press("Enter");
  await expect(page).toHaveURL(/[?&]q=/);
}

/** In whatever order: who comes first among equals is not what is promised. */
const EXPECTED: readonly [words: string, names: readonly string[]][] = [
  ["commercialista bologna", ["Elena Gualandi"]],
  ["fiscalità", ["Elena Gualandi", "Ilaria Zanasi", "Marta Colnaghi"]],
  ["fiscalita", ["Elena Gualandi", "Ilaria Zanasi", "Marta Colnaghi"]],
  ["sviluppatrice web", ["Alba Hoxha", "Gennaro Buonocore"]],
  ["avvocato terzo settore", ["Giacomo Trevisin"]],
];

for (const [size, viewport] of Object.entries(sizes))
  test(`what people type finds whom they mean (${size})`, async ({ as }) => {
    const page = await as(null, { viewport });
    await page.goto("/persone");
    for (const [words, names] of EXPECTED) {
      await search(page, words);
      await expect(page.getByRole("combobox", { name: /Cerca per nome/ })).toHaveValue(words);
      await expect(people(page)).toHaveCount(names.length);
      expect((await people(page).allInnerTexts()).toSorted()).toEqual(names);
      await expect(count(page)).toContainText(names.length === 1 ? "1 persona" : `${names.length} persone`);
    }
    expect(await overflows(page)).toBe(false);
  });

test("words that nobody’s profile says are set aside, and named; what is kept goes on", async ({ as }) => {
  const page = await as(null, { javaScriptEnabled: false });
  await page.goto("/persone?q=fotografo+trapezisti");
  const notice = page.getByRole("status").filter({ hasText: "Nessuno corrisponde a tutto" });
  await expect(notice).toHaveText("Nessuno corrisponde a tutto: senza «trapezisti» trovi questa persona.");
  await expect(people(page)).toHaveText(["Noemi Travaglini"]);
  await expect(page.getByRole("searchbox", { name: /Cerca per nome/ })).toHaveValue("fotografo trapezisti");
  await page.getByRole("link", { name: "Tabella" }).click();
  await expect(page).toHaveURL("/persone?q=fotografo&view=table");
  await expect(notice).toHaveCount(0);
  await page.goto("/en/people?q=photographer+acrobats");
  await expect(page.getByText("Nobody matches all of it: without “acrobats” you find this person.")).toBeVisible();
});

test("every card says why it is there, and leads to the person", async ({ as }) => {
  const page = await as(null);
  await page.goto("/persone?q=commercialista+bologna");
  const card = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Elena Gualandi" }) });
  await expect(card).toContainText(/Contabilità .*, a Bologna\./);
  await card.getByRole("link", { name: "Elena Gualandi" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Elena Gualandi" })).toBeVisible();
  await expect(page).toHaveURL("/persone/elena-gualandi");
});

test("a name opens in place, as the site's links do, and with a key held down in another tab", async ({ as }) => {
  const page = await as(null);
  await page.goto("/persone?q=commercialista+bologna");
  await page.evaluate(() => document.documentElement.setAttribute("data-stayed", ""));
  const [other] = await Promise.all([
    page.context().waitForEvent("page"),
    people(page)
      .first()
      .click({ modifiers: ["ControlOrMeta"] }),
  ]);
  await expect(other).toHaveURL("/persone/elena-gualandi");
  await expect(page).toHaveURL(/q=commercialista/);
  await people(page).first().click();
  await expect(page).toHaveURL("/persone/elena-gualandi");
  await expect(page.locator("html[data-stayed]")).toHaveCount(1);
  await page.goBack();
  await expect(people(page)).toHaveText(["Elena Gualandi"]);
  await page.getByRole("navigation", { name: "Principale" }).getByRole("link", { name: "Progetti" }).first().click();
  await expect(page.getByRole("heading", { name: "Progetti", level: 1 })).toBeVisible();
  await page.getByRole("contentinfo").getByRole("link", { name: "Privacy" }).click();
  await expect(page).toHaveURL("/privacy");
  await expect(page.locator("html[data-stayed]")).toHaveCount(1);
});

test("filters narrow, each comes off by its chip, and the address tells it all", async ({ as }) => {
  const page = await as(null);
  await page.goto("/persone?q=fiscalit%C3%A0");
  await page.getByRole("combobox", { name: "Territorio" }).selectOption({ label: "Emilia-Romagna (2)" });
  await page.getByRole("button", { name: "Applica i filtri" }).click();
  await expect(count(page)).toContainText("2 persone con tutti i filtri");
  await expect(page).toHaveURL(/q=fiscalit.*place=emilia-romagna|place=emilia-romagna.*q=fiscalit/);

  const shared = await as(await demoPerson("alba-hoxha"));
  await shared.goto(page.url());
  await expect(people(shared)).toHaveCount(2);

  await chip(page, "fiscalità").click();
  await expect(chip(page, "Emilia-Romagna")).toBeVisible();
  await expect(chip(page, "fiscalità")).toBeHidden();
  await chip(page, "Emilia-Romagna").click();
  await expect(count(page)).toContainText("in tutto");
});

test("the count beside a choice is what choosing it leaves", async ({ as }) => {
  const page = await as(null);
  await page.goto("/persone");
  const choice = page.getByRole("form", { name: "Filtri" }).getByRole("checkbox").first();
  const label = choice.locator("xpath=ancestor::label");
  const promised = await numberIn(label, /(\d+)\s*$/);
  expect(promised).toBeGreaterThan(0);
  await choice.check();
  await page.getByRole("button", { name: "Applica i filtri" }).click();
  await expect(count(page)).toContainText(promised === 1 ? "1 persona " : `${promised} persone `);
});

test("a search without result names the filter to drop and what it frees", async ({ as }) => {
  const page = await as(null);
  await page.goto("/persone?q=commercialista+camerino");
  await expect(count(page)).toContainText("Nessuna persona");
  const way = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: /^Nessuno, per ora/ }) });
  const freed = await numberIn(way, /Senza «Camerino» le persone sono (\d+)/);
  expect(freed).toBeGreaterThan(1);
  await way.getByRole("link", { name: "Togli «Camerino»" }).click();
  await expect(count(page)).toContainText(`${freed} persone`);
  await expect(people(page)).toHaveCount(freed);
});

test("beneath few people, or nobody, stand some who are one step further, under what that step is", async ({ as }) => {
  const page = await as(null, { viewport: sizes.phone });
  const beneath = (step: string) => page.getByRole("region", { name: step });
  const names = (step: string) => beneath(step).getByRole("heading", { level: 3 }).getByRole("link");
  await page.goto("/persone?q=commercialista+quarantina");
  await expect(people(page)).toHaveText(["Elena Gualandi"]);
  await expect(names("Senza «quarantina»")).not.toHaveCount(0);
  await expect(names("Senza «quarantina»").filter({ hasText: "Elena Gualandi" })).toHaveCount(0);
  expect(await overflows(page)).toBe(false);

  await page.goto("/en/people?q=bookkeeper+bologna");
  await expect(people(page)).toHaveCount(0);
  await expect(names("More generally: Accounting")).toHaveText(["Elena Gualandi"]);
  await page.getByRole("link", { name: "Widen: Accounting" }).click();
  await expect(people(page)).toHaveText(["Elena Gualandi"]);
  await expect(page.getByRole("region", { name: /^(More generally|In|Without)/ })).toHaveCount(0);
});

test("the list is walked page by page without repeating or losing anybody", async ({ as }) => {
  const page = await as(await demoPerson("ilaria-zanasi"));
  await page.goto("/persone?sort=name");
  const total = await numberIn(count(page), /(\d+)/);
  const seen = await people(page).allInnerTexts();
  while (await page.getByRole("link", { name: "Mostra altre persone" }).isVisible()) {
    const first = seen.at(-1) ?? "";
    await page.getByRole("link", { name: "Mostra altre persone" }).click();
    await expect(people(page).filter({ hasText: first })).toHaveCount(0);
    seen.push(...(await people(page).allInnerTexts()));
    expect(seen.length).toBeLessThanOrEqual(total);
  }
  expect(seen).toHaveLength(total);
  expect(new Set(seen).size).toBe(total);
  expect(seen).toEqual(seen.toSorted((a, b) => a.localeCompare(b, "it")));
  await page.getByRole("link", { name: "Torna all’inizio" }).click();
  await expect(people(page).first()).toHaveText(seen[0] ?? "");
  await expect(page.getByRole("link", { name: "Torna all’inizio" })).toHaveCount(0);
});

for (const [size, viewport] of Object.entries(sizes))
  test(`search, filter, walk and open without JavaScript (${size})`, async ({ as }) => {
    const page = await as(null, { viewport, javaScriptEnabled: false });
    await page.goto("/persone");
    await page.getByRole("link", { name: "Mostra altre persone" }).click();
    await expect(page).toHaveURL(/after=/);
    await search(page, "sviluppatrice web");
    await expect(people(page)).toHaveCount(2);
    if (size === "phone") await page.getByText("Filtri", { exact: true }).click();
    await page.getByRole("combobox", { name: "Territorio" }).selectOption({ label: "Puglia (1)" });
    await page.getByRole("button", { name: "Applica i filtri" }).click();
    await expect(people(page)).toHaveText(["Alba Hoxha"]);
    await chip(page, "Puglia").click();
    await expect(people(page)).toHaveCount(2);
    await people(page).filter({ hasText: "Alba Hoxha" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Alba Hoxha" })).toBeVisible();
  });

test("in English: search by an English job title, filter, open", async ({ as }) => {
  const page = await as(null, { locale: "en-GB" });
  await page.goto("/en/people");
  const box = page.getByRole("combobox", { name: "Search by name, trade, place or word" });
  await box.fill("web developer");
  await box.press("Enter");
  await expect(page).toHaveURL(/\/en\/people\?q=web/);
  expect((await people(page).allInnerTexts()).toSorted()).toEqual(["Alba Hoxha", "Gennaro Buonocore"]);
  await expect(count(page)).toContainText("2 people");
  await page.getByRole("combobox", { name: "Place", exact: true }).selectOption({ label: "Apulia (1)" });
  await page.getByRole("button", { name: "Apply the filters" }).click();
  await expect(people(page)).toHaveText(["Alba Hoxha"]);
  await people(page).click();
  await expect(page).toHaveURL("/en/people/alba-hoxha");
  await expect(page.getByRole("heading", { level: 1, name: "Alba Hoxha" })).toBeVisible();
});
