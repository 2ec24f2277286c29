import type { Page } from "@playwright/test";
import { brokenInvariants, demoPerson, sql } from "./database";
import { expect, expectMail, sizes, test } from "./fixtures";
import { press, said } from "./membership";
import {
  answerOffer,
  closeCommitment,
  conclude,
  confirm,
  declare,
  expectBlocked,
  fillPlan,
  openFeasibility,
  type Seat,
  slugIn,
  start,
} from "./project";

test.afterAll(async () => {
  expect(await brokenInvariants()).toEqual([]);
});

const SEATS: readonly Seat[] = [
  { title: "Saldare i telai", competence: "Saldatura", isCritical: true },
  { title: "Chi avvisi la scuola", kind: "Contatto" },
];

type Proposal = { title: string; association: string };

/** From an empty form, refused once, to a proposal with two seats and something promised. */
async function propose(page: Page, { title, association }: Proposal): Promise<string> {
  await page.goto("/progetti");
  await page.getByRole("link", { name: "Proponi un progetto" }).first().click();
  await page.getByRole("textbox", { name: "Titolo", exact: true }).fill(title);
  await page.getByRole("combobox", { name: "Associazione" }).selectOption({ label: association });
  await press(page, "Proponi");

  await said(page, /Ci sono \d+ cose da sistemare/);
  await expect(page.getByRole("textbox", { name: "Titolo", exact: true })).toHaveValue(title);
  await expect(page.getByRole("combobox", { name: "Associazione" }).locator("option:checked")).toHaveText(association);
  await page.getByLabel("Scopo").fill("Rimettere in uso dodici sedie di una scuola, prima della fine dell’anno.");
  await fillPlan(page, SEATS, "Dodici sedie nell’aula");
  await press(page, "Proponi");

  await said(page, "La proposta è pubblicata. Le offerte arrivano qui.");
  return slugIn(page);
}

async function offerWelding(page: Page, slug: string) {
  await page.goto(`/progetti/${slug}`);
  const seat = page.getByRole("listitem").filter({ hasText: "Saldare i telai" });
  await seat.getByRole("link", { name: /^Offri/ }).click();
  await page.getByRole("radio", { name: /^Una mia competenza/ }).check();
  await page.getByRole("combobox", { name: "Quale competenza" }).selectOption("");
  await press(page, "Offri");
  await said(page, /C’è una cosa da sistemare/);
  await page.getByRole("combobox", { name: "Quale competenza" }).selectOption({ label: "Saldatura" });
  await page.getByLabel("Due righe a chi guida il progetto").fill("Porto la saldatrice e il furgone.");
  await press(page, "Offri");
  await said(page, "Offerta inviata. Quando c’è una risposta, la trovi fra le notifiche.");
}

const DEED = "Saldati dodici telai";

test("Enter in a field that suggests does not send the form", async ({ as }) => {
  const page = await as(await demoPerson("samira-el-fassi"));
  await page.goto("/progetti/nuovo");
  const competence = page.getByRole("combobox", { name: /^Competenza/ }).first();
  await competence.fill("Saldatura");
  const sent: string[] = [];
  page.on("request", (request) => void (request.method() === "POST" && sent.push(request.url())));
  await competence.press("Enter");
  await page.getByRole("combobox", { name: /^Luogo/ }).press("Enter");
  await page.waitForTimeout(500);
  expect(sent).toEqual([]);
  await expect(competence).toHaveValue("Saldatura");
  await page.getByRole("textbox", { name: "Titolo", exact: true }).press("Enter");
  await said(page, /Ci sono \d+ cose da sistemare/);
  expect(sent).toHaveLength(1);
});

test("of the seats and promises that are left, the first is the one asked for", async ({ as }) => {
  const page = await as(await demoPerson("samira-el-fassi"));
  await page.goto("/progetti/nuovo");
  for (const [section, button, rows] of [
    ["#seats", /^Togli/, 3],
    ["#promise", /^Togli/, 2],
  ] as const) {
    const titles = page.locator(section).locator('input[name$=".title"]');
    const asked = () => titles.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).required));
    await expect(titles).toHaveCount(rows);
    expect(await asked()).toEqual(Array.from({ length: rows }, (_, i) => i === 0));
    for (let left = rows; left > 1; left--)
      await page.locator(section).getByRole("button", { name: button }).first().click();
    expect(await asked()).toEqual([true]);
    await expect(titles.locator("xpath=ancestor::div[@class='field']").getByText("facoltativo")).toHaveCount(0);
    await page
      .locator(section)
      .getByRole("button", { name: /^Aggiungi/ })
      .click();
    expect(await asked()).toEqual([true, false]);
  }
});

const WAYS = [
  ["with JavaScript, wide", { viewport: sizes.desk }, "Sedie che tengono"],
  ["without JavaScript, narrow", { viewport: sizes.phone, javaScriptEnabled: false }, "Sedie che tornano"],
] as const;

for (const [way, options, title] of WAYS)
  test(`from a proposal to a result a visitor reads, ${way}`, async ({ as }) => {
    test.setTimeout(120_000);
    const [lead, helper] = [await demoPerson("ilaria-zanasi"), await demoPerson("ivo-malservisi")];
    const [owner, other, visitor] = [await as(lead, options), await as(helper, options), await as(null, options)];
    const begun = new Date();

    const slug = await propose(owner, { title, association: "La Morsa" });
    await openFeasibility(owner, slug);
    await expectBlocked(owner, slug);
    await offerWelding(other, slug);
    await expectMail(lead.email, title, begun);
    await answerOffer(owner, slug, helper, "Accetta");
    await start(owner, slug);
    await expectMail(helper.email, title, begun);
    await other.goto(`/progetti/${slug}`);
    await expect(other.getByRole("main").locator("header").getByRole("link", { name: "Vai al lavoro" })).toBeVisible();
    await said(other, "Puoi portare anche altro? Offrilo");
    await declare(other, slug, DEED, "6.5");
    await expect(other.getByRole("button", { name: /^Confermo/ })).toHaveCount(0);
    await confirm(owner, slug, DEED);
    await closeCommitment(other, slug, "Fatto");
    const result = `Dodici sedie sono tornate in aula, e tre persone hanno imparato a saldare. ${title}.`;
    await conclude(owner, slug, "Le dodici sedie sono in aula, e la scuola le usa.", {
      result,
      lessons: "Chiedere alla scuola prima di comprare i pezzi.",
      link: ["Come si salda un telaio", "https://example.org/telaio"],
    });

    await visitor.goto(`/progetti/${slug}/risultato`);
    await said(visitor, result);
    await said(visitor, DEED);
    const [project] = await sql<{ state: string }>(`SELECT "state" FROM "Project" WHERE "slug" = $1`, [slug]);
    expect(project?.state).toBe("COMPLETED");
  });

test("what is typed while a refusal is on its way stays", async ({ as }) => {
  const page = await as(await demoPerson("ilaria-zanasi"), { viewport: sizes.desk });
  await page.goto("/progetti/nuovo");
  await page.getByLabel("Scopo").fill("Rimettere in uso");
  let letThrough = () => {};
  const isTyped = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route("**/progetti/nuovo", async (route) => {
    if (route.request().method() === "POST") await isTyped;
    return route.continue();
  });
  const sent = page.waitForRequest((request) => request.method() === "POST");
  await press(page, "Proponi");
  await sent;
  await page.getByRole("textbox", { name: "Titolo", exact: true }).fill("Sedie di sera");
  await page.getByLabel("Scopo").fill("Rimettere in uso dodici sedie.");
  letThrough();
  await said(page, /Ci sono \d+ cose da sistemare/);
  await expect(page.getByRole("textbox", { name: "Titolo", exact: true })).toHaveValue("Sedie di sera");
  await expect(page.getByLabel("Scopo")).toHaveValue("Rimettere in uso dodici sedie.");
});
