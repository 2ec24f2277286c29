import { brokenInvariants, demoPerson, sql } from "./database";
import { expect, expectMail, test } from "./fixtures";
import { press, said } from "./membership";

test.afterAll(async () => {
  expect(await brokenInvariants()).toEqual([]);
});

const WORDS = "Due sabati di fila il banco è rimasto sporco, e il turno dopo ha pulito per tutti.";
const REASON = "Il banco si lascia pulito: chi usa l’officina lo sa, e da ora lo fa.";

test("a report from a member’s row to a measure, an appeal to somebody else, and the log (MO1–MO4, P41, P54)", async ({
  as,
}) => {
  test.setTimeout(90_000);
  const [reporter, author] = [await demoPerson("ivo-malservisi"), await demoPerson("tommaso-bergonzini")];
  const [first, second] = [await demoPerson("samira-el-fassi"), await demoPerson("ilaria-zanasi")];
  const start = new Date();
  const ivo = await as(reporter, { javaScriptEnabled: false });
  await ivo.goto("/associazioni/la-morsa/membri");
  await ivo.getByRole("link", { name: `Segnala ${author.name}` }).click();
  await expect(ivo.getByRole("textbox", { name: /^Chi, o quale progetto/ })).toHaveValue(author.handle);
  await ivo.getByRole("combobox", { name: /^Quale clausola/ }).selectOption({ index: 3 });
  await ivo.getByRole("textbox", { name: /^Che cosa è successo/ }).fill(WORDS);
  await press(ivo, "Segnala");
  await said(ivo, /^Segnalato\./);

  const mail = await expectMail(author.email, "ha segnalato qualcosa che ti riguarda", start);
  expect(mail).not.toContain(reporter.name);
  const path = mail.match(/\/associazioni\/la-morsa\/segnalazioni\/\S+/)?.[0] ?? "";
  const tommaso = await as(author);
  await tommaso.goto(path);
  await said(tommaso, WORDS);
  await expect(tommaso.getByRole("main").getByText(reporter.name)).toHaveCount(0);
  await tommaso.getByRole("textbox", { name: /^La tua risposta/ }).fill("Il secondo sabato non c’ero.");
  await press(tommaso, "Rispondi");
  await said(tommaso, /^Risposta registrata\./);

  const samira = await as(first);
  await samira.goto("/associazioni/la-morsa/gestione/segnalazioni");
  await samira.getByRole("main").getByRole("link", { name: author.name }).first().click();
  await said(samira, `Segnalato da ${reporter.name}`);
  await samira.getByRole("radio", { name: /^Un richiamo/ }).check();
  await samira.getByRole("textbox", { name: /^Il motivo/ }).fill(REASON);
  await press(samira, "Decidi e avvisa");
  await said(samira, /^Deciso\./);

  await tommaso.goto(path);
  await tommaso.getByRole("textbox", { name: /^Perché la decisione è sbagliata/ }).fill("Il secondo sabato non c’ero.");
  await press(tommaso, "Fai ricorso");
  await said(tommaso, /^Ricorso inviato\./);
  await samira.reload();
  await expect(samira.getByRole("heading", { name: "Decidi sul ricorso" })).toHaveCount(0);
  const ilaria = await as(second);
  await ilaria.goto(path);
  await ilaria.getByRole("radio", { name: /^Una parola/ }).check();
  await ilaria.getByRole("textbox", { name: /^Il motivo/ }).fill(REASON);
  await press(ilaria, "Decidi e avvisa");
  await said(ilaria, /^Deciso\./);

  await ivo.goto("/en/associations/la-morsa/manage/log");
  await said(ivo, "On appeal: A word");
  for (const { name } of [reporter, author, first, second])
    await expect(ivo.getByRole("main").getByText(name)).toHaveCount(0);
  const rows = await sql(`SELECT 1 FROM "Measure" WHERE "reason" = $1`, [REASON]);
  expect(rows).toHaveLength(2);
});

test("a contribution from its row to «hidden», an appeal to somebody else, and back (MO1–MO4, A2)", async ({
  as,
  page,
}) => {
  test.setTimeout(120_000);
  const [reporter, author] = [await demoPerson("ivo-malservisi"), await demoPerson("chiara-bigliardi")];
  const [first, second] = [await demoPerson("samira-el-fassi"), await demoPerson("ilaria-zanasi")];
  const [deed, deeds] = ["Disegni esecutivi e distinta dei pezzi", "/progetti/prima-panca/contributi"];
  const reason =
    "Nei disegni ci sono nomi e numeri di chi abita lì: così non si pubblicano, e si possono rifare senza.";
  const start = new Date();
  const ivo = await as(reporter, { javaScriptEnabled: false });
  await ivo.goto(deeds);
  await ivo.getByRole("link", { name: `Segnala «${deed}»` }).click();
  await said(ivo, deed);
  await expect(ivo.getByRole("radio")).toHaveCount(0);
  await ivo.getByRole("combobox", { name: /^Quale clausola/ }).selectOption({ index: 3 });
  await ivo.getByRole("textbox", { name: /^Che cosa è successo/ }).fill(WORDS);
  await press(ivo, "Segnala");
  await said(ivo, /^Segnalato\./);
  await said(ivo, /Se nessuno decide si chiude/);

  const mail = await expectMail(author.email, "ha segnalato qualcosa che ti riguarda", start);
  const path = mail.match(/\/associazioni\/la-morsa\/segnalazioni\/\S+/)?.[0] ?? "";
  const chiara = await as(author);
  await chiara.goto(path);
  await said(chiara, /^Se nessuno decide entro il/);
  await chiara.getByRole("textbox", { name: /^La tua risposta/ }).fill("Erano già appesi in officina.");
  await chiara.keyboard.press("Tab");
  await expect(chiara.getByRole("main").getByRole("button", { name: "Rispondi" })).toBeFocused();
  await chiara.keyboard.press("Enter");
  await said(chiara, /^Risposta registrata\./);

  const samira = await as(first, { javaScriptEnabled: false });
  await samira.goto("/associazioni/la-morsa/gestione/segnalazioni");
  await samira.getByRole("main").getByRole("link", { name: deed }).click();
  await samira.getByRole("radio", { name: /^Nascosto/ }).check();
  await samira.getByRole("textbox", { name: /^Il motivo/ }).fill(reason);
  await press(samira, "Decidi e avvisa");
  await said(samira, /^Deciso\./);

  for (const other of [ivo, page]) {
    await other.goto(deeds);
    await expect(other.getByRole("main").getByText(deed)).toHaveCount(0);
  }
  await chiara.goto(deeds);
  await said(chiara, deed);
  await chiara.getByRole("link", { name: "Leggi perché" }).first().click();
  await said(chiara, /^Finché vale/);
  await chiara.getByRole("textbox", { name: /^Perché la decisione è sbagliata/ }).fill("I nomi non ci sono.");
  await press(chiara, "Fai ricorso");
  await said(chiara, /^Ricorso inviato\./);

  const ilaria = await as(second);
  await ilaria.goto(path);
  await ilaria.getByRole("radio", { name: /^Una parola/ }).check();
  await ilaria.getByRole("textbox", { name: /^Il motivo/ }).fill(reason);
  await press(ilaria, "Decidi e avvisa");
  await said(ilaria, /^Deciso\./);
  await page.goto("/en/projects/prima-panca/contributions");
  await expect(page.getByRole("main").getByText(deed)).toHaveCount(1);
  await ivo.goto("/en/associations/la-morsa/manage/log");
  await said(ivo, "Hidden");
  for (const { name } of [reporter, author, first, second])
    await expect(ivo.getByRole("main").getByText(name)).toHaveCount(0);
});

test("A2: whoever does not belong finds neither form, desk nor log", async ({ as }) => {
  const page = await as(await demoPerson("nora-bassani"));
  for (const path of ["segnala", "gestione/segnalazioni", "gestione/registro"])
    expect((await page.request.get(`/associazioni/la-morsa/${path}`)).status(), path).toBe(404);
});
