import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

/** A day that many days, or months, from now, as date fields take it. */
export const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
export const inMonths = (months: number) => inDays(months * 30);

export const said = (page: Page, words: string | RegExp) =>
  expect(page.getByRole("main").getByText(words).first()).toBeVisible();

export const press = (page: Page, name: string | RegExp) =>
  page.getByRole("main").getByRole("button", { name, exact: true }).click();

type Language = "it" | "en";

/** What the parts of the form are called that every door shares. */
const CALLED = {
  it: {
    ...{ skill: /^Competenza/, hours: /^Quante ore/, until: "Fino a quando", how: /^Come parteciperai, in concreto/ },
    ...{ mine: "È mio", questions: "Quello che chiedono", accepts: /^Accetto la carta/ },
  },
  en: {
    ...{ skill: /^Competence/, hours: /^How many hours/, until: "Until when", how: /^How you will take part/ },
    ...{ mine: "Mine too", questions: "Their questions", accepts: /^I accept the charter/ },
  },
} as const;

/** How I will take part: the part of the form that every door shares. */
export async function fillStatement(
  page: Page,
  { hours = "8", words = "Un sabato al mese tengo aperta l’officina.", language = "it" as Language } = {},
) {
  const main = page.getByRole("main");
  const called = CALLED[language];
  await main.getByRole("checkbox", { name: called.skill }).check();
  await main.getByRole("spinbutton", { name: called.hours }).fill(hours);
  await main.getByLabel(called.until).fill(inMonths(6));
  await main.getByRole("textbox", { name: called.how }).fill(words);
}

/** The same stance on every value. */
export async function takeStances(page: Page, name: string = CALLED.it.mine) {
  const radios = page.getByRole("main").getByRole("radio", { name, exact: true });
  await expect(radios.first()).toBeVisible();
  for (const radio of await radios.all()) await radio.check();
}

/** Every question of the association, answered. */
export async function answerQuestions(page: Page, words: string, language: Language = "it") {
  const questions = page.getByRole("group", { name: CALLED[language].questions }).getByRole("textbox");
  for (const question of await questions.all()) await question.fill(words);
}

/** The four steps, from the open form to the press of its button. */
export async function handIn(page: Page, button: string, language: Language = "it") {
  const called = CALLED[language];
  await takeStances(page, called.mine);
  await answerQuestions(page, "So saldare e montare; posso portare un banco e due sere al mese.", language);
  await fillStatement(page, { language });
  await page.getByRole("checkbox", { name: called.accepts }).check();
  await press(page, button);
}

/** An application from the first look at the page of the association. */
export async function apply(page: Page, slug: string) {
  await page.goto(`/associazioni/${slug}`);
  await page.getByRole("main").getByRole("link", { name: "Candidati", exact: true }).first().click();
  await handIn(page, "Invia la domanda");
  await said(page, /^Domanda inviata\./);
}

/** A steward opens the application of somebody at the desk. */
export async function openAtDesk(page: Page, slug: string, name: string) {
  await page.goto(`/associazioni/${slug}/gestione/domande`);
  await page
    .getByRole("main")
    .getByRole("link", { name: new RegExp(name) })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: new RegExp(name) }).first()).toBeVisible();
}

export async function admit(page: Page, slug: string, name: string) {
  await openAtDesk(page, slug, name);
  await page.getByRole("radio", { name: /^Accogli/ }).check();
  await press(page, `Decidi e avvisa ${name}`);
  await said(page, "Da ora fa parte dell’associazione. Gliel’abbiamo scritto.");
}
