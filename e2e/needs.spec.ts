import type { Locator, Page } from "@playwright/test";
import { brokenInvariants, demoPerson, type Person, sql } from "./database";
import { expect, expectMail, overflows, sizes, test, violationsOn } from "./fixtures";
import { press, said } from "./membership";
import { askOfList, couldCover, cover, expectBlocked, openFeasibility, propose, start } from "./project";

test.afterAll(async () => {
  expect(await brokenInvariants()).toEqual([]);
});

const WHY = "Alla scuola elementare hai montato le mensole con trenta bambini, e qui serve la stessa pazienza.";

/** At feasibility: one indispensable seat, one promise. */
async function aProposal(page: Page, title: string): Promise<string> {
  const slug = await propose(page, {
    title,
    association: "La Morsa",
    purpose: "Dodici sgabelli per la sala d’attesa, entro la primavera.",
    seats: [{ title: "Chi insegni a saldare", competence: "Saldatura", isCritical: true }],
    promised: "Dodici sgabelli",
  });
  await openFeasibility(page, slug);
  return slug;
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
    const begun = new Date();
    const slug = await aProposal(owner, title);
    await expectBlocked(owner, slug);

    await owner.getByRole("link", { name: /^Chi potrebbe coprirlo/ }).click();
    const row = couldCover(owner, welder);
    await expect(row).toContainText("Sa fare: Saldatura");
    await askOfList(owner, welder, "Sei bravo.");
    await said(owner, /C’è una cosa da sistemare/);
    await expect(row.getByRole("textbox", { name: `Perché proprio ${welder.name}` })).toHaveValue("Sei bravo.");
    await askOfList(owner, welder, WHY);
    await said(owner, "Domanda inviata.");
    if (options.viewport === sizes.desk) expect(await violationsOn(owner)).toEqual([]);
    expect(await overflows(owner)).toBe(false);

    const mail = await expectMail(welder.email, "Chi insegni a saldare", begun);
    expect(mail).not.toContain(WHY);
    const path = `/progetti/${slug}/bisogni/${await needOf(slug)}`;
    await asked.goto(path);
    await said(asked, WHY);
    if (options.viewport === sizes.desk) expect(await violationsOn(asked)).toEqual([]);
    expect(await overflows(asked)).toBe(false);
    await cover(asked, path, { competence: "Saldatura" });

    await start(owner, slug);
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
    const slug = await aProposal(owner, `${title} in piazza`);
    const needId = await needOf(slug);
    const byName = async () => {
      await owner.goto(`/progetti/${slug}/bisogni/${needId}/chi`);
      const form = owner.getByRole("region", { name: "Chiedi per nome" });
      const whom = form.getByRole("combobox", { name: "A chi", exact: true });
      if (options.viewport === sizes.desk) await chooseByName(whom, person);
      else await whom.fill(person.handle);
      await form.getByRole("textbox", { name: "Perché proprio questa persona" }).fill(WHY);
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
    const again = owner.getByRole("region", { name: "Chiedi per nome" });
    await expect(again.getByRole("combobox", { name: "A chi", exact: true })).toHaveValue(person.handle);
    if (options.viewport === sizes.desk)
      await expect(again.getByRole("status").filter({ hasText: person.name })).toBeVisible();

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

/** Typing a name offers whoever bears it; what the browser writes in the field when one of them is chosen is the username. */
async function chooseByName(whom: Locator, { name, handle }: Person) {
  await whom.pressSequentially(name.slice(0, 5));
  const form = whom.page().getByRole("region", { name: "Chiedi per nome" });
  await expect(form.locator(`datalist option[value="${handle}"]`)).toHaveAttribute("label", new RegExp(`^${name}`));
  await whom.press("Enter");
  await expect(whom).toHaveValue(name.slice(0, 5));
  await whom.fill(handle);
  await expect(form.getByRole("status").filter({ hasText: name })).toBeVisible();
}
