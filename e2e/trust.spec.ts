import { aPerson, brokenInvariants } from "./database";
import { expect, expectMail, sizes, test, violationsOn } from "./fixtures";
import { aGroupOf, workTogether } from "./group";
import { inMonths, press, said, takeStances } from "./membership";
import { runJob } from "./time";

test.afterAll(async () => {
  expect(await brokenInvariants()).toEqual([]);
});

const WAYS = [
  ["in Italian", "it", { viewport: sizes.desk }],
  ["in English, without JavaScript, on a phone", "en", { viewport: sizes.phone, javaScriptEnabled: false }],
] as const;

const WORDS = {
  it: {
    ...{ home: "/associazioni", desk: "gestione/ruoli", register: "ruoli", own: "I ruoli che vi date" },
    ...{ name: /^Come si chiama/, duty: /^Di che cosa risponde/, byTrust: /^Si guadagna con la fiducia/ },
    ...{
      define: "Crea il ruolo",
      defined: /^Il ruolo c’è\./,
      handle: /^(A chi lo offri|Una persona di cui)/,
      offer: "Offri il ruolo",
    },
    ...{
      offered: /^Ruolo offerto\./,
      isMissing: /non c’è ancora\. L’offerta resta aperta/,
      isThere: /fatto qualcosa: c’è/,
    },
    ...{ accept: "Accetta", accepted: /^Il ruolo è tuo\./, give: "Mi fido", given: /^Fatto: la tua fiducia conta/ },
    ...{ withdraw: "Ritira la fiducia" },
    ...{ withdrawn: /^La fiducia è ritirata\./, mail: "non hai più il ruolo «Garante»" },
    ...{ ended: /il ruolo «Garante» di Gaia Garante è finito/ },
  },
  en: {
    ...{ home: "/en/associations", desk: "manage/roles", register: "roles", own: "The roles you give yourselves" },
    ...{ name: /^What it is called/, duty: /^What it answers for/, byTrust: /^Earned by trust/ },
    ...{
      define: "Create the role",
      defined: /^The role is there\./,
      handle: /^(Whom you offer|Somebody you trust)/,
      offer: "Offer the role",
    },
    ...{
      offered: /^Role offered\./,
      isMissing: /not there yet\. The offer stays open/,
      isThere: /something with: it is there/,
    },
    ...{ accept: "Accept", accepted: /^The role is yours\./, give: "I trust them", given: /^Done: your trust counts/ },
    ...{ withdraw: "Take trust back" },
    ...{ withdrawn: /^Your trust is taken back\./, mail: "you no longer hold the role “Garante”" },
    ...{ ended: /Gaia Garante’s role “Garante” ended/ },
  },
} as const;

for (const [way, locale, options] of WAYS)
  test(`R4: two of three who worked with them carry a role; one takes it back, and it ends, ${way}`, async ({ as }) => {
    const words = WORDS[locale];
    const [rita, gaia, tina] = [
      await aPerson("Rita Regge", { locale }),
      await aPerson("Gaia Garante", { locale }),
      await aPerson("Tina Testimone", { locale }),
    ];
    const slug = await aGroupOf([rita, gaia, tina]);
    await workTogether(slug, gaia, rita);
    await workTogether(slug, gaia, tina);
    const start = new Date();
    const at = (part: string) => `${words.home}/${slug}/${part}`;
    const [desk, page, friend] = [await as(rita, options), await as(gaia, options), await as(tina, options)];

    await desk.goto(at(words.desk));
    await desk.getByRole("textbox", { name: words.name }).fill("Garante");
    await desk.getByRole("textbox", { name: words.duty }).fill("Ascolta chiunque, e non lo racconta.");
    await desk.getByRole("checkbox", { name: words.byTrust }).check();
    await press(desk, words.define);
    await said(desk, words.defined);
    await desk.getByRole("combobox", { name: words.handle }).fill(gaia.handle);
    await desk.getByRole("radio", { name: /^Garante/ }).check();
    await press(desk, words.offer);
    await said(desk, words.offered);

    await page.goto(`${words.home}/${slug}`);
    await said(page, words.isMissing);
    for (const truster of [desk, friend]) {
      await truster.goto(at(words.register));
      await truster.getByRole("combobox", { name: words.handle }).fill(gaia.handle);
      await press(truster, words.give);
      await said(truster, words.given);
      await page.goto(`${words.home}/${slug}`);
      await said(page, truster === desk ? words.isMissing : words.isThere);
    }
    if (locale === "it") expect(await violationsOn(friend)).toEqual([]);
    await press(page, words.accept);
    await said(page, words.accepted);

    // Nobody learns through whom it ended.
    await press(friend, words.withdraw);
    await said(friend, words.withdrawn);
    const mail = await expectMail(gaia.email, words.mail, start);
    await page.goto(at(words.register));
    await said(page, words.ended);
    expect(`${mail} ${await page.getByRole("region", { name: "Garante" }).textContent()}`).not.toContain("Tina");
  });

for (const [way, locale, options] of WAYS)
  test(`PT1: a statement about to end is asked about, renewed before it does, and asked no more, ${way}`, async ({
    as,
  }) => {
    const words = {
      it: [
        "/bacheca",
        "Il tuo patto con Banco di prova sta per finire",
        "Vai al patto",
        "Rinnova il patto",
        "Patto rinnovato.",
      ],
      en: [
        "/en/home",
        "Your pledge with Banco di prova is about to end",
        "Go to the pledge",
        "Renew the pledge",
        "Pledge renewed.",
      ],
    } as const;
    const [home, waits, go, renew, renewed] = words[locale];
    const [rita, nives] = [await aPerson("Rita Regge", { locale }), await aPerson("Nives Rinnova", { locale })];
    const slug = await aGroupOf([rita, nives], { untilOn: inDays(7) });
    const start = new Date();
    await runJob("remindOfStatements");
    await expectMail(
      nives.email,
      locale === "it" ? "Il tuo patto con Banco di prova vale fino al" : "Your pledge to Banco di prova lasts until",
      start,
    );
    const page = await as(nives, options);
    await page.goto(home);
    await said(page, waits);
    await page
      .getByRole("main")
      .getByRole("listitem")
      .filter({ hasText: waits })
      .getByRole("link", { name: go })
      .click();
    await expect(page).toHaveURL(new RegExp(slug));
    await page
      .getByRole("main")
      .getByLabel(locale === "it" ? "Fino a quando" : "Until when", { exact: true })
      .first()
      .fill(inMonths(11));
    await takeStances(page, locale === "it" ? "È mio" : "Mine too");
    await page.getByRole("checkbox", { name: locale === "it" ? /^Accetto la carta/ : /^I accept the charter/ }).check();
    await press(page, renew);
    await said(page, renewed);
    await page.goto(home);
    await expect(page.getByText(waits)).toHaveCount(0);
  });

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
