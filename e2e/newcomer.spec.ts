import type { Page } from "@playwright/test";
import { brokenInvariants, demoPerson, type Person, sql } from "./database";
import { expect, expectMail, sizes, test } from "./fixtures";
import { admit, apply, press, said } from "./membership";

// Other journeys ask for links from this machine too.
test.beforeEach(() => sql(`DELETE FROM "Throttle"`));

test.afterAll(async () => {
  expect(await brokenInvariants()).toEqual([]);
});

const PROJECT = "scarti-buoni";
const STEWARD = "samira-el-fassi";
const DEED = "Fotografati quaranta pezzi";

async function signUp(page: Page, name: string, email: string) {
  await page.goto("/");
  await page.getByRole("link", { name: "Crea la tua tessera" }).first().click();
  await page.getByRole("textbox", { name: "Nome e cognome" }).fill(name);
  await page.getByRole("textbox", { name: "E-mail" }).fill(email);
  await press(page, "Crea la tessera");
  await said(page, /Ci sono 2 cose da sistemare/);
  await expect(page.getByRole("textbox", { name: "Nome e cognome" })).toHaveValue(name);
  await page.getByRole("checkbox", { name: "Ho 18 anni o più" }).check();
  await page.getByRole("checkbox", { name: /^Accetto i termini/ }).check();
  await press(page, "Crea la tessera");
  await said(page, /^Guarda la posta: ti abbiamo scritto/);
  const mail = await expectMail(email, "/accedi/conferma");
  await page.goto(mail.match(/https?:\/\/\S+\/accedi\/conferma\S*/)?.[0] ?? "");
  await press(page, "Entra in Tessera");
}

/** The four questions: two answered, one answered with what makes a profile enough, the last one left for later. */
async function introduce(page: Page) {
  await expect(page.getByRole("heading", { level: 2, name: "Chi sono" })).toBeVisible();
  await page.getByRole("textbox", { name: /^Una riga su di te/ }).fill("Fotografo cose usate");
  await page.getByRole("textbox", { name: /^Di che cosa ti occupi/ }).fill("Catalogo magazzini e botteghe.");
  await press(page, "Salva e continua");
  await expect(page.getByRole("heading", { level: 2, name: "Il valore che porto" })).toBeVisible();
  await page.getByRole("textbox", { name: /^Il valore che porti/ }).fill("Chi lavora con me trova quello che cerca.");
  await page.getByRole("combobox", { name: /^1ª competenza/ }).fill("Fotografia");
  await page.getByRole("combobox", { name: /^Livello della 1ª competenza/ }).selectOption({ index: 2 });
  await press(page, "Salva e continua");
  await expect(page.getByRole("heading", { level: 2, name: "A chi mi lego" })).toBeVisible();
  await page.getByRole("textbox", { name: /^A chi ti rivolgi/ }).fill("Botteghe che hanno troppe cose.");
  await press(page, "Salva e continua");
  await expect(page.getByRole("heading", { level: 2, name: "Di chi mi fido" })).toBeVisible();
  await press(page, "Salta per ora");
  await expect(page).toHaveURL("/bacheca");
}

async function personOf(email: string): Promise<Person> {
  const [row] = await sql<{ handle: string }>(
    `SELECT m."handle" FROM "Member" m JOIN "Account" a ON a."id" = m."accountId" WHERE a."email" = $1`,
    [email],
  );
  return demoPerson(row?.handle ?? "");
}

async function takeSeat(page: Page, need: string) {
  await page.goto(`/progetti/${PROJECT}`);
  const seat = page.getByRole("listitem").filter({ hasText: need });
  await seat
    .getByRole("link", { name: /^Offri/ })
    .first()
    .click();
  await page.getByRole("radio", { name: /^Una mia competenza/ }).check();
  await page.getByRole("combobox", { name: /^Quale competenza/ }).selectOption({ label: "Fotografia" });
  await press(page, "Offri");
  await said(page, /^Offerta inviata\./);
}

async function contribute(page: Page) {
  await page.goto(`/progetti/${PROJECT}/contributi`);
  await page.getByRole("textbox", { name: /^Che cosa hai fatto/ }).fill(DEED);
  await press(page, "Registra");
  await said(page, /^Registrato\./);
}

const WAYS = [
  ["with JavaScript, wide", { viewport: sizes.desk }, "Vera Passalacqua", "fotografare i pezzi"],
  [
    "without JavaScript, narrow",
    { viewport: sizes.phone, javaScriptEnabled: false },
    "Zoe Passarin",
    "Chi misura e pesa",
  ],
] as const;

for (const [way, options, name, need] of WAYS)
  test(`from signing up to a confirmed contribution, ${way}`, async ({ as }) => {
    test.setTimeout(120_000);
    const [page, desk] = [await as(null, options), await as(await demoPerson(STEWARD), options)];
    const email = `${name.split(" ")[0]?.toLowerCase()}@example.org`;
    await signUp(page, name, email);
    await introduce(page);
    const person = await personOf(email);

    await apply(page, "la-morsa");
    await admit(desk, "la-morsa", person.name);
    await expectMail(email, "La tua domanda è accolta: fai parte di La Morsa");

    await takeSeat(page, need);
    await desk.goto(`/progetti/${PROJECT}/gestione`);
    await press(desk, new RegExp(`^Accetta ?: ${name}$`));
    await said(desk, "Accettata. Il posto è suo.");
    await expectMail(email, "Il tuo posto in «Scarti buoni» è confermato");

    await contribute(page);
    await desk.goto(`/progetti/${PROJECT}/contributi`);
    await press(desk, new RegExp(`^Confermo ?: ${DEED}$`));
    await said(desk, "Confermato.");

    await expect(async () => {
      await page.goto("/notifiche");
      await expect(page.getByRole("main")).toContainText("ha confermato il tuo contributo a", { timeout: 500 });
    }).toPass();
    const [deed] = await sql<{ state: string }>(`SELECT "state" FROM "Contribution" WHERE "memberId" = $1`, [
      person.memberId,
    ]);
    expect(deed?.state).toBe("CONFIRMED");
  });
