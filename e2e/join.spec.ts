import { aPerson, brokenInvariants, demoPerson, type Person, sql } from "./database";
import { expect, expectMail, sizes, test } from "./fixtures";
import { admit, apply, fillStatement, handIn, inMonths, openAtDesk, press, said, takeStances } from "./membership";

test.afterAll(async () => {
  expect(await brokenInvariants()).toEqual([]);
});

const ASSOCIATION = "la-morsa";
const STEWARD = "samira-el-fassi";

async function stateOf({ memberId }: Person, slug = ASSOCIATION): Promise<string | null> {
  const [row] = await sql<{ state: string }>(
    `SELECT m."state" FROM "Membership" m JOIN "Association" a ON a."id" = m."associationId"
      WHERE m."memberId" = $1 AND a."slug" = $2`,
    [memberId, slug],
  );
  return row?.state ?? null;
}

const WAYS = [
  ["with JavaScript, wide", { viewport: sizes.desk }],
  ["without JavaScript, narrow", { viewport: sizes.phone, javaScriptEnabled: false }],
] as const;

for (const [way, options] of WAYS) {
  test(`read, apply, be admitted, ${way}`, async ({ as }) => {
    test.setTimeout(90_000);
    const person = await aPerson("Berta Nuovi", { competence: "welding" });
    const [page, desk] = [await as(person, options), await as(await demoPerson(STEWARD), options)];
    const start = new Date();

    await page.goto("/associazioni");
    await page.getByRole("main").getByRole("link", { name: "La Morsa", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "La Morsa" })).toBeVisible();
    await said(page, "Non facciamo corsi a pagamento.");
    await said(page, "Le ore di banco si prestano e si restituiscono, non si comprano.");
    await page.getByRole("main").getByRole("link", { name: "Candidati", exact: true }).first().click();

    const statement = page.getByRole("textbox", { name: /^Come parteciperai, in concreto/ });
    await takeStances(page);
    await fillStatement(page, { words: "Tengo aperta l’officina il sabato." });
    await press(page, "Invia la domanda");
    await said(page, /Ci sono \d+ cose da sistemare/);
    await expect(statement).toHaveValue("Tengo aperta l’officina il sabato.");
    await expect(page.getByRole("radio", { name: "È mio", exact: true }).first()).toBeChecked();
    await expect(page.getByRole("spinbutton", { name: /^Quante ore/ })).toHaveValue("8");
    await handIn(page, "Invia la domanda");
    await said(page, /^Domanda inviata\./);

    const steward = await demoPerson(STEWARD);
    await expectMail(steward.email, person.name, start);
    await admit(desk, ASSOCIATION, person.name);
    await expectMail(person.email, "La tua domanda è accolta: fai parte di La Morsa", start);
    await page.goto("/domande");
    await said(page, "Accolta");
    await page.goto(`/associazioni/${ASSOCIATION}/membri`);
    await said(page, person.name);
    expect(await stateOf(person)).toBe("ACTIVE");
  });

  test(`a «non ora» reaches the person with its reason, and the door reopens later (M4, M6), ${way}`, async ({
    as,
  }) => {
    test.setTimeout(90_000);
    const person = await aPerson("Clelia Attese");
    const [page, desk] = [await as(person, options), await as(await demoPerson(STEWARD), options)];
    const start = new Date();
    await apply(page, ASSOCIATION);

    const words = "Cerchiamo chi possa esserci di sabato: se la tua settimana cambia, scrivici di nuovo volentieri.";
    await openAtDesk(desk, ASSOCIATION, person.name);
    await desk.getByRole("radio", { name: /^Non ora/ }).check();
    await desk.getByRole("textbox", { name: /^Due righe per/ }).fill(words);
    await press(desk, `Decidi e avvisa ${person.name}`);
    await said(desk, /C’è una cosa da sistemare/);
    await expect(desk.getByRole("textbox", { name: /^Due righe per/ })).toHaveValue(words);
    await expect(desk.getByRole("radio", { name: /^Non ora/ })).toBeChecked();
    const why = desk.getByRole("combobox", { name: /^Se è «non ora», perché/ });
    await why.selectOption({ label: "Ci serve una partecipazione diversa" });
    await press(desk, `Decidi e avvisa ${person.name}`);
    await said(desk, "Risposta inviata, con il motivo.");

    await expectMail(person.email, "La Morsa ha risposto alla tua domanda: per ora no", start);
    await page.goto("/domande");
    await page.getByRole("main").getByRole("link", { name: "La Morsa" }).first().click();
    await said(page, words);
    await said(page, "Ci serve una partecipazione diversa");
    await page.goto(`/associazioni/${ASSOCIATION}/candidati`);
    await said(page, /Potrai presentare una nuova domanda dal/);
    await expect(page.getByRole("button", { name: "Invia la domanda" })).toHaveCount(0);
    expect(await stateOf(person)).not.toBe("ACTIVE");
  });

  test(`withdraw, and apply again at once (M4), ${way}`, async ({ as }) => {
    const person = await aPerson("Dora Ripensi");
    const page = await as(person, options);
    await apply(page, ASSOCIATION);
    await press(page, "Ritira la domanda");
    await said(page, /^Domanda ritirata\./);
    await apply(page, ASSOCIATION);
    const rows = await sql<{ state: string }>(
      `SELECT "state" FROM "Application" WHERE "memberId" = $1 ORDER BY "submittedAt"`,
      [person.memberId],
    );
    expect(rows.map(({ state }) => state)).toEqual(["WITHDRAWN", "PENDING"]);
  });

  test(`an invitation leads to the same four steps and enrols nobody by itself (M2, PT2), ${way}`, async ({ as }) => {
    test.setTimeout(90_000);
    const person = await aPerson("Elvira Chiamata");
    const [page, desk] = [await as(person, options), await as(await demoPerson(STEWARD), options)];
    const start = new Date();
    await desk.goto(`/associazioni/${ASSOCIATION}/gestione/inviti`);
    await desk.getByRole("combobox", { name: /^Chi inviti/ }).fill(person.handle);
    await desk
      .locator("#invite")
      .getByRole("textbox", { name: /^Perché proprio questa persona/ })
      .fill("Ti ho vista montare un banco alla fiera: qui impareresti e insegneresti.");
    await press(desk, "Manda l’invito");
    await said(desk, "Invito mandato. Resta aperto trenta giorni.");
    await expectMail(person.email, "ti invita in La Morsa", start);
    expect(await stateOf(person)).not.toBe("ACTIVE");

    await page.goto("/domande");
    await page.getByRole("main").getByRole("link", { name: "Leggi e decidi" }).click();
    await handIn(page, "Entra nell’associazione");
    await said(page, "Da ora fai parte dell’associazione. Questo è il tuo patto.");
    expect(await stateOf(person)).toBe("ACTIVE");
  });

  test(`leave at once, with what happens told before (M7, M8), ${way}`, async ({ as }) => {
    const [handle, told] =
      way === "with JavaScript, wide"
        ? ["luca-sensini", /in «Il sentiero delle edicole»/]
        : ["noemi-travaglini", /in «Il sentiero delle edicole»/];
    const person = await demoPerson(handle);
    const page = await as(person, options);
    await page.goto("/associazioni/mezzacosta");
    await page.getByRole("main").getByRole("link", { name: "Esci", exact: true }).click();
    await said(page, /Vale da subito, senza motivo/);
    await said(page, told);
    await press(page, "Esci ora");
    await said(page, /^Hai lasciato l’associazione\./);
    expect((await page.goto("/associazioni/mezzacosta/membri"))?.status()).toBe(404);
    expect(await stateOf(person, "mezzacosta")).toBe("LEFT");
    const open = await sql(
      `SELECT FROM "NeedOffer" o JOIN "Need" n ON n."id" = o."needId" JOIN "Project" p ON p."id" = n."projectId"
         JOIN "Association" a ON a."id" = p."associationId"
        WHERE o."memberId" = $1 AND a."slug" = 'mezzacosta' AND o."state" IN ('WAITING', 'QUEUED', 'ACCEPTED')`,
      [person.memberId],
    );
    expect(open).toEqual([]);
  });

  test(`found an association, ${way}`, async ({ as }) => {
    test.setTimeout(90_000);
    const person = await aPerson("Fulvia Inizi");
    const page = await as(person, options);
    const name = `Bottega ${person.handle.slice(-8)}`;
    await page.goto("/associazioni");
    await page.getByRole("link", { name: "Fonda un’associazione" }).first().click();
    await page.getByRole("textbox", { name: "Nome", exact: true }).fill(name);
    await press(page, "Fonda e pubblica");
    await said(page, /Ci sono \d+ cose da sistemare/);
    await expect(page.getByRole("textbox", { name: "Nome", exact: true })).toHaveValue(name);

    await page.getByRole("textbox", { name: /^In una frase/ }).fill("Rimettiamo in uso le cose del quartiere");
    await page.getByRole("textbox", { name: /^Scopo/ }).fill("Riparare insieme quello che si può, prima di comprare.");
    await page.getByRole("textbox", { name: /^Per chi/ }).fill("Chi abita qui e vuole imparare.");
    await page.getByRole("group", { name: "Cosa facciamo" }).getByRole("textbox").first().fill("Apriamo il giovedì.");
    await page.getByRole("group", { name: "Cosa non facciamo" }).getByRole("textbox").first().fill("Non vendiamo.");
    for (const [i, label] of ["Cura", "Fiducia", "Reciprocità"].entries()) {
      const value = page.getByRole("group", { name: `Valore ${i + 1}`, exact: true });
      await value.getByRole("combobox", { name: /^Dall’elenco/ }).selectOption({ label });
      await value.getByRole("textbox", { name: /^Cosa vuol dire qui/ }).fill("Una cosa si ripara prima di buttarla.");
      await value.getByRole("textbox", { name: /^Da cosa si vede/ }).fill("Il registro delle riparazioni è aperto.");
    }
    const clause = page.getByRole("group", { name: "Clausola 1", exact: true });
    await clause.getByRole("textbox", { name: /^Testo/ }).fill("Gli attrezzi si rimettono a posto.");
    await page.getByRole("radio", { name: /^Aperta/ }).check();
    await fillStatement(page);
    await page.getByRole("checkbox", { name: /^Lo dico a mio nome/ }).check();
    await press(page, "Fonda e pubblica");

    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    const slug = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    expect(await stateOf(person, slug)).toBe("ACTIVE");
    const visitor = await as(null, options);
    await visitor.goto(`/associazioni/${slug}`);
    await said(visitor, "Gli attrezzi si rimettono a posto.");

    const friend = await aPerson("Gemma Vicini");
    const friendly = await as(friend, options);
    await friendly.goto(`/associazioni/${slug}`);
    await friendly.getByRole("main").getByRole("link", { name: "Entra", exact: true }).first().click();
    await handIn(friendly, "Entra nell’associazione");
    await said(friendly, "Da ora fai parte dell’associazione. Questo è il tuo patto.");
    expect(await stateOf(friend, slug)).toBe("ACTIVE");
  });
}

test("a pledge lasts twelve months at most and must be what the charter asks (PT1)", async ({ as }) => {
  const page = await as(await aPerson("Irma Troppo"));
  await page.goto(`/associazioni/${ASSOCIATION}/candidati`);
  await page.getByLabel("Fino a quando").fill(inMonths(14));
  await page.getByRole("spinbutton", { name: /^Quante ore/ }).fill("2");
  await press(page, "Invia la domanda");
  await said(page, /^Scegli una data entro il/);
  await expect(page.getByLabel("Fino a quando")).toHaveValue(inMonths(14));
});
