import type { Page } from "@playwright/test";
import { brokenInvariants, demoPerson } from "./database";
import { expect, overflows, sizes, test, violationsOn } from "./fixtures";
import { main } from "./keys";
import { press, said } from "./membership";

test.afterAll(async () => {
  expect(await brokenInvariants()).toEqual([]);
});

const NOTES = "/progetti/scarti-buoni/lavoro/note";
const fold = (page: Page, title: string | RegExp) => main(page).locator("summary", { hasText: title });
const text = (page: Page) => main(page).getByRole("textbox", { name: /^Testo/ });

async function write(page: Page, title: string): Promise<string> {
  await page.goto(NOTES);
  await fold(page, "Scrivi una nota").click();
  await text(page).fill("Le chiavi le tiene chi apre.");
  await press(page, "Scrivi");
  await said(page, /C’è una cosa da sistemare/);
  await expect(text(page)).toHaveValue("Le chiavi le tiene chi apre.");
  await main(page)
    .getByRole("textbox", { name: /^Titolo/ })
    .fill(title);
  await press(page, "Scrivi");
  await said(page, "La nota è scritta.");
  return new URL(page.url()).pathname;
}

async function startChanging(page: Page, path: string, words: string) {
  await page.goto(path);
  await fold(page, "Cambia la nota").click();
  await text(page).fill(words);
}

const WAYS = [
  ["with JavaScript, wide", { viewport: sizes.desk }, "con script"],
  ["without JavaScript, narrow", { viewport: sizes.phone, javaScriptEnabled: false }, "senza script"],
] as const;

for (const [way, options, tag] of WAYS)
  test(`a note that two change at once: told, nothing lost, an earlier version put back, ${way}`, async ({ as }) => {
    test.setTimeout(90_000);
    const lead = await as(await demoPerson("samira-el-fassi"), options);
    const other = await as(await demoPerson("noemi-travaglini"), options);
    const stranger = await as(await demoPerson("chiara-bigliardi"));
    const path = await write(lead, `Le chiavi ${tag}`);
    expect([(await stranger.goto(path))?.status(), (await stranger.goto(NOTES))?.status()]).toEqual([404, 404]);

    await startChanging(lead, path, "Le chiavi le tiene chi apre, e una sta in bottega.");
    await startChanging(other, path, "Le chiavi le tiene chi chiude.");
    await press(other, "Salva una nuova versione");
    await said(other, "Salvata: la versione di prima è nella storia.");
    await press(lead, "Salva una nuova versione");
    await said(lead, /qualcuno ha salvato la versione 2/i);
    await said(lead, "Le chiavi le tiene chi chiude.");
    await expect(text(lead)).toHaveValue("Le chiavi le tiene chi apre, e una sta in bottega.");
    await press(lead, "Salva una nuova versione");
    await said(lead, "Salvata: la versione di prima è nella storia.");

    await main(lead)
      .getByRole("link", { name: /^Che cosa è cambiato ?: versione 2$/ })
      .click();
    await expect(main(lead).locator(".pieces del", { hasText: "apre" })).toBeVisible();
    await expect(main(lead).locator(".pieces ins", { hasText: "chiude" })).toBeVisible();
    if (!("javaScriptEnabled" in options)) expect(await violationsOn(lead)).toEqual([]);
    await press(lead, /^Rimetti questa versione ?: versione 2$/);
    await said(lead, "Rimessa, come nuova versione.");
    await said(lead, /^Versione 4, Samira El Fassi, .* · rimette la versione 2$/);
    await expect(main(lead).locator(".text").first()).toHaveText("Le chiavi le tiene chi chiude.");

    // Who began it puts it away; it is read, changed no more, and anybody who takes part brings it back.
    await other.goto(path);
    await expect(fold(other, "Metti via la nota")).toHaveCount(0);
    await fold(lead, "Metti via la nota").click();
    await press(lead, "Metti via");
    await said(lead, "Messa via: si legge ancora, e chi partecipa può riprenderla.");
    await said(lead, /^Messa via da Samira El Fassi/);
    await expect(fold(lead, "Cambia la nota")).toHaveCount(0);
    if (!("javaScriptEnabled" in options)) expect(await violationsOn(lead)).toEqual([]);
    expect(await overflows(lead)).toBe(false);
    await other.goto(NOTES);
    await expect(main(other).getByRole("link", { name: `Le chiavi ${tag}` })).toBeHidden();
    await fold(other, /not[ae] mess[ae] via/).click();
    await main(other)
      .getByRole("link", { name: `Le chiavi ${tag}` })
      .click();
    await said(other, "Le chiavi le tiene chi chiude.");
    await press(other, "Riprendila");
    await said(other, "La nota è di nuovo fra le altre.");
    await other.goto(NOTES);
    await expect(main(other).getByRole("link", { name: `Le chiavi ${tag}` })).toBeVisible();
  });
