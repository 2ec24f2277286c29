import type { Page } from "@playwright/test";
import { aPerson, type Person, sql } from "./database";
import { expect, expectMail, overflows, sizes, test, violationsOn } from "./fixtures";

/** A surname nobody else has, so that a search for it finds whom the test says. */
const surname = () => `Zor${Array.from({ length: 8 }, () => "aeiou"[Math.floor(Math.random() * 5)]).join("")}`;

async function arrives(name: string): Promise<Person> {
  const person = await aPerson(name);
  await sql("SELECT directory_refresh(ARRAY[$1::uuid])", [person.memberId]);
  return person;
}

/** Keeps what is put into a region that is already there, which is what screen readers tell. */
const listen = (page: Page) =>
  page.addInitScript(() => {
    const told: (string | null)[] = [];
    Object.assign(window, { told });
    const isTold = (place: Node) => place instanceof Element && place.closest("[role=status]") !== null;
    new MutationObserver((records) => {
      const added = records.filter(({ target }) => isTold(target)).flatMap(({ addedNodes }) => [...addedNodes]);
      told.push(...added.map(({ textContent }) => textContent));
    }).observe(document, { childList: true, subtree: true });
  });
const told = (page: Page) => page.evaluate(() => (window as unknown as { told: string[] }).told.join("\n"));

const WORDS = {
  it: {
    people: "/persone",
    title: "Persone",
    saved: "/persone/ricerche",
    save: "Salva questa ricerca",
    none: "Nessuno di nuovo da quando l’hai guardata.",
    one: "Una persona nuova:",
    seen: /^Segna come viste/,
    forget: /^Togli/,
    empty: "Ancora nessuna ricerca salvata",
    kept: "Questa ricerca è già fra le tue.",
    saves: "Ricerche salvate · Tessera",
    done: {
      saved: "La ricerca è salvata: la trovi qui sotto.",
      seen: "Segnate come viste: da ora ti diciamo solo di chi arriva dopo.",
      forgotten: "la ricerca non è più fra le tue",
    },
    titleDone: {
      saved: "Ricerca salvata · Tessera",
      seen: "Persone segnate come viste · Tessera",
      forgotten: "Ricerca tolta · Tessera",
    },
  },
  en: {
    people: "/en/people",
    title: "People",
    saved: "/en/people/searches",
    save: "Save this search",
    none: "Nobody new since you last looked.",
    one: "One new person:",
    seen: /^Mark as seen/,
    forget: /^Remove/,
    empty: "No saved searches yet",
    kept: "You keep this search already.",
    saves: "Saved searches · Tessera",
    done: {
      saved: "The search is saved: you find it below.",
      seen: "Marked as seen: from now on we tell you only of those who come later.",
      forgotten: "the search is no longer among yours",
    },
    titleDone: {
      saved: "Search saved · Tessera",
      seen: "People marked as seen · Tessera",
      forgotten: "Search removed · Tessera",
    },
  },
} as const;

for (const [language, javaScriptEnabled] of [
  ["it", false],
  ["it", true],
  ["en", false],
  ["en", true],
] as const)
  test(`a search is saved, tells who is new, and is forgotten: ${language}, ${javaScriptEnabled ? "with" : "without"} script`, async ({
    as,
  }) => {
    const words = WORDS[language];
    const name = surname();
    const page = await as(await aPerson("Ida Padrona"), { javaScriptEnabled });
    const main = page.getByRole("main");
    /** It is said once; where script runs it is told each time, and the address forgets it. */
    const isDone = async (what: keyof typeof words.done, times = 1) => {
      await expect(page).toHaveURL(new RegExp(`${words.saved}${javaScriptEnabled ? "" : `\\?done=${what}`}$`));
      await expect(page).toHaveTitle(words.titleDone[what]);
      await expect(main.getByRole("status").filter({ hasText: words.done[what] })).toBeVisible();
      for (const other of Object.values(words.done).filter((one) => one !== words.done[what]))
        await expect(main.getByText(other)).toHaveCount(0);
      if (javaScriptEnabled)
        await expect.poll(async () => (await told(page)).split(words.done[what]).length - 1).toBe(times);
    };
    await listen(page);
    await page.goto(`${words.people}?q=${name}&sort=newest`);
    await expect(page).toHaveTitle(`${name} · ${words.title} · Tessera`);
    await main.getByRole("link", { name: words.save }).click();
    await expect(page).toHaveURL(new RegExp(`${words.saved}\\?q=${name}$`));
    await main.getByRole("button", { name: words.save }).click();
    await isDone("saved");
    const row = main.getByRole("listitem").filter({ hasText: name });
    await expect(row).toContainText(words.none);
    await page.goto(`${words.saved}?q=${name}`);
    await expect(main.getByText(words.kept)).toBeVisible();

    await arrives(`Ada ${name}`);
    await page.goto(words.saved);
    await expect(row).toContainText(words.one);
    await expect(row.getByRole("link", { name: `Ada ${name}` })).toBeVisible();
    await row.getByRole("button", { name: words.seen }).click();
    await expect(row).toContainText(words.none);
    await isDone("seen");

    await row.getByRole("link", { name }).click();
    await expect(page).toHaveURL(new RegExp(`${words.people}\\?q=${name}$`));
    const other = surname();
    await page.goto(`${words.saved}?q=${other}`);
    await main.getByRole("button", { name: words.save }).click();
    await isDone("saved");
    await row.getByRole("button", { name: words.forget }).click();
    await expect(row).toHaveCount(0);
    await isDone("forgotten");
    await main.getByRole("button", { name: words.forget }).click();
    await expect(main.getByRole("heading", { name: words.empty })).toBeVisible();
    await isDone("forgotten", 2);
    if (!javaScriptEnabled) return;
    await page.reload();
    await expect(page).toHaveTitle(words.saves);
    await expect(main.getByText(words.done.forgotten)).toHaveCount(0);
  });

test("NT2: the job tells once of several who are new, by a mail and a notification that name nobody", async ({
  as,
}) => {
  const name = surname();
  const owner = await aPerson("Ida Padrona");
  const page = await as(owner);
  await page.goto(`/persone/ricerche?q=${name}`);
  await page.getByRole("button", { name: "Salva questa ricerca" }).click();
  await expect(page).toHaveTitle("Ricerca salvata · Tessera");
  await arrives(`Ada ${name}`);
  await arrives(`Bea ${name}`);
  await sql(`UPDATE "SavedSearch" SET "checkedAt" = now() - interval '7 hours' WHERE "memberId" = $1`, [
    owner.memberId,
  ]);
  await sql("SELECT graphile_worker.add_job('watchSearches')");
  const mail = await expectMail(owner.email, `Qualcuno di nuovo per la tua ricerca «${name}»`);
  expect(mail).toContain("/persone/ricerche");
  expect(mail).not.toMatch(/Ada|Bea/);
  await page.goto("/notifiche");
  const told = page.getByRole("link", { name: `Qualcuno di nuovo per la tua ricerca «${name}»` });
  await expect(told).toHaveCount(1);
  await told.click();
  await expect(page.getByRole("main").getByRole("listitem").filter({ hasText: name }).first()).toContainText(
    "2 persone nuove:",
  );
  await page.getByRole("button", { name: /^Togli/ }).click();
  await expect(page.getByRole("heading", { name: WORDS.it.empty })).toBeVisible();
  await page.goto("/notifiche");
  await expect(told).toHaveCount(0);
});

test("a visitor is asked in, and comes back to the search to save", async ({ as }) => {
  const page = await as(null, { javaScriptEnabled: false });
  await page.goto("/persone?q=liutaio&view=map");
  await page.getByRole("link", { name: "Salva questa ricerca" }).click();
  const { pathname, searchParams } = new URL(page.url());
  expect([pathname, searchParams.get("next")]).toEqual(["/accedi", "/persone/ricerche?q=liutaio"]);
  await page.goto("/persone");
  await expect(page.getByRole("link", { name: "Salva questa ricerca" })).toHaveCount(0);
});

test("saving and seeing go by keyboard, on a small screen, in the dark, within the guidelines", async ({ as }) => {
  const name = surname();
  const page = await as(await aPerson("Ida Padrona"), { viewport: sizes.phone, theme: "dark" });
  await page.goto(`/persone/ricerche?q=${name}`);
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole("link", { name: "Scegli quali mail ricevere" }).focus();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Salva questa ricerca" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveTitle("Ricerca salvata · Tessera");
  await arrives(`Ada ${name}`);
  await page.reload();
  expect(await violationsOn(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);
  await page.getByRole("link", { name: `Ada ${name}` }).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Nessuno di nuovo da quando l’hai guardata.")).toBeVisible();
});
