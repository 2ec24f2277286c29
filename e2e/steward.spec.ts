import type { Page } from "@playwright/test";
import { brokenInvariants, demoPerson, sql } from "./database";
import { expect, expectMail, sizes, test } from "./fixtures";
import { press, said } from "./membership";

test.afterAll(async () => {
  expect(await brokenInvariants()).toEqual([]);
});

const ASSOCIATION = "cambio-turno";

test("the home shows what waits for a steward, leads to the desk, and is even once she has decided", async ({ as }) => {
  const [steward, applicant] = [await demoPerson("valeria-actis"), await demoPerson("daniela-apicella")];
  const page = await as(steward, { viewport: sizes.desk });
  const start = new Date();
  await page.goto("/bacheca");
  const waiting = page.getByRole("main").getByRole("listitem").filter({ hasText: "Una domanda a Il Cambio Turno" });
  await expect(waiting).toContainText(`La più vicina alla scadenza è di ${applicant.name}.`);
  await waiting.getByRole("link", { name: "Vai alle domande" }).click();

  await expect(page).toHaveURL(`/associazioni/${ASSOCIATION}/gestione/domande`);
  await page
    .getByRole("main")
    .getByRole("link", { name: new RegExp(applicant.name) })
    .click();
  await expect(page.getByRole("heading", { name: "Valori a confronto" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Come parteciperà" })).toBeVisible();
  await page.getByRole("radio", { name: /^Accogli/ }).check();
  await press(page, `Decidi e avvisa ${applicant.name}`);
  await said(page, "Da ora fa parte dell’associazione. Gliel’abbiamo scritto.");
  await expectMail(applicant.email, "La tua domanda è accolta", start);

  await page.goto("/bacheca");
  await expect(page.getByText("Una domanda a Il Cambio Turno")).toHaveCount(0);
  const [row] = await sql<{ decidedBy: string }>(
    `SELECT d."deciderId" AS "decidedBy" FROM "ApplicationDecision" d JOIN "Application" p ON p."id" = d."applicationId"
       JOIN "Association" a ON a."id" = p."associationId" WHERE p."memberId" = $1 AND a."slug" = $2`,
    [applicant.memberId, ASSOCIATION],
  );
  expect(row?.decidedBy).toBe(steward.memberId);
});

test("the parts of the desk stay on the pages every member reads, for whoever has them", async ({ as }) => {
  const [steward, member] = [
    await as(await demoPerson("samira-el-fassi")),
    await as(await demoPerson("ivo-malservisi")),
  ];
  const parts = (page: Page) => page.getByRole("navigation", { name: "Tavolo dei referenti" });
  await steward.goto("/associazioni/la-morsa/gestione/domande");
  for (const part of ["Membri", "Registro"]) {
    await parts(steward).getByRole("link", { name: part }).click();
    await expect(parts(steward).getByRole("link", { name: part })).toHaveAttribute("aria-current", "page");
    await expect(parts(steward).getByRole("link", { name: /^Domande/ })).toBeVisible();
  }
  for (const path of ["membri", "gestione/registro"]) {
    await member.goto(`/associazioni/la-morsa/${path}`);
    await expect(member.getByRole("heading", { name: / di La Morsa$/ })).toBeVisible();
    await expect(parts(member)).toHaveCount(0);
  }
});

test("nobody decides their own application, nor one of an association they do not look after (M6, R1)", async ({
  as,
}) => {
  const [application] = await sql<{ id: string }>(
    `SELECT p."id" FROM "Application" p JOIN "Member" m ON m."id" = p."memberId"
       JOIN "Association" a ON a."id" = p."associationId" WHERE m."handle" = 'giulia-hu' AND a."slug" = 'la-morsa'`,
  );
  for (const handle of ["giulia-hu", "valeria-actis", "chiara-bigliardi"]) {
    const page = await as(await demoPerson(handle));
    const answers = await Promise.all([
      page.request.get("/associazioni/la-morsa/gestione/domande"),
      page.request.get(`/associazioni/la-morsa/gestione/domande/${application?.id}`),
    ]);
    expect(
      answers.map((answer) => answer.status()),
      handle,
    ).toEqual([404, 404]);
  }
});
