import type { Page } from "@playwright/test";
import { demoPerson } from "./database";
import { expect, overflows, sizes, test, violationsOn } from "./fixtures";

const projects = (page: Page) => page.getByRole("main").getByRole("heading", { level: 2 }).getByRole("link");
const field = (page: Page) => page.getByRole("combobox", { name: "Competenza cercata" });

test("P34: the names of competences come when one goes to their field, and one of them narrows the list", async ({
  as,
}) => {
  const page = await as(null);
  await page.goto("/progetti");
  const names = page.locator("datalist option");
  await expect(names).toHaveCount(0);
  await field(page).focus();
  await expect(names.first()).toBeAttached();
  expect(await names.evaluateAll((all) => all.map((one) => one.getAttribute("value")))).toContain("Panificazione");
  await field(page).fill("Panificazione");
  await field(page).press("Enter");
  await expect(page).toHaveURL(/competence=Panificazione/);
  await expect(projects(page)).toHaveText(["Il forno comune"]);
});

test("without script what is written of a competence is understood, and what names none is kept and said", async ({
  as,
}) => {
  const page = await as(null, { javaScriptEnabled: false, viewport: sizes.phone });
  await page.goto("/progetti?competence=fornai");
  await expect(projects(page)).toHaveText(["Il forno comune"]);
  await page.goto("/progetti?competence=xyzzy");
  await expect(page.getByText("«xyzzy» non è fra le competenze che conosciamo")).toBeVisible();
  await page.locator("summary", { hasText: "Filtri" }).click();
  await expect(page.getByLabel("Competenza cercata")).toHaveValue("xyzzy");
  expect(await overflows(page)).toBe(false);
});

test("one's own projects are a step from the list; whoever has none is shown the way", async ({ as }) => {
  const owner = await as(await demoPerson("samira-el-fassi"));
  await owner.goto("/progetti");
  await owner.getByRole("link", { name: "I tuoi progetti" }).click();
  await expect(owner).toHaveURL(/\/progetti\/miei$/);
  const row = owner.getByRole("listitem").filter({ hasText: "Scarti buoni" });
  await expect(row).toContainText("Lo guidi tu");
  await expect(row).toContainText("In corso");
  expect(await violationsOn(owner)).toEqual([]);
  await row.getByRole("link").click();
  await expect(owner.getByRole("heading", { level: 1, name: "Scarti buoni" })).toBeVisible();

  const newcomer = await as(await demoPerson("nora-bassani"), { viewport: sizes.phone });
  await newcomer.goto("/progetti/miei");
  await expect(newcomer.getByText("Qui trovi i progetti in cui hai una parte")).toBeVisible();
  expect(await overflows(newcomer)).toBe(false);
});
