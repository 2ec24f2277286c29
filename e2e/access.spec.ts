import type { Page } from "@playwright/test";
import { routing } from "../lib/i18n/routing";
import { demoPerson } from "./database";
import { expect, overflows, sizes, test, violationsOn } from "./fixtures";
import { type Looker, ROUTES } from "./routes";

/** What depends on colours alone; the theme changes nothing else. */
const COLOURS = ["color-contrast", "link-in-text-block"];

/** What is wrong with the open page in both themes and at both widths. */
async function faultsOf(page: Page, where: string): Promise<string[]> {
  const found: string[] = [];
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    await setTheme(page, "light");
    found.push(...(await violationsOn(page)).map((fault) => `${where} ${size}: ${fault}`));
    await setTheme(page, "dark");
    found.push(...(await violationsOn(page, COLOURS)).map((fault) => `${where} ${size} dark: ${fault}`));
    if (await overflows(page)) found.push(`${where} ${size}: can be pushed sideways`);
  }
  return found;
}

/** Returns once the page has been painted in the theme: what axe reads before may still have the colours of the other one. */
const setTheme = (page: Page, theme: "light" | "dark") =>
  page.evaluate(async (chosen) => {
    document.documentElement.setAttribute("data-theme", chosen);
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  }, theme);

const rows = Object.entries(ROUTES);
const lookers = [...new Set(rows.map(([, { who }]) => who))];

test("every route has a row here", () => {
  expect(Object.keys(ROUTES).toSorted()).toEqual(Object.keys(routing.pathnames).toSorted());
});

for (const looker of lookers)
  test(`routes open to ${looker ?? "visitors"} are free of violations, in both themes, wide and narrow`, async ({
    as,
  }) => {
    test.setTimeout(180_000);
    const page = await open(as, looker);
    const found: string[] = [];
    for (const [route, { who, path }] of rows) {
      if (who !== looker) continue;
      const status = (await page.goto(typeof path === "string" ? path : await path()))?.status();
      if (status === 200) found.push(...(await faultsOf(page, route)));
      else found.push(`${route}: answers ${status}`);
    }
    expect(found).toEqual([]);
  });

for (const looker of lookers)
  test(`routes open to ${looker ?? "visitors"} are as sound in English, on a phone`, async ({ as }) => {
    test.setTimeout(120_000);
    const page = await open(as, looker);
    await page.setViewportSize(sizes.phone);
    const found: string[] = [];
    for (const [route, { who, path }] of rows) {
      if (who !== looker) continue;
      await page.goto(typeof path === "string" ? path : await path());
      const english = await page
        .getByRole("link", { name: /English/ })
        .last()
        .getAttribute("href");
      await page.goto(english ?? "no link to the other language");
      await expect(page.locator("html"), route).toHaveAttribute("lang", "en");
      found.push(...(await violationsOn(page)).map((fault) => `${route}: ${fault}`));
      if (await overflows(page)) found.push(`${route}: can be pushed sideways`);
    }
    expect(found).toEqual([]);
  });

/** Addresses with nothing in them: empty lists, searches without result, what is not there. */
const EMPTY: readonly [who: Looker, path: string, status: number][] = [
  [null, "/persone?q=xyzzy", 200],
  [null, "/progetti?q=xyzzy", 200],
  [null, "/associazioni?q=xyzzy", 200],
  [null, "/non-esiste", 404],
  [null, "/persone/nessuno", 404],
  ["nora-bassani", "/bacheca", 200],
  ["nora-bassani", "/notifiche", 200],
  ["nora-bassani", "/domande", 200],
  ["nora-bassani", "/progetti/non-esiste", 404],
];

test("pages with nothing to show are free of violations too", async ({ as }) => {
  test.setTimeout(120_000);
  const pages = new Map<Looker, Page>();
  const found: string[] = [];
  for (const [who, path, status] of EMPTY) {
    const page = pages.get(who) ?? (await open(as, who));
    pages.set(who, page);
    expect((await page.goto(path))?.status(), path).toBe(status);
    found.push(...(await faultsOf(page, path)));
  }
  expect(found).toEqual([]);
});

/** Forms sent empty: what comes back has refusals in it. */
const REFUSED: readonly [who: Looker, path: string, button: string][] = [
  [null, "/accedi", "Accedi"],
  [null, "/registrati", "Crea la tessera"],
  ["alba-hoxha", "/progetti/nuovo", "Proponi"],
  ["alba-hoxha", "/associazioni/nuova", "Fonda e pubblica"],
  ["alba-hoxha", "/associazioni/la-morsa/candidati", "Invia la domanda"],
];

test("refused forms are free of violations and lead to what is wrong", async ({ as }) => {
  test.setTimeout(120_000);
  const found: string[] = [];
  for (const [who, path, button] of REFUSED) {
    const page = await open(as, who);
    await page.goto(path);
    await page.getByRole("main").getByRole("button", { name: button, exact: true }).click();
    await expect(
      page.getByRole("main").getByText(/C’è una cosa da sistemare|Ci sono \d+ cose da sistemare/),
    ).toBeVisible();
    found.push(...(await faultsOf(page, `${path} refused`)));
  }
  expect(found).toEqual([]);
});

async function open(
  as: (person: Awaited<ReturnType<typeof demoPerson>> | null, options?: object) => Promise<Page>,
  who: Looker,
) {
  return as(who === null ? null : await demoPerson(who), { reducedMotion: "reduce" });
}
