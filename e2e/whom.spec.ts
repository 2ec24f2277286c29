import { randomBytes } from "node:crypto";
import { aPerson, brokenInvariants, type Person, sql } from "./database";
import { expect, overflows, sizes, test, violationsOn } from "./fixtures";
import { aGroupOf } from "./group";
import { press, said } from "./membership";

test.afterAll(async () => {
  expect(await brokenInvariants()).toEqual([]);
});

const WAYS = [
  ["in Italian, without JavaScript, on a phone", "it", { viewport: sizes.phone, javaScriptEnabled: false }],
  ["in English, without JavaScript", "en", { viewport: sizes.desk, javaScriptEnabled: false }],
  ["in Italian, with JavaScript", "it", { viewport: sizes.desk }],
] as const;

const WORDS = {
  it: {
    ...{ home: "/associazioni", invitations: "gestione/inviti", roles: "gestione/ruoli" },
    ...{
      whom: /^Chi inviti/,
      why: /^Perché proprio questa persona/,
      invite: "Manda l’invito",
      sent: /^Invito mandato\./,
    },
    ...{ holder: /^A chi lo offri/, offer: "Offri il ruolo", offered: /^Ruolo offerto\./ },
    ...{ namesakes: /^Più persone si chiamano così: scrivi il nome utente di chi intendi/ },
    ...{ unknown: /^Non troviamo nessuno che si chiami così\./ },
  },
  en: {
    ...{ home: "/en/associations", invitations: "manage/invitations", roles: "manage/roles" },
    ...{ whom: /^Whom you invite/, why: /^Why this person/, invite: "Send the invitation", sent: /^Invitation sent\./ },
    ...{ holder: /^Whom you offer/, offer: "Offer the role", offered: /^Role offered\./ },
    ...{ namesakes: /^Several people have this name: write the username of the one you mean/ },
    ...{ unknown: /^We find nobody of this name\./ },
  },
} as const;
const REASON = "Ti ho vista montare un banco alla fiera: qui impareresti e insegneresti.";

/** Somebody whom search knows, as it does once their profile is kept. */
async function known(name: string): Promise<Person> {
  const person = await aPerson(name);
  await sql(`SELECT directory_refresh(ARRAY[$1::uuid])`, [person.memberId]);
  return person;
}

for (const [way, locale, options] of WAYS)
  test(`a form takes a whole name; where several bear it, it says so and keeps what was typed, ${way}`, async ({
    as,
  }) => {
    const words = WORDS[locale];
    const name = `Nicolò Dall’Ò ${randomBytes(4).toString("hex")}`;
    const [rita, fellow, one] = [await aPerson("Rita Regge", { locale }), await known(`${name} B`), await known(name)];
    const slug = await aGroupOf([rita, fellow]);
    const page = await as(rita, options);
    const invite = async (whom: string) => {
      await page.goto(`${words.home}/${slug}/${words.invitations}`);
      await page.getByRole("combobox", { name: words.whom }).fill(whom);
      await page.locator("#invite").getByRole("textbox", { name: words.why }).fill(REASON);
      await press(page, words.invite);
    };
    const field = page.getByRole("combobox", { name: words.whom });
    const refused = (sentence: RegExp) => page.locator("#invite .error").filter({ hasText: sentence });
    const invited = ({ memberId }: Person) =>
      sql(`SELECT FROM "Invitation" WHERE "memberId" = $1 AND "state" = 'PENDING'`, [memberId]);

    await invite(name.slice(0, -2));
    await expect(refused(words.unknown)).toBeVisible();
    await invite(name.toLowerCase().replace("ò", "o").replace("’", "'"));
    await said(page, words.sent);
    expect(await invited(one)).toHaveLength(1);

    const other = await known(name);
    await invite(name);
    await expect(refused(words.namesakes)).toBeVisible();
    await expect(field).toHaveValue(name);
    await expect(page.locator("#invite").getByRole("textbox", { name: words.why })).toHaveValue(REASON);
    if (!("javaScriptEnabled" in options)) expect(await violationsOn(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await field.fill(`@${other.handle}`);
    await press(page, words.invite);
    await said(page, words.sent);
    expect(await invited(other)).toHaveLength(1);

    await page.goto(`${words.home}/${slug}/${words.roles}`);
    await page.getByRole("combobox", { name: words.holder }).fill(fellow.name);
    await press(page, words.offer);
    await said(page, words.offered);
  });

test("who is meant is said beside the field, by name and by username; what it suggested is forgotten once it is left", async ({
  as,
}) => {
  const name = `Ottavia Bruni ${randomBytes(4).toString("hex")}`;
  const [rita, one] = [await aPerson("Rita Regge"), await known(name)];
  const page = await as(rita);
  await page.goto(`/associazioni/${await aGroupOf([rita])}/gestione/inviti`);
  const form = page.locator("#invite");
  const field = form.getByRole("combobox", { name: /^Chi inviti/ });
  const meant = form.getByRole("status").filter({ hasText: `${name} · Fa le prove` });
  const offered = form.locator(`datalist option[value="${one.handle}"]`);

  await field.fill(name.slice(0, -2));
  await expect(offered).toHaveAttribute("label", `${name} · Fa le prove`);
  await expect(meant).toBeHidden();
  await page.keyboard.press("Tab");
  await expect(offered).toHaveCount(0);
  await field.focus();
  await expect(offered).toHaveCount(1);
  for (const typed of [name.toUpperCase(), `@${one.handle}`]) {
    await field.fill(typed);
    await expect(meant).toBeVisible();
  }
  await page.keyboard.press("Tab");
  await expect(offered).toHaveCount(0);
  await expect(meant).toBeVisible();
});
