import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { brokenInvariants, demoPerson } from "./database";
import { expect, sizes, test } from "./fixtures";
import { main } from "./keys";
import { press, said } from "./membership";

test.afterAll(async () => {
  expect(await brokenInvariants()).toEqual([]);
});

const FILES = "/progetti/scarti-buoni/lavoro/file";

async function takeAway(page: Page) {
  await page.goto(FILES);
  const link = main(page).getByRole("link", { name: "Tutto il progetto (JSON)" });
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(download.suggestedFilename()).toMatch(/^scarti-buoni-project-\d{4}-\d\d-\d\d\.json$/);
  return readFile(await download.path());
}

async function fill(page: Page, buffer: Buffer) {
  const fold = main(page).locator("summary", { hasText: "Parti da un progetto che hai già" });
  const file = page.getByLabel("Il file del progetto");
  if (!(await file.isVisible())) await fold.click();
  await file.setInputFiles({ name: "project.json", mimeType: "application/json", buffer });
  await press(page, "Riempi il modulo");
}

const WAYS = [
  ["with JavaScript, wide", { viewport: sizes.desk }, "Scarti migliori"],
  ["without JavaScript, narrow", { viewport: sizes.phone, javaScriptEnabled: false }, "Scarti ottimi"],
] as const;

for (const [way, options, title] of WAYS)
  test(`a project taken out fills the form of another, which is proposed, ${way}`, async ({ as }) => {
    test.setTimeout(90_000);
    const hasScript = !("javaScriptEnabled" in options);
    const page = await as(await demoPerson("samira-el-fassi"), options);
    const stranger = await as(await demoPerson("chiara-bigliardi"));
    const file = await takeAway(page);
    const { needs, deliverables } = JSON.parse(file.toString()) as Record<string, { title: string }[]>;
    expect((await stranger.request.get("/api/exports/projects/scarti-buoni/project.json")).status()).toBe(404);

    await page.goto("/progetti/nuovo");
    const name = page.getByRole("textbox", { name: "Titolo", exact: true });
    await name.fill("Già scritto");
    await fill(page, Buffer.from("{}"));
    await said(page, "Questo file non è un progetto portato via da Tessera.");
    await fill(page, file);
    await said(page, /è un giorno già passato. Cambialo, o lascia fuori le date già passate/i);
    if (hasScript) await expect(name).toHaveValue("Già scritto");

    await page.getByLabel("Lascia fuori le date già passate").check();
    await fill(page, file);
    await said(page, "Il modulo è pieno.");
    await expect(name).toHaveValue("Scarti buoni");
    await expect(page.getByRole("combobox", { name: "Associazione" }).locator("option:checked")).toHaveText("La Morsa");
    await expect(page.getByRole("textbox", { name: "Che cosa serve" })).toHaveCount(needs?.length ?? 0);
    await name.fill(title);
    await press(page, "Proponi");
    await said(page, "La proposta è pubblicata. Le offerte arrivano qui.");
    for (const { title } of [...(needs ?? []), ...(deliverables ?? [])]) await said(page, title);
  });
