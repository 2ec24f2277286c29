import { randomUUID } from "node:crypto";
import { brokenInvariants, demoPerson, sql } from "./database";
import { expect, expectMail, overflows, sizes, test, violationsOn } from "./fixtures";
import { press, said } from "./membership";
import { answerOffer, askToCarry, carryToo, offer } from "./project";

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

  await askToCarry(owner, slug, "Partita Semplice");
  const mail = await expectMail(marta.email, title, start);
  expect(mail).toContain("/associazioni/partita-semplice/gestione/progetti");

  expect(await violationsOn(owner)).toEqual([]);
  await carryToo(steward, "partita-semplice", title);

  await helper.goto(`/progetti/${slug}`);
  await said(helper, "Chi lo porta");
  expect(await overflows(helper)).toBe(false);
  expect(await violationsOn(helper)).toEqual([]);
  await offer(helper, slug, "Tenere i conti", { contact: "Una collega che tiene i conti di tre scuole." });
  await answerOffer(owner, slug, lucia, "Accetta");

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
