import { brokenInvariants, demoPerson, sql } from "./database";
import { expect, expectMail, sizes, test, violationsOn } from "./fixtures";
import { press, said, takeStances } from "./membership";

test.afterAll(async () => {
  expect(await brokenInvariants()).toEqual([]);
});

const SLUG = "foglio-pubblico";
const path = (part: string) => `/associazioni/${SLUG}/${part}`;

/** Somebody of the demo world who looks after the association, and an active member who does not. */
async function peopleOf(slug: string) {
  const rows = await sql<{ handle: string; isSteward: boolean }>(
    `SELECT b."handle", EXISTS (SELECT 1 FROM "RoleGrant" g WHERE g."membershipId" = m."id" AND g."state" = 'HELD' AND g."role" = 'STEWARD') AS "isSteward"
       FROM "Membership" m JOIN "Member" b ON b."id" = m."memberId" JOIN "Association" a ON a."id" = m."associationId"
      WHERE a."slug" = $1 AND m."state" = 'ACTIVE' AND b."accountId" IS NOT NULL ORDER BY b."handle"`,
    [slug],
  );
  const handleOf = (isSteward: boolean) => rows.find((row) => row.isSteward === isSteward)?.handle ?? "";
  return { steward: await demoPerson(handleOf(true)), member: await demoPerson(handleOf(false)) };
}

/** Lets a version have come out so many days earlier: nothing of ours may change it, so its guard sleeps meanwhile. */
const backdate = (slug: string, days: number) =>
  sql(`ALTER TABLE "Charter" DISABLE TRIGGER append_only;
       UPDATE "Charter" SET "publishedAt" = "publishedAt" - interval '${days} days'
        WHERE "version" = 2 AND "associationId" = (SELECT "id" FROM "Association" WHERE "slug" = '${slug}');
       ALTER TABLE "Charter" ENABLE TRIGGER append_only`);

test("P41, M11: a steward writes and publishes a charter; a member reads what changes, word by word, and accepts it", async ({
  as,
}) => {
  const { steward, member } = await peopleOf(SLUG);
  const start = new Date();
  const page = await as(steward, { viewport: sizes.desk });
  await page.goto(path("gestione/carta"));
  await said(page, /^Parti dalla versione 1/);
  await page.getByRole("main").getByText("Valore 1", { exact: true }).first().click();
  const meaning = page
    .getByRole("main")
    .getByRole("textbox", { name: /^Cosa vuol dire qui/ })
    .first();
  await meaning.fill("Pubblichiamo anche quando il dato dà torto a noi.");
  await page
    .getByRole("main")
    .getByRole("spinbutton", { name: /^Contributi/ })
    .fill("2");
  await press(page, "Salva la bozza");
  await said(page, "Bozza salvata.");
  await expect(page.getByRole("main").locator("ins").filter({ hasText: "noi" }).first()).toBeVisible();
  await said(page, /^È una modifica di sostanza: tocca i valori e tocca il contributo/);
  expect(await violationsOn(page)).toEqual([]);
  await page
    .getByRole("main")
    .getByRole("textbox", { name: /^Che cosa cambia, e perché/ })
    .fill("In assemblea abbiamo deciso di contare anche le cose fatte.");
  await press(page, "Pubblica la versione 2");
  await said(page, /^La nuova versione è in vigore\./);
  await said(page, /^Avevi accettato la versione 1/);

  const text = await expectMail(member.email, "serve la tua parola", start);
  expect(text).toContain(path("patto"));
  const other = await as(member, { viewport: sizes.phone });
  await other.goto(path("patto"));
  await said(other, /^Avevi accettato la versione 1/);
  await said(other, "In assemblea abbiamo deciso di contare anche le cose fatte.");
  await expect(other.getByRole("main").locator("del").first()).toContainText("tolto");
  expect(await violationsOn(other)).toEqual([]);
  await press(other, "Accetto la carta");
  await expect(other.getByRole("main").getByRole("alert")).toBeVisible();
  await takeStances(other, "Lo faccio mio");
  await other.getByRole("checkbox", { name: /^Accetto la carta versione 2/ }).check();
  await press(other, "Accetto la carta");
  await said(other, "Patto rinnovato.");
  await expect(other.getByRole("heading", { name: "La carta è cambiata" })).toHaveCount(0);
  await said(other, "versione 2");

  await page.goto(path("gestione/carta"));
  await expect(page.getByRole("region", { name: "Chi l’ha accettata" }).getByText(member.name)).toHaveCount(0);

  // Thirty-one days later whoever wrote it has not accepted it either.
  await backdate(SLUG, 31);
  await page.goto(path("").slice(0, -1));
  await said(page, /^Aspetta la tua parola: intanto puoi leggere/);
  await page.getByRole("main").getByRole("link", { name: "Leggi che cosa cambia" }).click();
  await said(page, /^I trenta giorni sono passati/);
  await expect(page.getByRole("main").getByRole("button", { name: "Vai in pausa" }).first()).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: "Esci", exact: true })).toBeVisible();
  expect((await page.request.get(path("gestione/carta"))).status()).toBe(404);
});

test("P41: the versions of a charter, and any two of them, without script and by anybody", async ({ as }) => {
  const page = await as(null, { javaScriptEnabled: false, viewport: sizes.phone });
  await page.goto("/associazioni/mezzacosta/patto/versioni");
  await said(page, /^Dalla versione 1 alla 2/);
  await expect(page.getByRole("main").locator("ins").first()).toContainText("aggiunto");
  await page.getByLabel("Alla versione", { exact: true }).selectOption("1");
  await press(page, "Confronta");
  await said(page, /^Dalla versione 1 alla 1/);
  await page.getByRole("main").getByRole("link", { name: "Leggi tutta la versione 1" }).click();
  await said(page, "Questa versione non è più in vigore.");
});
