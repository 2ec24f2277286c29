import type { Page } from "@playwright/test";
import { aPerson, brokenInvariants, type Person, sql } from "./database";
import { expect, expectMail, overflows, sizes, test, violationsOn } from "./fixtures";
import { aGroupOf } from "./group";
import { press, said } from "./membership";
import { type Brought, bring, openFeasibility, propose } from "./project";

test.afterAll(async () => {
  expect(await brokenInvariants()).toEqual([]);
});

const PHOTOS = "Fotografare ogni passo";
const VAN = "Prestare un furgone al sabato";

/** What no seat asks for, offered from the page of the project. */
async function offerBeyond(page: Page, slug: string, title: string, brought: Brought) {
  await page.goto(`/progetti/${slug}`);
  await page.getByRole("link", { name: "Nessun posto fa per te? Offri altro" }).click();
  await page.getByLabel("Che cosa faresti").fill(title);
  await bring(page, brought);
  await press(page, "Offri");
  await said(page, "Offerta inviata. Chi guida il progetto la legge e ti risponde.");
}

async function answer(page: Page, slug: string, who: Person, words: "Accetta" | "Non ora") {
  await page.goto(`/progetti/${slug}/gestione`);
  await page
    .getByRole("region", { name: "Offerte oltre i posti" })
    .getByRole("button", { name: new RegExp(`^${words} ?: ${who.name}$`) })
    .click();
}

const WAYS = [
  ["with JavaScript, wide", { viewport: sizes.desk }, "Secchia", "Le panche del cortile"],
  ["without JavaScript, narrow", { viewport: sizes.phone, javaScriptEnabled: false }, "Panaro", "Le panche del parco"],
] as const;

for (const [way, options, surname, title] of WAYS)
  test(`PJ3, PT3: what no seat asks for is offered: a yes makes a seat of it, a «non ora» is read by the two alone, ${way}`, async ({
    as,
  }) => {
    test.setTimeout(120_000);
    const isDesk = options.viewport === sizes.desk;
    const [lead, giver, kind, third] = [
      await aPerson(`Lisa ${surname}`),
      await aPerson(`Gino ${surname}`, { competence: "photography" }),
      await aPerson(`Kira ${surname}`),
      await aPerson(`Tea ${surname}`),
    ];
    const name = `Cortile ${surname}`;
    await aGroupOf([lead, giver, kind, third], { name });
    const [owner, gives, brings, looks] = [
      await as(lead, options),
      await as(giver, options),
      await as(kind, options),
      await as(third, options),
    ];
    const begun = new Date();
    const slug = await propose(owner, {
      title,
      association: name,
      purpose: "Sei panche di nuovo in piedi, prima dell’estate.",
      seats: [{ title: "Saldare i telai", competence: "Saldatura", isCritical: true }],
      promised: "Sei panche",
    });
    await openFeasibility(owner, slug);

    await offerBeyond(gives, slug, PHOTOS, { competence: "Fotografia" });
    await expectMail(lead.email, `${giver.name} offre a «${title}» qualcosa che nessun posto chiede`, begun);
    await offerBeyond(brings, slug, VAN, { contact: "Chi ha un furgone e il sabato libero" });
    await gives.goto(`/progetti/${slug}/offri`);
    await said(gives, "La tua offerta aspetta una risposta.");
    expect(await overflows(gives)).toBe(false);

    // A yes: it is a seat, already taken, by its name.
    await owner.goto(`/progetti/${slug}/gestione`);
    if (isDesk) expect(await violationsOn(owner)).toEqual([]);
    expect(await overflows(owner)).toBe(false);
    await answer(owner, slug, giver, "Accetta");
    await said(owner, "Accettata: è un posto in più, già preso.");
    await expectMail(giver.email, `Il tuo posto in «${title}» è confermato`, begun);
    await looks.goto(`/progetti/${slug}`);
    const seat = looks.locator("li.need").filter({ has: looks.getByRole("heading", { name: PHOTOS, exact: true }) });
    await expect(seat).toContainText(giver.name);
    await gives.goto(`/progetti/${slug}`);
    await said(gives, "Puoi portare anche altro? Offrilo");

    // A «non ora»: the two know, and nobody else.
    await answer(owner, slug, kind, "Non ora");
    await said(owner, "Risposto «non ora». Lo legge solo chi si è offerto.");
    await expect(owner.getByRole("main").getByText(VAN)).toHaveCount(0);
    await brings.goto("/notifiche");
    await said(brings, `«${title}»: per ora no. La porta resta aperta.`);
    await brings.goto(`/progetti/${slug}/offri`);
    await said(brings, /^Per ora no\. La porta resta aperta/);
    for (const page of [looks, gives, await as(null, options)]) {
      for (const path of [`/progetti/${slug}`, "/notifiche"]) {
        await page.goto(path);
        for (const words of [kind.name, VAN]) await expect(page.getByRole("main").getByText(words)).toHaveCount(0);
      }
    }
    const told = await sql<{ memberId: string }>(
      `SELECT n."memberId" FROM "Notification" n JOIN "Activity" v ON v."id" = n."activityId"
         JOIN "Project" p ON p."id" = v."projectId" WHERE v."kind" = 'project.offerDeclined' AND p."slug" = $1`,
      [slug],
    );
    expect(told).toEqual([{ memberId: kind.memberId }]);
  });
