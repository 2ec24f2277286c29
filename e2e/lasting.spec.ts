import { aPerson, brokenInvariants, sql } from "./database";
import { expect, sizes, test, violationsOn } from "./fixtures";
import { aGroupOf } from "./group";
import { inMonths, press, said } from "./membership";

test.afterAll(async () => {
  expect(await brokenInvariants()).toEqual([]);
});

const WAYS = [
  ["with JavaScript, wide", { viewport: sizes.desk }],
  ["without JavaScript, narrow", { viewport: sizes.phone, javaScriptEnabled: false }],
] as const;

for (const [way, options] of WAYS) {
  test(`a member steps back until a day they name, and comes back (M10, P37), ${way}`, async ({ as }) => {
    const [rita, bo] = [await aPerson("Rita Regge"), await aPerson("Bo Pausa")];
    const slug = await aGroupOf([rita, bo]);
    const page = await as(bo, options);
    await page.goto(`/associazioni/${slug}/patto`);
    await said(page, /Nessuno conta su di te/);
    const until = page.getByRole("main").getByLabel(/^Fino a quando ti fermi/);
    await until.fill(inMonths(2));
    await press(page, "Vai in pausa");
    await said(page, "Sei in pausa. Puoi leggere, e riprendere quando vuoi.");
    await said(page, /pensavi di tornare il/);
    await press(page, "Riprendi");
    await said(page, "Si riprende. Ti ritrovi dove avevi lasciato.");
  });

  test(`a card is made, read signed out, renewed: the old one tells nothing, ${way}`, async ({ as }) => {
    const ada = await aPerson("Ada Tessera");
    const slug = await aGroupOf([ada]);
    const [page, passer] = [await as(ada, options), await as(null, options)];
    await page.goto(`/associazioni/${slug}`);
    await page.getByRole("main").getByRole("link", { name: "La mia tessera" }).click();
    await expect(page.getByRole("img", { name: "Codice per verificare la tessera" })).toHaveCount(0);
    await page.getByRole("radio", { name: /^Se è valida, e il mio nome/ }).check();
    await press(page, "Salva");
    await said(page, "Salvato: la tessera dice quello che hai scelto.");
    await expect(page.getByRole("img", { name: "Codice per verificare la tessera" })).toBeVisible();
    if (!("javaScriptEnabled" in options)) expect(await violationsOn(page)).toEqual([]);
    const address = (href: string | null) => new URL(href ?? "").pathname;
    const link = page.getByRole("main").getByRole("link", { name: /\/tessere\// });
    const old = address(await link.getAttribute("href"));
    await passer.goto(old);
    await said(passer, "Ada Tessera fa parte di Banco di prova.");
    if (!("javaScriptEnabled" in options)) expect(await violationsOn(passer)).toEqual([]);
    await press(page, "Fai un codice nuovo");
    await said(page, /^Codice nuovo\./);
    const fresh = address(await link.getAttribute("href"));
    await passer.goto(fresh);
    await said(passer, "Tessera valida");
    await passer.goto(old);
    await said(passer, "Tessera non confermata");
  });
}

test("A2: an old card, one whose owner closed it, and one that never was answer with the same page", async ({ as }) => {
  const ada = await aPerson("Ada Chiusa");
  const slug = await aGroupOf([ada]);
  const closed = "c".repeat(43);
  await sql(
    `INSERT INTO "MembershipCard" ("membershipId", "token", "tells", "issuedAt")
     SELECT m."id", $1, 'NOTHING', now() FROM "Membership" m JOIN "Association" a ON a."id" = m."associationId" WHERE a."slug" = $2`,
    [closed, slug],
  );
  const page = await as(null);
  const bodyOf = async (token: string) => {
    await page.goto(`/tessere/${token}`);
    return (await page.getByRole("main").innerHTML()).replaceAll(token, "…");
  };
  const [never, own] = [await bodyOf("n".repeat(43)), await bodyOf(closed)];
  expect(own).toBe(never);
  expect(await page.locator('meta[name="robots"]').getAttribute("content")).toContain("noindex");
});

test("a card prints at the size of every other", async ({ as }) => {
  const ada = await aPerson("Ada Stampa");
  const page = await as(ada);
  await page.goto(`/associazioni/${await aGroupOf([ada])}/tessera`);
  await page.emulateMedia({ media: "print" });
  const box = await page.locator(".pass").boundingBox();
  const millimetres = (pixels = 0) => Math.round((pixels / 96) * 254) / 10;
  expect([millimetres(box?.width), millimetres(box?.height)]).toEqual([85.6, 54]);
});

test("in English, without JavaScript: a card is made and read", async ({ as }) => {
  const ada = await aPerson("Ada Card");
  const slug = await aGroupOf([ada]);
  const options = { javaScriptEnabled: false };
  const [page, passer] = [await as(ada, options), await as(null, options)];
  await page.goto(`/en/associations/${slug}/card`);
  await page.getByRole("radio", { name: /^Whether it is valid ?the association/ }).check();
  await press(page, "Save");
  await said(page, "Saved: the card tells what you chose.");
  const href = await page
    .getByRole("main")
    .getByRole("link", { name: /\/tessere\// })
    .getAttribute("href");
  await passer.goto(`/en${new URL(href ?? "").pathname.replace("/tessere/", "/cards/")}`);
  await said(passer, "Whoever carries it is a member of Banco di prova.");
  await expect(passer.getByText("Ada Card")).toHaveCount(0);
});

test("the last steward leaves it in custody, and a member steps up (M7)", async ({ as }) => {
  const [rita, bo] = [await aPerson("Rita Ultima"), await aPerson("Bo Prende")];
  const slug = await aGroupOf([rita, bo]);
  const [page, other] = [await as(rita), await as(bo)];
  await page.goto(`/associazioni/${slug}/esci`);
  await said(page, "Ora te ne prendi cura solo tu");
  await press(page, "Esci ora e lasciala in custodia");
  await said(page, /^Hai lasciato l’associazione\./);
  await other.goto(`/associazioni/${slug}`);
  await said(other, "Nessuno se ne prende cura");
  await press(other, "Me ne prendo cura io");
  await said(other, "Da ora te ne prendi cura tu. L’associazione è di nuovo aperta.");
  await other.goto(`/associazioni/${slug}/ruoli`);
  await said(other, "Bo Prende");
  expect(await violationsOn(other)).toEqual([]);
});

test("a role of one’s own is defined, offered, accepted, changed, ended, and told (R2, PT2, P54)", async ({ as }) => {
  test.setTimeout(90_000);
  const [rita, bo] = [await aPerson("Rita Ruoli"), await aPerson("Bo Cassa")];
  const slug = await aGroupOf([rita, bo]);
  const [desk, page] = [await as(rita), await as(bo)];
  await desk.goto(`/associazioni/${slug}/gestione/ruoli`);
  await desk.getByRole("textbox", { name: /^Come si chiama/ }).fill("Tesoriere");
  await desk.getByRole("textbox", { name: /^Di che cosa risponde/ }).fill("Tiene la cassa e la racconta.");
  await desk.getByRole("checkbox", { name: "invita persone" }).check();
  await press(desk, "Crea il ruolo");
  await said(desk, "Il ruolo c’è. Ora puoi offrirlo a qualcuno.");
  expect(await violationsOn(desk)).toEqual([]);
  await desk.getByRole("combobox", { name: /^A chi lo offri/ }).fill(bo.handle);
  await desk.getByRole("radio", { name: /^Tesoriere/ }).check();
  await press(desk, "Offri il ruolo");
  await said(desk, "Ruolo offerto. Vale da quando la persona accetta.");

  await page.goto(`/associazioni/${slug}`);
  await said(page, "Ti è stato offerto un ruolo: Tesoriere");
  await press(page, "Accetta");
  await said(page, "Il ruolo è tuo. Puoi lasciarlo quando vuoi.");

  await desk.goto(`/associazioni/${slug}/gestione/ruoli`);
  const own = desk.getByRole("region", { name: "I ruoli che vi date" });
  await own.getByText("Tesoriere", { exact: true }).click();
  await own.getByRole("checkbox", { name: "legge le domande e ammette" }).first().check();
  await own.getByRole("button", { name: "Salva il ruolo" }).click();
  await said(desk, /^Ruolo cambiato\./);
  await page.goto(`/associazioni/${slug}`);
  await said(page, "Il tuo ruolo è cambiato: Tesoriere");
  await press(page, "Accetta");
  await said(page, "Il ruolo è tuo. Puoi lasciarlo quando vuoi.");

  await desk.goto(`/associazioni/${slug}/gestione/ruoli`);
  await press(desk, "Togli il ruolo");
  await said(desk, "Il ruolo è finito.");
  await page.goto(`/associazioni/${slug}/ruoli`);
  await said(page, "Rita Ruoli ha tolto a Bo Cassa il ruolo «Tesoriere»");
});
