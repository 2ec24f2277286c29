import type { Page } from "@playwright/test";
import { aPerson, brokenInvariants, demoPerson, type Person, sql } from "./database";
import { expect, expectMail, sizes, test } from "./fixtures";
import { admit, apply, handIn, openAtDesk, press, said } from "./membership";

// Other journeys ask for links from this machine too.
test.beforeEach(() => sql(`DELETE FROM "Throttle"`));

test.afterAll(async () => {
  await sql(`UPDATE "Association" SET "sponsorsRequired" = 0, "decidersRequired" = 1 WHERE "slug" = $1`, [ASSOCIATION]);
  expect(await brokenInvariants()).toEqual([]);
});

const ASSOCIATION = "la-morsa";
const STEWARD = "samira-el-fassi";
const WHY = "Ti ho vista montare un banco alla fiera: qui impareresti e insegneresti.";

const WAYS = [
  ["with JavaScript, wide", { viewport: sizes.desk }],
  ["without JavaScript, narrow", { viewport: sizes.phone, javaScriptEnabled: false }],
] as const;

const anAddress = () => `invito-${crypto.randomUUID().slice(0, 8)}@example.org`;
const linkIn = (mail: string) =>
  new URL(/https?:\/\/\S+\/(?:inviti|en\/invitations)\/\S+/.exec(mail)?.[0] ?? "").pathname;

async function isIn({ memberId }: Person): Promise<boolean> {
  const rows = await sql(
    `SELECT 1 FROM "Membership" m JOIN "Association" a ON a."id" = m."associationId"
      WHERE m."memberId" = $1 AND a."slug" = $2 AND m."state" = 'ACTIVE'`,
    [memberId, ASSOCIATION],
  );
  return rows.length > 0;
}

/** A steward writes to an address; what the mail leads to. */
async function writeLetter(desk: Page, email: string): Promise<string> {
  const start = new Date();
  await desk.goto(`/associazioni/${ASSOCIATION}/gestione/inviti`);
  const form = desk.locator("#letter");
  await form.getByRole("textbox", { name: /^Indirizzo e-mail/ }).fill(email);
  await form.getByRole("textbox", { name: /^Perché proprio questa persona/ }).fill(WHY);
  await press(desk, "Manda la lettera");
  await said(desk, /^Preso nota\./);
  return linkIn(await expectMail(email, WHY, start));
}

const lettersOf = (email: string) =>
  sql(`SELECT 1 FROM "Letter" WHERE "email" = $1 UNION ALL SELECT 1 FROM "OutboxMail" WHERE "recipient" = $1`, [email]);

for (const [way, options] of WAYS) {
  test(`a letter: read by anybody who holds it, taken up with another address, the same four steps (M2), ${way}`, async ({
    as,
  }) => {
    test.setTimeout(120_000);
    const email = anAddress();
    const path = await writeLetter(await as(await demoPerson(STEWARD), options), email);
    const visitor = await as(null, options);
    await visitor.goto(path);
    await said(visitor, "Ti aspettano in La Morsa");
    await said(visitor, WHY);
    const signUp = visitor.getByRole("main").getByRole("link", { name: "Crea la tua tessera" });
    expect(new URL((await signUp.getAttribute("href")) ?? "", "http://x").searchParams.get("next")).toBe(path);

    const person = await aPerson("Ilda Invitata");
    const page = await as(person, options);
    await page.goto(path);
    await press(page, "Leggi e decidi");
    await said(page, "I loro valori, i tuoi");
    expect(await isIn(person)).toBe(false);
    expect(await lettersOf(email)).toEqual([]);
    await handIn(page, "Entra nell’associazione");
    await said(page, "Da ora fai parte dell’associazione. Questo è il tuo patto.");
    expect(await isIn(person)).toBe(true);
    await visitor.goto(path);
    await said(visitor, "Quest’invito non è aperto");
  });

  test(`a link: two people of two come in, the third reads that it is over (A5), ${way}`, async ({ as }) => {
    test.setTimeout(120_000);
    const desk = await as(await demoPerson(STEWARD), options);
    await desk.goto(`/associazioni/${ASSOCIATION}/gestione/inviti`);
    const form = desk.locator("#link");
    await form.getByRole("textbox", { name: /^Perché proprio loro/ }).fill(WHY);
    await form.getByRole("spinbutton", { name: "Per quante persone" }).fill("2");
    await press(desk, "Crea il collegamento");
    await said(desk, /^Il collegamento è pronto/);
    const address = await desk
      .locator("#links")
      .getByRole("textbox", { name: "Indirizzo da copiare" })
      .first()
      .inputValue();
    const path = new URL(address).pathname;
    for (const name of ["Licia Prima", "Lidia Seconda"]) {
      const person = await aPerson(name);
      const page = await as(person, options);
      await page.goto(path);
      await press(page, "Leggi e decidi");
      await handIn(page, "Entra nell’associazione");
      await said(page, "Da ora fai parte dell’associazione. Questo è il tuo patto.");
      expect(await isIn(person)).toBe(true);
    }
    const late = await as(await aPerson("Livia Terza"), options);
    await late.goto(path);
    await said(late, "Quest’invito non è aperto");
    await desk.reload();
    await expect(desk.locator("#links").getByText("2 di 2 presi").first()).toBeVisible();
  });

  test(`writing to each other and a word of a member, before a second decider (M6, PT3), ${way}`, async ({ as }) => {
    test.setTimeout(150_000);
    const steward = await demoPerson(STEWARD);
    const desk = await as(steward, options);
    await sql(`UPDATE "Association" SET "decidersRequired" = 1, "sponsorsRequired" = 0 WHERE "slug" = $1`, [
      ASSOCIATION,
    ]);
    await desk.goto(`/associazioni/${ASSOCIATION}/gestione/ingresso`);
    await desk.getByRole("radio", { name: "Due persone d’accordo" }).check();
    await desk
      .getByRole("group", { name: /^Parole di membri/ })
      .getByRole("radio", { name: "Una", exact: true })
      .check();
    await press(desk, "Salva");
    await said(desk, /^Salvato\./);

    const person = await aPerson("Marta Conosciuta");
    const page = await as(person, options);
    const start = new Date();
    await apply(page, ASSOCIATION);
    const own = new URL(page.url()).pathname;
    await openAtDesk(desk, ASSOCIATION, person.name);
    await desk.getByRole("textbox", { name: /^Il tuo messaggio/ }).fill("Di sabato ci sei?");
    await press(desk, "Scrivi");
    await said(desk, /^Scritto\./);
    await expectMail(person.email, "ti ha scritto sulla tua domanda", start);
    await page.goto(own);
    await said(page, "Di sabato ci sei?");
    await page.getByRole("textbox", { name: /^Il tuo messaggio/ }).fill("Due sabati al mese.");
    await press(page, "Scrivi");
    await said(page, "Due sabati al mese.");

    await desk.reload();
    await said(desk, "Due sabati al mese.");
    await desk.getByRole("radio", { name: /^Accogli/ }).check();
    await press(desk, `Decidi e avvisa ${person.name}`);
    await said(desk, /^Manca ancora la parola di 1 membro/);

    const sponsor = await memberBesides(STEWARD);
    await page.getByRole("combobox", { name: /^Chi ti conosce/ }).fill(sponsor.handle);
    await press(page, "Chiedi");
    await said(page, "Non ancora");
    const other = await as(sponsor, options);
    await other.goto("/domande");
    await other
      .getByRole("textbox", { name: /^Che cosa sai/ })
      .fill("Le ho visto riparare tre biciclette in un pomeriggio.");
    await press(other, "Dico una parola");
    await said(other, /^La tua parola è accanto alla domanda/);
    await page.goto(own);
    await said(page, "Le ho visto riparare tre biciclette in un pomeriggio.");

    await openAtDesk(desk, ASSOCIATION, person.name);
    await desk.getByRole("radio", { name: /^Accogli/ }).check();
    await press(desk, `Decidi e avvisa ${person.name}`);
    await said(desk, "Il tuo sì è registrato: ora serve quello di un’altra persona.");
    expect(await isIn(person)).toBe(false);
    await admit(await as(await admitterBesides(STEWARD), options), ASSOCIATION, person.name);
    expect(await isIn(person)).toBe(true);
  });
}

test("a letter in English, and «not now» without a card keeps nothing of the address (PT3)", async ({ as }) => {
  const email = anAddress();
  const path = await writeLetter(await as(await demoPerson(STEWARD)), email);
  const page = await as(null, { javaScriptEnabled: false });
  await page.goto(path.replace("/inviti/", "/en/invitations/"));
  await said(page, "They are expecting you in La Morsa");
  await said(page, WHY);
  await expect(page.getByRole("link", { name: "Create your card" })).toBeVisible();
  await press(page, "Not now");
  await said(page, /^(All right: not now|This invitation is not open)/);
  expect(await lettersOf(email)).toEqual([]);
  await page.goto(path);
  await said(page, "Quest’invito non è aperto");
});

test("whoever holds a letter signs up with any address and comes back to it", async ({ as }) => {
  test.setTimeout(90_000);
  const path = await writeLetter(await as(await demoPerson(STEWARD)), anAddress());
  const email = anAddress();
  const page = await as(null);
  await page.goto(path);
  await page.getByRole("main").getByRole("link", { name: "Crea la tua tessera" }).click();
  await page.getByRole("textbox", { name: "Nome e cognome" }).fill("Nives Arrivata");
  await page.getByRole("textbox", { name: "E-mail" }).fill(email);
  await page.getByRole("checkbox", { name: "Ho 18 anni o più" }).check();
  await page.getByRole("checkbox", { name: /^Accetto i termini/ }).check();
  await press(page, "Crea la tessera");
  const mail = await expectMail(email, "/accedi/conferma");
  await page.goto(mail.match(/https?:\/\/\S+\/accedi\/conferma\S*/)?.[0] ?? "");
  await press(page, "Entra in Tessera");
  await expect(page).toHaveURL(path);
  await press(page, "Leggi e decidi");
  await said(page, /^Manca:/);
});

test("a list: faults are told line by line and nothing is lost; then each is written to, and nobody enrolled (C4, M2)", async ({
  as,
}) => {
  const page = await as(await demoPerson(STEWARD), { javaScriptEnabled: false });
  const [one, other] = [anAddress(), anAddress()];
  await page.goto(`/associazioni/${ASSOCIATION}/gestione/elenco`);
  const lines = page.getByRole("textbox", { name: /^Nome e indirizzo/ });
  await lines.fill(`Ada Prova, ${one}\nBo Prova, sbagliato\n${other}`);
  await page.getByRole("textbox", { name: /^Che cosa vuoi dire/ }).fill(WHY);
  await page
    .getByRole("textbox", { name: /^Come hanno detto di sì/ })
    .fill("All’assemblea di ottobre, per alzata di mano.");
  await page.getByLabel("Quando").fill("2026-10-01");
  await page.getByRole("checkbox", { name: /^Dichiaro/ }).check();
  await press(page, "Scrivi loro");
  await said(page, /riga 2: manca l’indirizzo/i);
  await said(page, /riga 3: scrivi il nome/i);
  await expect(lines).toHaveValue(`Ada Prova, ${one}\nBo Prova, sbagliato\n${other}`);
  await lines.fill(`Ada Prova, ${one}\nBo Prova, ${other}`);
  await page.getByRole("checkbox", { name: /^Dichiaro/ }).check();
  await press(page, "Scrivi loro");
  await said(page, /^Elenco preso\./);
  await expectMail(one, "dice che ne fai già parte");
  await expectMail(other, "dice che ne fai già parte");
  await said(page, "2 righe");
});

/** An active member of the association who may be found, with no role there. */
const memberBesides = (handle: string) => someone(handle, "NOT EXISTS");
/** Somebody else who admits there. */
async function admitterBesides(handle: string): Promise<Person> {
  const found = await someone(handle, "EXISTS").catch(() => null);
  if (found) return found;
  const member = await memberBesides(handle);
  await sql(
    `INSERT INTO "RoleGrant" ("id", "membershipId", "role", "state", "grantedAt", "acceptedAt")
     SELECT gen_random_uuid(), m."id", 'WELCOMER', 'HELD', now(), now() FROM "Membership" m
       JOIN "Association" a ON a."id" = m."associationId" WHERE a."slug" = $1 AND m."memberId" = $2`,
    [ASSOCIATION, member.memberId],
  );
  return member;
}

async function someone(besides: string, roles: "EXISTS" | "NOT EXISTS"): Promise<Person> {
  const [row] = await sql<{ handle: string }>(
    `SELECT p."handle" FROM "Membership" m JOIN "Member" p ON p."id" = m."memberId"
       JOIN "Association" a ON a."id" = m."associationId"
      WHERE a."slug" = $1 AND m."state" = 'ACTIVE' AND p."isListed" AND p."handle" <> $2 AND ${roles} (
        SELECT 1 FROM "RoleGrant" g WHERE g."membershipId" = m."id" AND g."state" = 'HELD')
      ORDER BY m."firstJoinedAt", p."handle" LIMIT 1`,
    [ASSOCIATION, besides],
  );
  return demoPerson(row?.handle ?? "");
}
