import type { Page } from "@playwright/test";
import { demoPerson } from "./database";
import { expect, overflows, sizes, test, violationsOn } from "./fixtures";

const box = (page: Page) => page.getByRole("combobox", { name: /^(Cerca per nome|Search by name)/ });
const list = (page: Page) => page.getByRole("listbox", { name: /^(Suggerimenti|Suggestions)$/ });
const option = (page: Page, name: RegExp) => list(page).getByRole("option", { name });
const said = (page: Page) => page.getByRole("search").locator("[aria-live=polite]");

/** The name of the option that assistive technology is told of while the focus stays in the field. */
const activeOption = async (page: Page) => {
  const id = await box(page).getAttribute("aria-activedescendant");
  return id === null ? null : page.locator(`[id="${id}"]`).textContent();
};

test("somebody types, walks through what may be meant with the arrows, and chooses with Enter", async ({ as }) => {
  const page = await as(await demoPerson("samira-el-fassi"));
  await page.goto("/persone?side=offers");
  await expect(box(page)).toHaveAttribute("aria-expanded", "false");
  await box(page).pressSequentially("alb");
  await expect(box(page)).toHaveAttribute("aria-expanded", "true");
  await expect(box(page)).toHaveAttribute("aria-controls", (await list(page).getAttribute("id")) ?? "");
  const names = await list(page).getByRole("option").allTextContents();
  await expect(said(page)).toHaveText(`${names.length} suggerimenti: freccia giù per scegliere.`);
  expect(await activeOption(page)).toBeNull();

  for (const name of names) {
    await page.keyboard.press("ArrowDown");
    expect(await activeOption(page)).toBe(name);
    await expect(list(page).getByRole("option", { selected: true })).toHaveCount(1);
  }
  await page.keyboard.press("ArrowDown");
  expect(await activeOption(page)).toBeNull();
  await page.keyboard.press("ArrowUp");
  expect(await activeOption(page)).toBe(names.at(-1));
  await page.keyboard.press("Home");
  expect(await activeOption(page)).toBeNull();
  expect(await box(page).evaluate((field: HTMLInputElement) => field.selectionStart)).toBe(0);

  await page.keyboard.press("Escape");
  await expect(list(page)).toBeHidden();
  await expect(box(page)).toHaveValue("alb");
  await page.keyboard.press("ArrowDown");
  await expect(list(page)).toBeVisible();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Alba Hoxha");
});

test("without a choice Enter searches for the words, and what was chosen before stays", async ({ as }) => {
  const page = await as(null);
  await page.goto("/persone?side=offers");
  await box(page).pressSequentially("commercialista");
  await expect(list(page)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\?q=commercialista&.*side=offers/);
});

test("nothing is suggested before two letters, and it is said when nothing is known", async ({ as }) => {
  const page = await as(null);
  await page.goto("/persone");
  await box(page).pressSequentially("c");
  await expect(said(page)).toHaveText("");
  await box(page).pressSequentially("wq");
  await expect(said(page)).toHaveText("Nessun suggerimento.");
  await expect(list(page)).toBeHidden();
  await box(page).fill("commercio elettro");
  await expect(said(page)).toHaveText("Un suggerimento: freccia giù per sceglierlo.");
  await page.keyboard.press("Tab");
  await expect(list(page)).toBeHidden();
});

const CHOICES = [
  ["/persone?side=offers", "tributari", /^Consulenza fiscale/, /\/persone\?c=tax-advice&.*side=offers/],
  ["/persone?place=torino", "bologna", /^Bologna Comune · Emilia-Romagna/, /\/persone\?place=bologna(?!.*torino)/],
  ["/persone", "avvocato bologn", /^Bologna Comune/, /\/persone\?q=avvocato&place=bologna/],
  ["/persone", "hoxha al", /^Alba Hoxha/, /\/persone\/alba-hoxha$/],
  ["/persone", "morsa", /^La Morsa/, /\/associazioni\/la-morsa$/],
  ["/en/people", "tax adv", /^Tax advice/, /\/en\/people\?c=tax-advice/],
  ["/en/people", "tuscany", /^Tuscany Region/, /\/en\/people\?place=toscana/],
  ["/en/people", "alba ho", /^Alba Hoxha/, /\/en\/people\/alba-hoxha$/],
  ["/en/people", "la mors", /^La Morsa/, /\/en\/associations\/la-morsa$/],
] as const;

for (const [start, words, name, address] of CHOICES)
  test(`on ${start} «${words}» leads to ${address.source}`, async ({ as }) => {
    const page = await as(null, { viewport: start.endsWith("e") ? sizes.phone : sizes.desk });
    await page.goto(start);
    await box(page).pressSequentially(words);
    await option(page, name).click();
    await expect(page).toHaveURL(address);
  });

for (const [size, viewport] of Object.entries(sizes))
  for (const theme of ["light", "dark"] as const)
    test(`the open list moves nothing, covers whole touches and hides nothing from anybody (${size}, ${theme})`, async ({
      as,
    }) => {
      const page = await as(null, { viewport, theme });
      await page.goto("/persone");
      await expect(box(page)).toBeVisible();
      const below = page.getByRole("main").getByRole("status").first();
      const before = await below.boundingBox();
      await box(page).pressSequentially("alb");
      await expect(list(page)).toBeVisible();
      await page.keyboard.press("ArrowDown");
      expect(await below.boundingBox()).toEqual(before);
      for (const one of await list(page).getByRole("option").all())
        expect((await one.boundingBox())?.height).toBeGreaterThanOrEqual(44);
      expect(await overflows(page)).toBe(false);
      expect(await violationsOn(page)).toEqual([]);
    });

test("an answer that was overtaken is not shown, and what was asked once is not asked again", async ({ as }) => {
  const page = await as(null);
  const asked: string[] = [];
  await page.route("**/api/v1/suggestions?*", async (route) => {
    const q = new URL(route.request().url()).searchParams.get("q") ?? "";
    asked.push(q);
    if (q === "to") await new Promise((resolve) => setTimeout(resolve, 400));
    await route.continue().catch(() => {});
  });
  await page.goto("/persone");
  await box(page).pressSequentially("tor", { delay: 100 });
  await expect(option(page, /^Torino Comune/)).toBeVisible();
  await page.waitForTimeout(500);
  await expect(option(page, /^Torino Comune/)).toBeVisible();
  await page.keyboard.press("Backspace");
  await page.keyboard.type("r");
  await expect(option(page, /^Torino Comune/)).toBeVisible();
  expect(asked.filter((q) => q === "tor")).toHaveLength(1);
});

test("where suggestions do not come the search works as ever", async ({ as }) => {
  const page = await as(null);
  await page.route("**/api/v1/suggestions?*", (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto("/persone");
  await box(page).pressSequentially("hoxha");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=hoxha/);
});

test("without scripts it is a plain field of a plain form", async ({ as }) => {
  const page = await as(null, { javaScriptEnabled: false });
  await page.goto("/persone?side=offers");
  const field = page.getByRole("searchbox", { name: /^Cerca per nome/ });
  for (const name of ["role", "aria-expanded", "aria-controls", "aria-autocomplete", "autocomplete"])
    expect(await field.getAttribute(name), name).toBeNull();
  await field.fill("hoxha");
  await page.getByRole("search").getByRole("button", { name: "Cerca" }).click();
  await expect(page).toHaveURL(/\?q=hoxha&.*side=offers/);
  await expect(page.getByRole("link", { name: "Alba Hoxha" })).toBeVisible();
});

const headerBox = (page: Page) =>
  page.getByRole("banner").getByRole("combobox", { name: /^(Cerca persone|Search people)/ });

for (const [path, words, name, address] of [
  ["/notifiche", "alba ho", /^Alba Hoxha/, /\/persone\/alba-hoxha$/],
  ["/en/notifications", "tuscany", /^Tuscany Region/, /\/en\/people\?place=toscana$/],
] as const)
  test(`the search over every page suggests too, once somebody enters it: ${path}`, async ({ as }) => {
    const page = await as(await demoPerson("samira-el-fassi"));
    const scripts: Promise<string>[] = [];
    page.on("response", (answer) => {
      if (answer.request().resourceType() === "script") scripts.push(answer.text());
    });
    const suggesting = async () => (await Promise.all(scripts)).filter((text) => text.includes("/api/v1/suggestions"));
    await page.goto(path, { waitUntil: "networkidle" });
    await expect(headerBox(page)).toHaveAttribute("aria-expanded", "false");
    expect(scripts.length).toBeGreaterThan(5);
    expect((await suggesting()).length).toBe(0);
    while (!(await headerBox(page).evaluate((field) => field === document.activeElement)))
      await page.keyboard.press("Tab");
    await expect.poll(async () => (await suggesting()).length).toBe(1);

    await page.keyboard.type(words);
    await expect(headerBox(page)).toHaveAttribute("aria-expanded", "true");
    await expect(headerBox(page)).toHaveAttribute("aria-controls", (await list(page).getAttribute("id")) ?? "");
    await expect(page.getByRole("banner").locator("[aria-live=polite]")).toHaveText(/^\d+ sugg|^Un sugg|^One sugg/);
    await expect(option(page, name)).toBeInViewport({ ratio: 1 });
    while (!(await option(page, name).getAttribute("aria-selected"))?.startsWith("t"))
      await page.keyboard.press("ArrowDown");
    expect(await headerBox(page).getAttribute("aria-activedescendant")).toBe(
      await option(page, name).getAttribute("id"),
    );
    await page.keyboard.press("Escape");
    await expect(list(page)).toBeHidden();
    await expect(headerBox(page)).not.toHaveAttribute("aria-activedescendant", /./);
    await page.keyboard.press("ArrowDown");
    await option(page, name).click();
    await expect(page).toHaveURL(address);
  });

test("nothing opens over the page where the field was left before what suggests came; entered again it suggests", async ({
  as,
}) => {
  const page = await as(await demoPerson("samira-el-fassi"));
  await page.goto("/notifiche", { waitUntil: "networkidle" });
  const held: string[] = [];
  let letThrough = () => {};
  const isLeft = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route("**/*.js", async (route) => {
    held.push(route.request().url());
    await isLeft;
    await route.continue();
  });
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/v1/suggestions")) asked.push(request.url());
  });
  await headerBox(page).pressSequentially("mar");
  await expect.poll(() => held.length).toBeGreaterThan(0);
  await page.keyboard.press("Tab");
  letThrough();
  await expect(page.getByRole("banner").locator("[aria-live=polite]")).toBeAttached();
  await page.waitForTimeout(500);
  expect(asked).toEqual([]);
  await expect(headerBox(page)).toHaveAttribute("aria-expanded", "false");
  await headerBox(page).press("ArrowDown");
  await expect(list(page)).toBeVisible();
});

test("the search over every page is a plain form without scripts, and where what suggests does not come", async ({
  as,
}) => {
  const someone = await demoPerson("samira-el-fassi");
  const plain = await as(someone, { javaScriptEnabled: false });
  await plain.goto("/notifiche");
  const field = plain.getByRole("banner").getByRole("searchbox", { name: /^Cerca persone/ });
  for (const name of ["role", "aria-expanded", "aria-controls", "autocomplete"])
    expect(await field.getAttribute(name), name).toBeNull();
  await field.fill("hoxha");
  await field.press("Enter");
  await expect(plain).toHaveURL(/\/persone\?q=hoxha$/);

  const page = await as(someone);
  await page.goto("/notifiche", { waitUntil: "networkidle" });
  await page.route("**/*.js", (route) => route.fulfill({ status: 404, body: "" }));
  await headerBox(page).pressSequentially("hoxha");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/persone\?q=hoxha$/);
});

for (const theme of ["light", "dark"] as const)
  test(`what the search over every page suggests stands whole on the narrowest screen that has it (${theme})`, async ({
    as,
  }) => {
    const page = await as(await demoPerson("samira-el-fassi"), { viewport: { width: 1024, height: 700 }, theme });
    await page.goto("/notifiche");
    await headerBox(page).pressSequentially("alb");
    await expect(list(page)).toBeInViewport({ ratio: 1 });
    await page.keyboard.press("ArrowDown");
    await expect(list(page).getByRole("option", { selected: true })).toBeInViewport({ ratio: 1 });
    expect(await overflows(page)).toBe(false);
    expect(await violationsOn(page)).toEqual([]);
  });
