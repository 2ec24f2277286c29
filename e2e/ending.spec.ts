import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { brokenInvariants, demoPerson, type Person, sql } from "./database";
import { expect, expectMail, overflows, sizes, test, violationsOn } from "./fixtures";
import { main } from "./keys";
import { inMonths, press, said } from "./membership";
import { publish, sign } from "./project";

const DOT = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const RESULT = "Dodici sedie sono tornate in classe, e la scuola sa rifare l’impagliatura da sola.";

test.afterAll(async () => {
  expect(await brokenInvariants()).toEqual([]);
});

/** A project of La Morsa that runs, with people in its seats, each with something done that was confirmed. */
async function aProject(owner: Person, seated: readonly Person[]): Promise<{ slug: string; title: string }> {
  const id = randomUUID();
  const [slug, title] = [`sedie-in-classe-${id.slice(0, 8)}`, `Sedie in classe ${id.slice(0, 4)}`];
  await sql(
    `INSERT INTO "Project" ("id", "slug", "title", "associationId", "ownerId", "kind", "state", "purpose", "createdAt", "startedAt")
     SELECT $1, $2, $3, a."id", $4, 'THEMATIC', 'ACTIVE', 'Rimettere in uso dodici sedie di una scuola.', now() - interval '40 days', now() - interval '30 days'
       FROM "Association" a WHERE a."slug" = 'la-morsa'`,
    [id, slug, title, owner.memberId],
  );
  await sql(
    `INSERT INTO "Deliverable" ("id", "projectId", "position", "title", "dueOn", "doneOn", "evidence")
     VALUES (gen_random_uuid(), $1, 0, 'Dodici sedie', current_date, current_date, 'Contate in classe, una per banco.')`,
    [id],
  );
  for (const [position, person] of seated.entries()) {
    await sql(
      `WITH need AS (INSERT INTO "Need" ("id", "projectId", "position", "kind", "title", "seats", "isCritical")
                     VALUES (gen_random_uuid(), $1, $2, 'ROLE', $3, 1, true) RETURNING "id")
       INSERT INTO "NeedOffer" ("id", "needId", "memberId", "brings", "contact", "state", "offeredAt", "decidedAt")
       SELECT gen_random_uuid(), need."id", $4, 'CONTACT', 'Una scuola', 'ACCEPTED', now() - interval '35 days', now() - interval '34 days' FROM need`,
      [id, position, `Posto ${position + 1}`, person.memberId],
    );
    await sql(
      `INSERT INTO "Contribution" ("id", "memberId", "projectId", "kind", "title", "doneOn", "state", "declaredAt", "confirmedById", "confirmedAt")
       VALUES (gen_random_uuid(), $2, $1, 'TIME', $3, current_date - 5, 'CONFIRMED', now() - interval '5 days', $4, now() - interval '4 days')`,
      [id, person.memberId, `Sedie rifatte, turno ${position + 1}`, owner.memberId],
    );
  }
  return { slug, title };
}

async function conclude(page: Page, slug: string) {
  await page.goto(`/progetti/${slug}/gestione`);
  await main(page).getByRole("link", { name: "Scrivi il risultato" }).click();
  await main(page)
    .getByLabel(/^Che cosa si vede/)
    .fill("Dodici sedie impagliate in una classe");
  await press(page, "Aggiungi l’immagine");
  await said(page, "Scegli un’immagine: una nuova, o una fra i file del progetto.");
  await expect(main(page).getByLabel(/^Che cosa si vede/)).toHaveValue("Dodici sedie impagliate in una classe");
  await main(page)
    .getByLabel(/^Un’immagine nuova/)
    .setInputFiles({ name: "a.png", mimeType: "image/png", buffer: DOT });
  await press(page, "Aggiungi l’immagine");
  await said(page, "L’immagine è qui.");
  await publish(page, {
    result: RESULT,
    lessons: "La paglia va bagnata la sera prima.",
    link: ["", "https://example.org/sedie"],
  });
}

async function thankOf(page: Page, name: string, words: string) {
  await page.getByRole("combobox", { name: /^Chi/ }).selectOption({ label: name });
  await page.getByRole("textbox", { name: /^Per che cosa/ }).fill(words);
  await press(page, "Ringrazia");
  await said(page, "Fatto. Chi ringrazi lo legge ora.");
}

test("a project ends in a page others read: two people sign it each their own way, and it is taken up again", async ({
  as,
  request,
}) => {
  test.setTimeout(150_000);
  const start = new Date();
  const [ilaria, dario, elena] = [
    await demoPerson("ilaria-zanasi"),
    await demoPerson("dario-lunghini"),
    await demoPerson("elena-rovatti"),
  ];
  const { slug, title } = await aProject(ilaria, [dario, elena]);
  const result = `/progetti/${slug}/risultato`;
  const owner = await as(ilaria);
  const plain = await as(dario, { javaScriptEnabled: false });
  const phone = await as(elena, { viewport: sizes.phone });
  const visitor = await as(null, { viewport: sizes.phone });

  await conclude(owner, slug);
  expect(await violationsOn(owner)).toEqual([]);

  // Each is asked by a message, and answers for themselves.
  for (const { email } of [dario, elena])
    expect(await expectMail(email, "scegli come essere firmato", start)).toContain(result);
  await sign(plain, slug, "Solo le iniziali");
  await phone.goto(result);
  await phone.getByRole("radio", { name: /^Nome e cognome, con una competenza/ }).check();
  await press(phone, "Salva la firma");
  await said(phone, "Scegli una competenza fra le tue.");
  await phone.getByRole("combobox", { name: "Con quale competenza" }).selectOption({ index: 1 });
  await press(phone, "Salva la firma");
  await said(phone, "Fatto: la tua firma è come l’hai scelta.");
  expect(await overflows(phone)).toBe(false);
  expect(await violationsOn(phone)).toEqual([]);

  // What anybody reads, machines included.
  await visitor.goto(result);
  await said(visitor, RESULT);
  await said(visitor, "D. L.");
  await expect(visitor.getByRole("heading", { name: new RegExp(`^${elena.name}, `) })).toBeVisible();
  await expect(visitor.getByAltText("Dodici sedie impagliate in una classe")).toBeVisible();
  expect(await overflows(visitor)).toBe(false);
  expect(await violationsOn(visitor)).toEqual([]);
  const told = await (await request.get(result)).text();
  expect(told).not.toContain("Lunghini");
  const data = told.match(/<script type="application\/ld\+json">(.*?)<\/script>/)?.[1] ?? "{}";
  expect(JSON.parse(data).contributor).toEqual([
    { "@type": "Person", name: "D. L." },
    { "@type": "Person", name: elena.name },
  ]);
  const card = await request.get(`/api/results/${slug}`);
  expect([card.status(), card.headers()["content-type"]]).toEqual([200, "image/jpeg"]);
  expect(told).toContain(`/api/results/${slug}`);
  await visitor.emulateMedia({ media: "print" });
  await expect(visitor.getByText("https://example.org/sedie")).toBeVisible();

  // Thanks are theirs to open, and one changes one's mind.
  await owner.goto(result);
  await thankOf(owner, dario.name, "Per la pazienza con la paglia.");
  await visitor.goto(result);
  await expect(visitor.getByText("Per la pazienza con la paglia.")).toHaveCount(0);
  await plain.goto(result);
  await press(plain, "Mostralo con il risultato");
  await said(plain, "Fatto: si legge con il risultato.");
  await sign(phone, slug, "Nessuna firma");
  await visitor.goto(result);
  await said(visitor, "Per la pazienza con la paglia.");

  // And one's own to take back, and to say another way.
  await owner.goto(result);
  await press(owner, /^Ritira queste parole ?: /);
  await said(owner, "Fatto: quelle parole non le legge più nessuno.");
  for (const page of [visitor, plain]) {
    await page.goto(result);
    await expect(page.getByText("Per la pazienza con la paglia.")).toHaveCount(0);
  }
  await thankOf(owner, dario.name, "Per la paglia bagnata la sera prima.");
  await said(owner, "Per ora lo legge solo chi ringrazi.");
  await visitor.goto(result);
  await said(visitor, "Altre cose fatte");
  expect(await visitor.content()).not.toContain(elena.name);

  // And from there it begins again.
  await plain.goto(result);
  await plain.getByRole("link", { name: "Riaprilo come nuovo progetto" }).click();
  await expect(plain.locator('[name="title"]')).toHaveValue(title);
  await plain.locator('[name="title"]').fill(`${title}, secondo anno`);
  await plain.locator('[name="needs.0.title"]').fill("Qualcuno che tagli la paglia");
  await plain.locator('[name="deliverables.0.title"]').fill("Altre dodici sedie");
  await plain.locator('[name="deliverables.0.due"]').fill(inMonths(3));
  await main(plain).locator("form.apply-form button[type=submit]").click();
  await said(plain, "La proposta è pubblicata. Le offerte arrivano qui.");
  await visitor.goto(result);
  await visitor.getByRole("link", { name: `${title}, secondo anno` }).click();
  await said(visitor, "Continua");
  await expect(visitor.getByRole("main").getByRole("link", { name: title, exact: true })).toBeVisible();
});
