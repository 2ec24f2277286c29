import type { Page } from "@playwright/test";
import type { Person } from "./database";
import { expect } from "./fixtures";
import { inMonths, press, said } from "./membership";

/** What somebody comes in with (rule PJ3). */
export type Brought = { competence: string } | { contact: string };

export const slugIn = (page: Page) => new URL(page.url()).pathname.split("/")[2] ?? "";

/** Opens what is folded; where there is nothing yet, it stands open. */
export async function unfold(page: Page, title: string) {
  const fold = page.locator("details").filter({ has: page.locator("summary", { hasText: title }) });
  await expect(fold).toBeAttached();
  if ((await fold.getAttribute("open")) === null) await fold.locator("summary").first().click();
}

export async function bring(page: Page, brought: Brought) {
  if ("contact" in brought) {
    await page.getByRole("radio", { name: /^Un contatto/ }).check();
    await page.getByRole("textbox", { name: /^Chi, a parole/ }).fill(brought.contact);
    return;
  }
  await page.getByRole("radio", { name: /^Una mia competenza/ }).check();
  await page.getByRole("combobox", { name: "Quale competenza" }).selectOption({ label: brought.competence });
}

/** A dream, from the list of projects. */
export async function openDream(page: Page, title: string, association: string): Promise<string> {
  await page.goto("/progetti");
  await page.getByRole("link", { name: "Apri un sogno" }).click();
  await page.getByRole("textbox", { name: "Titolo", exact: true }).fill(title);
  await page.getByLabel("Scopo").fill("Dodici sedie rotte di una scuola tornano in aula entro la primavera.");
  await page.getByRole("textbox", { name: "Per chi", exact: true }).fill("I bambini della scuola elementare");
  await page.getByLabel("Perché non da soli").fill("Chi salda non sa imbottire, e la scuola va convinta.");
  await page.getByRole("combobox", { name: "Associazione" }).selectOption({ label: association });
  await press(page, "Apri il sogno");
  await said(page, "Il sogno è aperto. Ora vediamo chi ci sta.");
  return slugIn(page);
}

/** «Ci sto». */
export async function dreamAlong(page: Page, slug: string, brought: Brought) {
  await page.goto(`/progetti/${slug}`);
  await page.getByRole("link", { name: "Ci sto" }).first().click();
  await bring(page, brought);
  await page.getByLabel("Due righe: che cosa ci metti").fill("Una sera la tengo io.");
  await press(page, "Ci sto");
  await said(page, "Ci sei. Chi guida il sogno lo sa già.");
}

export type Seat = { title: string; kind?: string; competence?: string; seats?: number; isCritical?: boolean };

/** The seats and the one promise of a proposal, on its form. */
export async function fillPlan(page: Page, seats: readonly Seat[], promised: string) {
  for (const [i, { title, kind, competence, seats: count, isCritical }] of seats.entries()) {
    const group = page.getByRole("group", { name: `Posto ${i + 1}`, exact: true });
    await group.getByLabel("Che cosa serve").fill(title);
    if (kind) await group.getByLabel("Tipo").selectOption({ label: kind });
    if (competence) await group.getByLabel("Competenza").fill(competence);
    if (count) await group.getByLabel("Posti").fill(String(count));
    if (isCritical) await group.getByLabel("Indispensabile").check();
  }
  const promise = page.getByRole("group", { name: "Cosa 1", exact: true });
  await promise.getByLabel("Che cosa consegnate").fill(promised);
  await promise.getByLabel("Entro").fill(inMonths(3));
}

type Proposal = { title: string; association: string; purpose: string; seats: readonly Seat[]; promised: string };

/** From the form of a proposal to its desk. */
export async function propose(page: Page, { title, association, purpose, seats, promised }: Proposal): Promise<string> {
  await page.goto("/progetti/nuovo");
  await page.getByRole("textbox", { name: "Titolo", exact: true }).fill(title);
  await page.getByRole("combobox", { name: "Associazione" }).selectOption({ label: association });
  await page.getByLabel("Scopo").fill(purpose);
  await fillPlan(page, seats, promised);
  await press(page, "Proponi");
  await said(page, "La proposta è pubblicata. Le offerte arrivano qui.");
  return slugIn(page);
}

export async function openFeasibility(page: Page, slug: string) {
  await page.goto(`/progetti/${slug}/gestione`);
  await press(page, "Apri la fattibilità");
  await said(page, "La fattibilità è aperta.");
}

/** From where nothing is missing any more. */
export async function start(page: Page, slug: string) {
  await page.goto(`/progetti/${slug}/gestione`);
  await said(page, "C’è tutto: si può partire.");
  await press(page, "Fai partire il progetto");
  await said(page, "Si parte.");
}

export async function askToCarry(page: Page, slug: string, association: string) {
  await page.goto(`/progetti/${slug}/gestione`);
  await page.getByText("Chiedi di portarlo insieme").first().click();
  await page.getByRole("combobox", { name: "Quale associazione" }).fill(association);
  await page.getByLabel("Perché proprio loro").fill("Perché sapete tenere i conti di chi ripara.");
  await press(page, "Chiedi di portarlo insieme");
  await said(page, "Domanda inviata. Finché non accettano, non cambia niente.");
}

export async function carryToo(page: Page, association: string, title: string) {
  await page.goto(`/associazioni/${association}/gestione/progetti`);
  await said(page, "Perché sapete tenere i conti di chi ripara.");
  await press(page, new RegExp(`^Lo portiamo anche noi ?: ${title}$`));
  await said(page, "Fatto: ora lo portate anche voi.");
}

export async function offer(page: Page, slug: string, seat: string, brought: Brought, until?: string) {
  await page.goto(`/progetti/${slug}`);
  await page
    .getByRole("listitem")
    .filter({ hasText: seat })
    .getByRole("link", { name: /^Offri/ })
    .click();
  await bring(page, brought);
  if (until) await page.getByLabel("Fino a quando ci sei").fill(until);
  await press(page, "Offri");
  await said(page, "Offerta inviata. Quando c’è una risposta, la trovi fra le notifiche.");
}

export async function answerOffer(page: Page, slug: string, who: Person, answer: "Accetta" | "Non ora") {
  await page.goto(`/progetti/${slug}/gestione`);
  await press(page, new RegExp(`^${answer} ?: ${who.name}$`));
  await said(page, answer === "Accetta" ? "Accettata. Il posto è suo." : /^Risposto «non ora»/);
}

/** Rule PJ2: before every critical seat is taken the project cannot start, and the page says what it lacks. */
export async function expectBlocked(page: Page, slug: string) {
  await page.goto(`/progetti/${slug}/gestione`);
  await said(page, "Per partire manca ancora:");
  await said(page, "un posto indispensabile da coprire");
  await expect(page.getByRole("button", { name: "Fai partire il progetto" })).toHaveCount(0);
}

/** Somebody's row in the list of those who could cover a seat. */
export const couldCover = (page: Page, who: Person) =>
  page.getByRole("listitem").filter({ has: page.locator(`a[href$="/${who.handle}"]`) });

/** One of those who could cover a seat is asked, from the list of them. */
export async function askOfList(page: Page, who: Person, why: string) {
  await unfold(page, `Chiedi a ${who.name}`);
  const row = couldCover(page, who);
  await row.getByRole("textbox", { name: `Perché proprio ${who.name}` }).fill(why);
  await row.getByRole("button", { name: "Chiedi", exact: true }).click();
}

/** Whoever is asked to cover a seat takes it. */
export async function cover(page: Page, path: string, brought: Brought) {
  await page.goto(path);
  await bring(page, brought);
  await press(page, "Lo prendo");
  await said(page, "Il posto è tuo. Grazie.");
}

export async function declare(page: Page, slug: string, deed: string, hours: string) {
  await page.goto(`/progetti/${slug}/contributi`);
  await page.getByLabel("Che cosa hai fatto").fill(deed);
  await page.getByRole("spinbutton", { name: /^Ore/ }).fill(hours);
  await press(page, "Registra");
  await said(page, "Registrato. Ora lo conferma qualcun altro.");
}

export async function confirm(page: Page, slug: string, deed: string) {
  await page.goto(`/progetti/${slug}/contributi`);
  await press(page, new RegExp(`^Confermo ?: ${deed}$`));
  await said(page, "Confermato.");
}

export async function closeCommitment(page: Page, slug: string, outcome: "Fatto" | "In parte") {
  await page.goto(`/progetti/${slug}/contributi`);
  await page
    .getByText(/^Chiudi l’impegno/)
    .first()
    .click();
  await page.getByRole("radio", { name: outcome, exact: true }).check();
  await press(page, /^Chiudi l’impegno/);
  await said(page, "Impegno chiuso.");
}

/** What was promised is handed over. */
export async function handOver(page: Page, slug: string, evidence: string) {
  await page.goto(`/progetti/${slug}/gestione`);
  await page.getByText("È stata consegnata").first().click();
  await page.getByLabel("Da che cosa si vede").fill(evidence);
  await press(page, /^Consegnata oggi/);
  await said(page, "Segnata come consegnata.");
}

export type Ending = { result: string; lessons: string; link: [label: string, url: string] };

/** The form of the result: refused where too little is said, with everything still in it; then published. */
export async function publish(page: Page, { result, lessons, link }: Ending) {
  const words = page.getByLabel("Che cosa è venuto fuori");
  await page.getByLabel("Che cosa abbiamo imparato").fill(lessons);
  const row = page.getByRole("group", { name: "Collegamento 1", exact: true });
  await row.getByLabel("Come chiamarlo").fill(link[0]);
  await row.getByLabel("Indirizzo").fill(link[1]);
  await words.fill("Troppo poco.");
  await press(page, "Concludi e pubblica");
  await said(page, /C’è una cosa da sistemare/);
  await expect(words).toHaveValue("Troppo poco.");
  await words.fill(result);
  await press(page, "Concludi e pubblica");
  await said(page, "Il risultato è pubblicato.");
}

/** What was promised is handed over, the result is published. */
export async function conclude(page: Page, slug: string, evidence: string, ending: Ending) {
  await handOver(page, slug, evidence);
  await page.getByRole("link", { name: "Scrivi il risultato" }).click();
  await publish(page, ending);
}

/** How somebody stands under the result. */
export async function sign(page: Page, slug: string, look: string, competence?: string) {
  await page.goto(`/progetti/${slug}/risultato`);
  await page.getByRole("radio", { name: new RegExp(`^${look}(?!,)`) }).check();
  if (competence)
    await page.getByRole("combobox", { name: "Con quale competenza" }).selectOption({ label: competence });
  await press(page, "Salva la firma");
  await said(page, "Fatto: la tua firma è come l’hai scelta.");
}
