import { randomUUID } from "node:crypto";
import { brokenInvariants, demoPerson, sql } from "./database";
import { expect, expectMail, overflows, sizes, test, violationsOn } from "./fixtures";
import { press, said } from "./membership";

test.afterAll(async () => {
  expect(await brokenInvariants()).toEqual([]);
});

/** A proposal of La Morsa's for its members only, with one seat. */
async function aProject(ownerId: string): Promise<{ slug: string; title: string }> {
  const id = randomUUID();
  const slug = `sedie-insieme-${id.slice(0, 8)}`;
  const title = `Sedie insieme ${id.slice(0, 4)}`;
  await sql(
    `INSERT INTO "Project" ("id", "slug", "title", "associationId", "ownerId", "kind", "state", "purpose", "isMembersOnly", "createdAt")
     SELECT $1, $2, $3, a."id", $4, 'THEMATIC', 'PROPOSED', 'Rimettere in uso dodici sedie di una scuola.', true, now() - interval '2 days'
       FROM "Association" a WHERE a."slug" = 'la-morsa'`,
    [id, slug, title, ownerId],
  );
  await sql(
    `INSERT INTO "Need" ("id", "projectId", "position", "kind", "title", "seats", "isCritical")
     VALUES (gen_random_uuid(), $1, 0, 'ROLE', 'Tenere i conti', 2, true)`,
    [id],
  );
  return { slug, title };
}

test("two associations carry one project: asked, accepted, joined, left with its consequences seen before", async ({
  as,
}) => {
  test.setTimeout(120_000);
  const start = new Date();
  const [ilaria, marta, lucia] = [
    await demoPerson("ilaria-zanasi"),
    await demoPerson("marta-colnaghi"),
    await demoPerson("lucia-ferranti"),
  ];
  const { slug, title } = await aProject(ilaria.memberId);
  const owner = await as(ilaria);
  const steward = await as(marta, { javaScriptEnabled: false });
  const helper = await as(lucia, { viewport: sizes.phone });

  await helper.goto(`/progetti/${slug}`);
  await said(helper, "404");

  await owner.goto(`/progetti/${slug}/gestione`);
  await owner.getByText("Chiedi di portarlo insieme").first().click();
  await owner.getByRole("combobox", { name: "Quale associazione" }).fill("Partita Semplice");
  await owner.getByLabel("Perché proprio loro").fill("Perché sapete tenere i conti di chi ripara.");
  await press(owner, "Chiedi di portarlo insieme");
  await said(owner, "Domanda inviata. Finché non accettano, non cambia niente.");
  const mail = await expectMail(marta.email, title, start);
  expect(mail).toContain("/associazioni/partita-semplice/gestione/progetti");

  await steward.goto("/associazioni/partita-semplice/gestione/progetti");
  await said(steward, "Perché sapete tenere i conti di chi ripara.");
  expect(await violationsOn(owner)).toEqual([]);
  await press(steward, new RegExp(`^Lo portiamo anche noi ?: ${title}$`));
  await said(steward, "Fatto: ora lo portate anche voi.");

  await helper.goto(`/progetti/${slug}`);
  await said(helper, "Chi lo porta");
  expect(await overflows(helper)).toBe(false);
  expect(await violationsOn(helper)).toEqual([]);
  await helper
    .getByRole("listitem")
    .filter({ hasText: "Tenere i conti" })
    .getByRole("link", { name: /^Offri/ })
    .click();
  await helper.getByRole("radio", { name: /^Un contatto/ }).check();
  await helper.getByRole("textbox", { name: /^Chi, a p/ }).fill("Una collega che tiene i conti di tre scuole.");
  await press(helper, "Offri");
  await said(helper, "Offerta inviata. Quando c’è una risposta, la trovi fra le notifiche.");

  await owner.goto(`/progetti/${slug}/gestione`);
  await press(owner, new RegExp(`^Accetta ?: ${lucia.name}$`));
  await said(owner, "Accettata. Il posto è suo.");

  await steward.goto("/en/associations/partita-semplice/manage/projects");
  await steward.getByRole("listitem").filter({ hasText: title }).locator("summary").click();
  await expect(
    steward.getByRole("listitem").filter({ hasText: title }).getByText(`${lucia.name}: Tenere i conti`),
  ).toBeVisible();
  await press(steward, new RegExp(`^Yes, we stop ?: ${title}$`));
  await said(steward, "Done: you no longer carry it. Those who take part are told.");

  await expectMail(lucia.email, "il tuo posto è finito", start);
  await helper.goto(`/progetti/${slug}`);
  await said(helper, "404");
  const [row] = await sql<{ offer: string; commitment: string }>(
    `SELECT o."state" AS "offer", c."state" AS "commitment" FROM "NeedOffer" o JOIN "Need" n ON n."id" = o."needId"
       JOIN "Project" p ON p."id" = n."projectId" JOIN "Commitment" c ON c."needOfferId" = o."id" WHERE p."slug" = $1`,
    [slug],
  );
  expect(row).toEqual({ offer: "WITHDRAWN", commitment: "RELEASED" });
  await owner.goto(`/progetti/${slug}`);
  await expect(owner.getByText("Chi lo porta")).toHaveCount(0);
});
