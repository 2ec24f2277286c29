import type { Page } from "@playwright/test";
import { brokenInvariants, demoPerson, sql } from "./database";
import { expect, expectMail, overflows, sizes, test, violationsOn } from "./fixtures";
import { inMonths, press, said } from "./membership";

test.afterAll(async () => {
  expect(await brokenInvariants()).toEqual([]);
});

const WHY = "Alla scuola elementare hai montato le mensole con trenta bambini, e qui serve la stessa pazienza.";

/** From the form to feasibility: one indispensable seat, one promise. */
async function propose(page: Page, title: string): Promise<string> {
  await page.goto("/progetti/nuovo");
  await page.getByRole("textbox", { name: "Titolo", exact: true }).fill(title);
  await page.getByRole("combobox", { name: "Associazione" }).selectOption({ label: "La Morsa" });
  await page.getByLabel("Scopo").fill("Dodici sgabelli per la sala d’attesa, entro la primavera.");
  const seat = page.getByRole("group", { name: "Posto 1", exact: true });
  await seat.getByLabel("Che cosa serve").fill("Chi insegni a saldare");
  await seat.getByLabel("Competenza").fill("Saldatura");
  await seat.getByLabel("Indispensabile").check();
  const promise = page.getByRole("group", { name: "Cosa 1", exact: true });
  await promise.getByLabel("Che cosa consegnate").fill("Dodici sgabelli");
  await promise.getByLabel("Entro").fill(inMonths(3));
  await press(page, "Proponi");
  await said(page, "Per partire manca ancora:");
  await press(page, "Apri la fattibilità");
  return new URL(page.url()).pathname.split("/")[2] ?? "";
}

const needOf = async (slug: string) => {
  const [row] = await sql<{ id: string }>(
    `SELECT n."id" FROM "Need" n JOIN "Project" p ON p."id" = n."projectId" WHERE p."slug" = $1`,
    [slug],
  );
  return row?.id ?? "";
};

const WAYS = [
  ["with JavaScript, wide", { viewport: sizes.desk }, "Dodici sgabelli"],
  ["without JavaScript, narrow", { viewport: sizes.phone, javaScriptEnabled: false }, "Dodici panchetti"],
] as const;

for (const [way, options, title] of WAYS) {
  test(`P56: a need left uncovered blocks the start and says why, and who could cover it is asked, ${way}`, async ({
    as,
  }) => {
    test.setTimeout(90_000);
    const [lead, welder] = [await demoPerson("samira-el-fassi"), await demoPerson("ivo-malservisi")];
    const [owner, asked] = [await as(lead, options), await as(welder, options)];
    const start = new Date();
    const slug = await propose(owner, title);
    await said(owner, "un posto indispensabile da coprire");
    await expect(owner.getByRole("button", { name: "Fai partire il progetto" })).toHaveCount(0);

    await owner.getByRole("link", { name: /^Chi potrebbe coprirlo/ }).click();
    const row = owner.getByRole("listitem").filter({ hasText: welder.name });
    await expect(row).toContainText("Sa fare: Saldatura");
    await row.getByText(`Chiedi a ${welder.name}`).click();
    await row.getByRole("textbox", { name: "Perché proprio tu" }).fill("Sei bravo.");
    await row.getByRole("button", { name: "Chiedi", exact: true }).click();
    await said(owner, /C’è una cosa da sistemare/);
    const again = owner.getByRole("listitem").filter({ hasText: welder.name });
    await expect(again.getByRole("textbox", { name: "Perché proprio tu" })).toHaveValue("Sei bravo.");
    await again.getByRole("textbox", { name: "Perché proprio tu" }).fill(WHY);
    await again.getByRole("button", { name: "Chiedi", exact: true }).click();
    await said(owner, "Domanda inviata.");
    if (options.viewport === sizes.desk) expect(await violationsOn(owner)).toEqual([]);
    expect(await overflows(owner)).toBe(false);

    const mail = await expectMail(welder.email, "Chi insegni a saldare", start);
    expect(mail).not.toContain(WHY);
    await asked.goto(`/progetti/${slug}/bisogni/${await needOf(slug)}`);
    await said(asked, WHY);
    if (options.viewport === sizes.desk) expect(await violationsOn(asked)).toEqual([]);
    expect(await overflows(asked)).toBe(false);
    await asked.getByRole("combobox", { name: "Quale competenza" }).selectOption({ label: "Saldatura" });
    await press(asked, "Lo prendo");
    await said(asked, "Il posto è tuo. Grazie.");

    await owner.goto(`/progetti/${slug}/gestione`);
    await said(owner, "C’è tutto: si può partire.");
    await press(owner, "Fai partire il progetto");
    await expect
      .poll(async () => (await sql(`SELECT "state" FROM "Project" WHERE "slug" = $1`, [slug]))[0])
      .toEqual({ state: "ACTIVE" });
  });

  test(`PT3: a «no» leaves no trace for anyone but the asker, ${way}`, async ({ as }) => {
    test.setTimeout(90_000);
    const people = ["samira-el-fassi", "tommaso-bergonzini", "ilaria-zanasi"].map(demoPerson);
    const [lead, person, other] = await Promise.all(people);
    if (!lead || !person || !other) throw new Error("the demo world lacks somebody");
    const [owner, asked, third] = [await as(lead, options), await as(person, options), await as(other, options)];
    const slug = await propose(owner, `${title} in piazza`);
    const needId = await needOf(slug);
    const byName = async () => {
      await owner.goto(`/progetti/${slug}/bisogni/${needId}/chi`);
      const form = owner.getByRole("region", { name: "Chiedi per nome" });
      await form.getByLabel("Nome nell’indirizzo del profilo").fill(person.handle);
      await form.getByRole("textbox", { name: "Perché proprio tu" }).fill(WHY);
      await form.getByRole("button", { name: "Chiedi", exact: true }).click();
    };
    await byName();
    await said(owner, "Domanda inviata.");
    const before = new Date();
    await asked.goto("/bacheca");
    await expect(asked.getByRole("main").getByText(`Un posto per te in «${title} in piazza»`)).toBeVisible();
    await asked.goto(`/progetti/${slug}/bisogni/${needId}`);
    await press(asked, "Non ora");
    await said(asked, "Va bene così. Lo legge solo chi ti ha chiesto.");

    await owner.goto(`/progetti/${slug}/bisogni/${needId}/chi`);
    const sent = owner.getByRole("region", { name: "A chi hai chiesto" });
    await expect(sent.getByText("non ora", { exact: true })).toBeVisible();
    await byName();
    await said(owner, /Ha risposto «non ora»\. Potrai chiederlo di nuovo dal/);

    // Nobody else: neither on the project's pages, nor told, nor beside it in what is written down.
    expect((await third.goto(`/progetti/${slug}/bisogni/${needId}/chi`))?.status()).toBe(404);
    await third.goto(`/progetti/${slug}`);
    await expect(third.getByRole("main").getByText(person.name)).toHaveCount(0);
    await asked.goto("/bacheca");
    await expect(asked.getByRole("main").getByText(`Un posto per te in «${title} in piazza»`)).toHaveCount(0);
    const told = await sql(
      `SELECT n."id" FROM "Notification" n JOIN "Activity" v ON v."id" = n."activityId"
        WHERE v."kind" = 'project.needAskDeclined' AND n."createdAt" > $1`,
      [before],
    );
    expect(told).toEqual([]);
    const [written] = await sql(
      `SELECT v."projectId", v."associationId" FROM "Activity" v WHERE v."kind" = 'project.needAskDeclined' ORDER BY v."at" DESC LIMIT 1`,
    );
    expect(written).toEqual({ projectId: null, associationId: null });
  });
}
