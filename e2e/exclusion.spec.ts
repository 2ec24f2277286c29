import { brokenInvariants, demoPerson, sql } from "./database";
import { expect, expectMail, test } from "./fixtures";
import { inMonths, press, said } from "./membership";
import { letCasePass, letVotePass, runJob } from "./time";

test.afterAll(async () => {
  expect(await brokenInvariants()).toEqual([]);
});

const FACTS = "Per tre volte le chiavi non sono tornate al loro posto, dopo averlo promesso due volte.";
const REASON = "La clausola è chiara, l’avviso c’è stato, e la cosa si è ripetuta tre volte in un mese.";

const membershipOf = async (memberId: string) =>
  (
    await sql<{ state: string }>(
      `SELECT s."state" FROM "Membership" s JOIN "Association" a ON a."id" = s."associationId" WHERE a."slug" = 'la-morsa' AND s."memberId" = $1`,
      [memberId],
    )
  )[0]?.state;

test("an exclusion by due process, and the appeal that undoes it (M9)", async ({ as }) => {
  test.setTimeout(120_000);
  const [opener, decider] = [await demoPerson("samira-el-fassi"), await demoPerson("ilaria-zanasi")];
  const [person, voter] = [await demoPerson("tommaso-bergonzini"), await demoPerson("ivo-malservisi")];
  const start = new Date();

  // A steward opens a case; nothing of the membership changes.
  const samira = await as(opener);
  await samira.goto("/associazioni/la-morsa/gestione/esclusioni");
  await samira.getByRole("combobox", { name: /^Di chi si tratta/ }).fill(person.handle);
  await samira.getByRole("combobox", { name: /^Quale clausola/ }).selectOption({ index: 8 });
  await samira.getByRole("textbox", { name: /^Che cosa è successo/ }).fill(FACTS);
  await press(samira, "Apri il caso e avvisa");
  await said(samira, /^Il caso è aperto\./);
  await expect(samira.getByRole("heading", { name: "Decidi" })).toHaveCount(0);
  const path = new URL(samira.url()).pathname;
  const id = path.split("/").at(-1) ?? "";

  // The person is told by mail, reads all of it, and answers.
  await expectMail(person.email, path, start);
  const tommaso = await as(person);
  await tommaso.goto(path);
  await said(tommaso, FACTS);
  await said(tommaso, decider.name);
  await tommaso
    .getByRole("textbox", { name: /^Le tue parole/ })
    .fill("Le ho lasciate al turno dopo, due volte su tre.");
  await press(tommaso, "Rispondi");
  await said(tommaso, /^Risposta registrata\./);

  // Nobody decides before the time is over; then somebody else does, and the person is out.
  const ilaria = await as(decider);
  await ilaria.goto(path);
  await expect(ilaria.getByRole("heading", { name: "Decidi" })).toHaveCount(0);
  await letCasePass(id, 10);
  await ilaria.reload();
  await ilaria.getByRole("radio", { name: /^Fuori/ }).check();
  await ilaria.getByRole("textbox", { name: /^Il motivo/ }).fill(REASON);
  await press(ilaria, "Decidi e avvisa");
  await said(ilaria, /^Decisione presa\./);
  expect(await membershipOf(person.memberId)).toBe("EXCLUDED");
  await expectMail(person.email, "ha deciso sul caso che ti riguarda", start);
  expect((await tommaso.goto("/associazioni/la-morsa/membri"))?.status()).toBe(404);

  // The appeal goes to others: no steward is left who may, so the members vote.
  await tommaso.goto(path);
  await said(tommaso, REASON);
  await tommaso
    .getByRole("textbox", { name: /^Perché la decisione è sbagliata/ })
    .fill("Due volte su tre le chiavi le aveva il turno dopo: lo sanno in tre.");
  await press(tommaso, "Fai ricorso");
  await said(tommaso, /^Ricorso inviato\./);
  await samira.goto(path);
  // She is a party, and there is nobody else: the words put to the vote are not hers.
  await said(samira, /^Sei parte del caso/);
  await samira.getByLabel("Si vota fino a tutto il").fill(inMonths(1));
  await press(samira, "Apri il voto");
  await said(samira, /^Il voto è aperto\./);
  const ivo = await as(voter);
  await ivo.goto(path);
  await ivo.getByRole("main").getByRole("link", { name: "Vai al voto" }).first().click();
  await said(ivo, `Chi ha aperto il caso racconta: «${FACTS}»`);
  await expect(ivo.getByRole("group", { name: `L’esclusione di ${person.name} deve restare?` })).toBeVisible();
  await said(ivo, "Il ricorso è accolto: la persona rientra");
  await said(ivo, "Vale come un no, con parole senza firma, da leggere alla chiusura");
  await ivo.getByRole("radio", { name: /^No, l’esclusione cade/ }).check();
  await press(ivo, "Vota");
  await said(ivo, /^Voto registrato\./);

  const voteId = new URL(ivo.url()).pathname.split("/").at(-1) ?? "";
  await letVotePass(voteId, 60);
  await runJob("settleCaseVotes");
  await expect.poll(() => membershipOf(person.memberId), { timeout: 15_000 }).toBe("ACTIVE");
  await tommaso.goto(path);
  await said(tommaso, "L’esclusione cade: l’appartenenza torna com’era.");
  expect((await tommaso.goto("/associazioni/la-morsa/membri"))?.status()).toBe(200);
});

test("A2: nobody else finds the case, its vote, or the desk", async ({ as }) => {
  const [row] = await sql<{ id: string }>(`SELECT "id" FROM "ExclusionCase" WHERE "state" = 'REVERSED' LIMIT 1`);
  for (const handle of ["nora-bassani", "alba-hoxha"]) {
    const page = await as(await demoPerson(handle));
    for (const path of [`casi/${row?.id}`, "gestione/esclusioni"])
      expect((await page.request.get(`/associazioni/la-morsa/${path}`)).status(), path).toBe(404);
  }
});
