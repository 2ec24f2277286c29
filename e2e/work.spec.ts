import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { brokenInvariants, demoPerson } from "./database";
import { expect, sizes, test } from "./fixtures";
import { enter, main, tick, type, walkTo } from "./keys";
import { inMonths, press, said } from "./membership";

const WORK = "/progetti/scarti-buoni/lavoro";

test.afterAll(async () => {
  expect(await brokenInvariants()).toEqual([]);
});

/** A button that says, for whoever does not see the page, what it acts on. */
const on = (act: string, what: string) => new RegExp(`^${act} ?: ${what}$`);
const box = (page: Page, name: RegExp) => main(page).getByRole("textbox", { name });
const fold = (page: Page, title: string) => main(page).locator("summary", { hasText: title });

/** Tasks and deliverables that are done, as the page counts them. */
async function counted(page: Page): Promise<number[]> {
  const told = (await main(page).locator(".progress .meta").textContent())?.match(/\d+/g) ?? [];
  return told.map(Number);
}

/** From an empty form, refused once, to a task that is nobody’s. */
async function addTask(page: Page, title: string) {
  await page.goto("/progetti/scarti-buoni");
  await main(page).getByRole("link", { name: "Vai al lavoro" }).click();
  await fold(page, "Aggiungi un’attività").click();
  await box(page, /^Due parole/).fill("Bastano venti pezzi.");
  await press(page, "Aggiungi");
  await said(page, /C’è una cosa da sistemare/);
  await expect(box(page, /^Due parole/)).toHaveValue("Bastano venti pezzi.");
  await box(page, /^Che cosa c’è da fare/).fill(title);
  await press(page, "Aggiungi");
  await said(page, "L’attività è aggiunta.");
}

async function askFor(page: Page, title: string, name: string) {
  await main(page).getByRole("link", { name: title }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await page.getByRole("combobox", { name: "A chi" }).selectOption({ label: name });
  await press(page, "Proponi");
  await said(page, "Proposta. Diventa sua solo se la prende.");
  await said(page, "non ha ancora risposto");
}

async function move(page: Page, title: string, to: string) {
  await page.goto(WORK);
  await page.getByRole("combobox", { name: `Dove sta ora: ${title}` }).selectOption({ label: to });
  await press(page, on("Sposta", title));
  await said(page, "Spostata.");
  await expect(
    page
      .getByRole("region", { name: new RegExp(`^${to}`) })
      .getByText(title)
      .first(),
  ).toBeVisible();
}

async function deliver(page: Page) {
  await page.goto("/progetti/scarti-buoni/gestione");
  await fold(page, "È stata consegnata").first().click();
  await press(page, /^Consegnata oggi/);
  await said(page, /C’è una cosa da sistemare/);
  await box(page, /^Da che cosa si vede/).fill("Lo scaffale è a Imola, e le schede portano la fotografia.");
  await press(page, /^Consegnata oggi/);
  await said(page, "Segnata come consegnata.");
}

async function talk(page: Page, other: Page, title: string) {
  await page.goto(`${WORK}/discussione`);
  await fold(page, "Apri una discussione").click();
  await box(page, /^Di che cosa si parla/).fill(title);
  await box(page, /^Che cosa vuoi dire/).fill("Chi ha una chiave in più?");
  await press(page, "Apri");
  await said(page, "La discussione è aperta.");
  await other.goto(`${WORK}/discussione`);
  await box(other, new RegExp(`^Rispondi in «${title}»`)).fill("Io, da giovedì.");
  await press(other, on("Rispondi", title));
  await said(other, "Risposta scritta.");
  await said(other, "Io, da giovedì.");
}

async function decide(page: Page, what: string) {
  await page.goto(`${WORK}/decisioni`);
  await fold(page, "Scrivi una decisione").click();
  await box(page, /^Che cosa si è deciso/).fill(what);
  await box(page, /^Perché/).fill("Due chiavi bastano, e si sa sempre chi le ha.");
  await press(page, "Scrivi nel registro");
  await said(page, "La decisione è nel registro.");
  await said(page, what);
}

async function callMeeting(page: Page, title: string) {
  await page.goto(`${WORK}/incontri`);
  await fold(page, "Proponi un incontro").click();
  await box(page, /^Di che incontro/).fill(title);
  await page.locator("details[open]").getByLabel("Giorno").fill(inMonths(1));
  await box(page, /^Dalle/).fill("18:30");
  await box(page, /^Alle/).fill("18:00");
  await box(page, /^Luogo/).fill("In bottega");
  await press(page, "Metti in programma");
  await said(page, /C’è una cosa da sistemare/);
  await box(page, /^Alle/).fill("19:30");
  await press(page, "Metti in programma");
  await said(page, "L’incontro è in programma. Chi partecipa è avvisato.");
}

async function downloaded(page: Page, link: Locator): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

async function comeToMeeting(page: Page, title: string) {
  await page.goto(`${WORK}/incontri`);
  await press(page, on("Ci sono", title));
  await said(page, "Ci sei.");
  const file = await downloaded(page, page.getByRole("link", { name: on("Nel tuo calendario", title) }));
  expect(file.name).toMatch(/^scarti-buoni-\d{4}-\d\d-\d\d\.ics$/);
  expect(file.text).toContain("BEGIN:VEVENT");
  expect(file.text).toContain(`SUMMARY:${title}`);
}

const PAGE = "<!doctype html><script>alert(1)</script>";
const pdf = (words: string) => `%PDF-1.4\n% ${words}\ntrailer\n<< >>\n%%EOF\n`;

async function keepFile(page: Page, stem: string): Promise<string> {
  await page.goto(`${WORK}/file`);
  const field = page.getByLabel("Un file");
  await field.setInputFiles({ name: `${stem}.pdf`, mimeType: "application/pdf", buffer: Buffer.from(PAGE) });
  await press(page, "Aggiungi");
  await said(page, /Questo file è di un altro tipo/i);
  await field.setInputFiles({ name: `${stem}.pdf`, mimeType: "application/pdf", buffer: Buffer.from(pdf(stem)) });
  await press(page, "Aggiungi");
  await said(page, "Il file è qui.");
  const link = page.getByRole("link", { name: `${stem}.pdf` });
  expect(await downloaded(page, link)).toEqual({ name: `${stem}.pdf`, text: pdf(stem) });
  return (await link.getAttribute("href")) ?? "";
}

const WAYS = [
  ["with JavaScript, wide", { viewport: sizes.desk }, "in italiano"],
  ["without JavaScript, narrow", { viewport: sizes.phone, javaScriptEnabled: false }, "senza script"],
] as const;

for (const [way, options, tag] of WAYS)
  test(`the work of a project, from a task asked for to a file kept, ${way}`, async ({ as }) => {
    test.setTimeout(120_000);
    const noemi = await demoPerson("noemi-travaglini");
    const lead = await as(await demoPerson("samira-el-fassi"), options);
    const [other, stranger] = [await as(noemi, options), await as(await demoPerson("chiara-bigliardi"))];
    const task = `Provare le etichette ${tag}`;

    await addTask(lead, task);
    const [tasksBefore = 0, ofBefore = 0, delivered = 0] = await counted(lead);
    await askFor(lead, task, noemi.name);
    await other.goto(WORK);
    await press(other, on("La prendo", task));
    await said(other, "Ora è tua. Puoi restituirla quando vuoi.");
    await move(other, task, "In corso");
    await move(other, task, "Fatte");
    await deliver(lead);
    await lead.goto(WORK);
    expect((await counted(lead)).slice(0, 3)).toEqual([tasksBefore + 1, ofBefore, delivered + 1]);

    await talk(lead, other, `Le chiavi ${tag}`);
    await decide(lead, `Le chiavi sono due ${tag}`);
    await callMeeting(lead, `Prova ${tag}`);
    await comeToMeeting(other, `Prova ${tag}`);
    const file = await keepFile(other, `Misure ${tag}`);
    expect((await stranger.request.get(file)).status()).toBe(404);
    expect((await stranger.goto(WORK))?.status()).toBe(404);
  });

test("take on, move, write and come to a meeting by keyboard only", async ({ as }) => {
  test.setTimeout(90_000);
  const page = await as(await demoPerson("gennaro-buonocore"));
  const task = "Piegare le etichette da tastiera";
  await page.goto(WORK);
  await enter(page, fold(page, "Aggiungi un’attività"));
  await type(page, box(page, /^Che cosa c’è da fare/), task);
  await tick(page, main(page).getByRole("checkbox", { name: "La prendo io" }));
  await enter(page, main(page).getByRole("button", { name: "Aggiungi", exact: true }));
  await said(page, "L’attività è aggiunta.");
  await walkTo(page, main(page).getByRole("combobox", { name: `Dove sta ora: ${task}` }));
  await page.keyboard.type("Fatte");
  await enter(page, main(page).getByRole("button", { name: on("Sposta", task) }));
  await said(page, "Spostata.");

  await enter(page, main(page).getByRole("link", { name: "Discussione", exact: true }));
  await expect(page).toHaveURL(`${WORK}/discussione`);
  await enter(page, fold(page, "Apri una discussione"));
  await type(page, box(page, /^Di che cosa si parla/), "Tasti e spilli");
  await type(page, box(page, /^Che cosa vuoi dire/), "Qualcuno ha degli spilli lunghi?");
  await enter(page, main(page).getByRole("button", { name: "Apri", exact: true }));
  await said(page, "La discussione è aperta.");

  await enter(page, main(page).getByRole("link", { name: "Incontri", exact: true }));
  await enter(
    page,
    main(page)
      .getByRole("button", { name: /^Ci sono/ })
      .first(),
  );
  await said(page, "Ci sei.");
});
