import type { Page } from "@playwright/test";
import { newestMail, sql } from "./database";
import { expect, overflows, sizes, test, violationsOn } from "./fixtures";

// Other journeys ask for links from this machine too.
test.beforeEach(() => sql(`DELETE FROM "Throttle"`));

const WORDS = {
  it: {
    paths: { up: "/registrati", in: "/accedi", welcome: "/benvenuto", home: "/bacheca", start: "/" },
    settings: { security: "/impostazioni/sicurezza", account: "/impostazioni/account" },
    name: "Nome e cognome",
    adult: "Ho 18 anni o più",
    accept: "Accetto i termini",
    create: "Crea la tessera",
    check: "Guarda la posta",
    enter: "Entra in Tessera",
    dead: "non vale più",
    sendLink: "Mandami un collegamento",
    newPassword: "Nuova password",
    add: "Aggiungi la password",
    tooShort: "15 caratteri",
    saved: "Password salvata",
    signOutOne: /^Fai uscire/,
    revoked: "quel browser è uscito",
    wrong: "non sono giuste",
    signIn: "Accedi",
    everywhere: "Esci ovunque",
    signOut: "Esci",
  },
  en: {
    paths: { up: "/en/sign-up", in: "/en/sign-in", welcome: "/en/welcome", home: "/en/home", start: "/en" },
    settings: { security: "/en/settings/security", account: "/en/settings/account" },
    name: "First and last name",
    adult: "I am 18 or older",
    accept: "I accept the terms",
    create: "Create the card",
    check: "Check your mail",
    enter: "Enter Tessera",
    dead: "no longer good",
    sendLink: "Send me a link",
    newPassword: "New password",
    add: "Add the password",
    tooShort: "15 characters",
    saved: "Password saved",
    signOutOne: /^Sign out /,
    revoked: "that browser is signed out",
    wrong: "is not right",
    signIn: "Sign in",
    everywhere: "Sign out everywhere",
    signOut: "Sign out",
  },
} as const;

const PASSWORD = "correct horse battery";
const main = (page: Page) => page.getByRole("main");
const email = (page: Page, at = 0) => main(page).getByRole("textbox", { name: "E-mail" }).nth(at);
const press = (page: Page, name: string | RegExp, exact = false) =>
  main(page).getByRole("button", { name, exact }).first().click();

/** The link in the newest mail to an address. */
async function linkTo(address: string, after: Date): Promise<string> {
  await expect.poll(() => newestMail(address, after)).not.toBeNull();
  const mail = await newestMail(address, after);
  return /http\S+/.exec(mail?.text ?? "")?.[0] ?? "";
}

async function signInByPassword(page: Page, address: string, password: string, button: string) {
  await email(page).fill(address);
  await main(page).getByRole("textbox", { name: "Password" }).fill(password);
  await press(page, button, true);
}

const VARIANTS = (["it", "en"] as const).flatMap((language) =>
  [true, false].map((script) => [language, script] as const),
);

for (const [language, javaScriptEnabled] of VARIANTS)
  test(`from signing up to signing out everywhere (${language}, ${javaScriptEnabled ? "with" : "without"} script)`, async ({
    as,
    request,
  }) => {
    test.slow();
    const words = WORDS[language];
    const { paths, settings } = words;
    const address = `ada.${language}.${javaScriptEnabled}.${Date.now()}@example.org`;
    const page = await as(null, { javaScriptEnabled, viewport: sizes.phone });
    const other = await as(null, { javaScriptEnabled });
    const began = new Date(Date.now() - 1000);

    await page.goto(paths.up);
    await main(page).getByLabel(words.name).fill("Ada Lovelace");
    await email(page).fill("ada@");
    await press(page, words.create);
    await expect(main(page).getByRole("alert")).toBeVisible();
    await expect(main(page).getByLabel(words.name)).toHaveValue("Ada Lovelace");
    await email(page).fill(address);
    await main(page).getByLabel(words.adult).check();
    await main(page).getByLabel(words.accept).check();
    await press(page, words.create);
    await expect(main(page).getByRole("status").filter({ hasText: words.check })).toBeVisible();

    const link = await linkTo(address, began);
    for (let scan = 0; scan < 3; scan++) expect((await request.get(link)).status()).toBe(200);
    expect((await request.get(`/api/auth/callback/email${new URL(link).search}`)).status()).toBe(405);
    await page.goto(link);
    await press(page, words.enter);
    await expect(page).toHaveURL(new RegExp(`^[^?]*${paths.welcome}`));
    const [cookie, ...more] = await page.context().cookies();
    expect(more).toEqual([]);
    expect(cookie).toMatchObject({ name: "tessera", httpOnly: true, sameSite: "Lax" });
    expect(await sql(`SELECT 1 FROM "Session" WHERE "tokenHash" = $1`, [cookie?.value])).toEqual([]);

    await other.goto(link);
    await expect(main(other)).toContainText(words.dead);
    await other.goto(`${paths.in}?next=${encodeURIComponent(settings.security)}`);
    const asked = new Date();
    await email(other, 1).fill(address);
    await press(other, words.sendLink);
    await expect(main(other).getByRole("status").filter({ hasText: words.check })).toBeVisible();
    await other.goto(await linkTo(address, asked));
    await press(other, words.enter);
    await expect(other).toHaveURL(settings.security);

    await page.goto(settings.security);
    await main(page).getByLabel(words.newPassword).fill("corta");
    await press(page, words.add);
    await expect(main(page).getByRole("alert")).toContainText(words.tooShort);
    await expect(main(page).getByLabel(words.newPassword)).toHaveValue("");
    await main(page).getByLabel(words.newPassword).fill(PASSWORD);
    await press(page, words.add);
    await expect(main(page).getByRole("status").filter({ hasText: words.saved })).toBeVisible();
    await press(page, words.signOutOne);
    await expect(main(page).getByRole("status").filter({ hasText: words.revoked })).toBeVisible();

    await other.goto(settings.security);
    await expect(other).toHaveURL(new RegExp(`${paths.in}\\?next=`));
    await signInByPassword(other, address, "wrong horse battery", words.signIn);
    await expect(main(other).getByRole("alert")).toContainText(words.wrong);
    await expect(email(other)).toHaveValue(address);
    await expect(main(other).getByRole("textbox", { name: "Password" })).toHaveValue("");
    await signInByPassword(other, address, PASSWORD, words.signIn);
    await expect(other).toHaveURL(settings.security);

    await page.goto(settings.security);
    await press(page, words.everywhere);
    await expect(page).toHaveURL(paths.in);
    await other.goto(settings.security);
    await expect(other).toHaveURL(new RegExp(`${paths.in}\\?next=`));

    await other.goto(paths.in);
    await signInByPassword(other, address, PASSWORD, words.signIn);
    await expect(other).toHaveURL(paths.home);
    await other.goto(settings.account);
    await press(other, words.signOut, true);
    await expect(other).toHaveURL(paths.start);
    expect(await other.context().cookies()).toEqual([]);
  });

for (const path of ["/accedi", "/registrati", "/accedi/conferma?email=x%40example.org&token=x", "/sviluppo/posta"])
  for (const [size, viewport] of Object.entries(sizes))
    test(`${path} is accessible and fits (${size})`, async ({ as }) => {
      const page = await as(null, { viewport });
      await page.goto(path);
      expect(await violationsOn(page)).toEqual([]);
      expect(await overflows(page)).toBe(false);
    });
