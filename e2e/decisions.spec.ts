import type { Page } from "@playwright/test";
import { brokenInvariants, demoPerson, sql } from "./database";
import { expect, test } from "./fixtures";
import { inMonths, press, said } from "./membership";
import { letVotePass, runJob } from "./time";

test.afterAll(async () => {
  expect(await brokenInvariants()).toEqual([]);
});

const TITLE = "Un banco in più per chi impara";
const newest = async (title: string) => {
  const [row] = await sql<{ id: string }>(`SELECT "id" FROM "Decision" WHERE "title" = $1 ORDER BY "openedAt" DESC`, [
    title,
  ]);
  return row?.id ?? "";
};
const isClosed = async (id: string) =>
  (await sql<{ state: string }>(`SELECT "state" FROM "Decision" WHERE "id" = $1`, [id]))[0]?.state;

async function propose(page: Page, title: string) {
  const main = page.getByRole("main");
  await main.getByRole("textbox", { name: /^La proposta, in una riga/ }).fill(title);
  await main
    .getByRole("textbox", { name: /^Che cosa proponi, e perché/ })
    .fill("Prendiamo un banco usato per chi comincia, da montare prima dell’inverno.");
  await main.getByRole("combobox", { name: /^Quanti devono votare/ }).selectOption({ label: "basta un voto" });
  await main.getByLabel("Si vota fino a tutto il").fill(inMonths(1));
  await press(page, "Apri il voto");
  await said(page, /^Il voto è aperto\./);
}

test("a proposal from its opening to its outcome, and to whoever sees to it (DC1–DC5, DC8)", async ({ as }) => {
  const [steward, member] = [await demoPerson("samira-el-fassi"), await demoPerson("ivo-malservisi")];
  const page = await as(steward);
  await page.goto("/associazioni/la-morsa");
  await page.getByRole("main").getByRole("link", { name: "Decisioni", exact: true }).click();
  await page.getByRole("main").getByRole("link", { name: "Metti ai voti una proposta" }).first().click();
  await press(page, "Apri il voto");
  await said(page, /Ci sono \d+ cose da sistemare/);
  await propose(page, TITLE);

  const other = await as(member);
  await other.goto("/bacheca");
  await other
    .getByRole("main")
    .getByRole("listitem")
    .filter({ hasText: "in La Morsa" })
    .getByRole("link", { name: "Vai alle decisioni" })
    .click();
  await other.getByRole("main").getByRole("link", { name: TITLE }).click();
  await other.getByRole("radio", { name: /^Mi oppongo/ }).check();
  await expect(other.getByRole("textbox", { name: "Perché ti opponi", exact: true })).toBeVisible();
  await press(other, "Vota");
  await said(other, "Un’obiezione ha bisogno di parole: scrivi perché.");
  await other.getByRole("radio", { name: /^Sì/ }).check();
  await press(other, "Vota");
  await said(other, /^Voto registrato\./);
  await said(other, "I conti si vedono quando il voto si chiude.");

  const id = await newest(TITLE);
  await letVotePass(id, 60);
  await page.goto(`/associazioni/la-morsa/decisioni/${id}`);
  await said(page, "La proposta è passata.");
  await said(page, member.name);
  await runJob("closeDueDecisions");
  await expect.poll(() => isClosed(id), { timeout: 15_000 }).toBe("CLOSED");
  await page.reload();
  await page.getByRole("textbox", { name: /^Che cosa si è deciso/ }).fill("Si prende un banco usato.");
  await page.getByLabel("Quando se ne riparla").fill(inMonths(4));
  await press(page, "Affida");
  await said(page, `Se ne occupa ${steward.name}.`);
});

test("the same in English and without script", async ({ as }) => {
  const [steward, member] = [await demoPerson("samira-el-fassi"), await demoPerson("ivo-malservisi")];
  const page = await as(steward, { javaScriptEnabled: false });
  await page.goto("/en/associations/la-morsa/decisions/new");
  const main = page.getByRole("main");
  await main.getByRole("textbox", { name: /^The proposal, in a line/ }).fill("Which day we open");
  await main.getByRole("textbox", { name: /^What you propose/ }).fill("We open one more half day a week; which one?");
  await main.getByRole("textbox", { name: /^Option 1/ }).fill("Wednesday");
  await main.getByRole("textbox", { name: /^Option 2/ }).fill("Saturday");
  await main.getByRole("radio", { name: /^Secret/ }).check();
  await main.getByLabel("Voting until the end of").fill(inMonths(1));
  await press(page, "Open the vote");
  await said(page, /^The vote is open\./);

  const id = await newest("Which day we open");
  const other = await as(member, { javaScriptEnabled: false });
  await other.goto(`/en/associations/la-morsa/decisions/${id}`);
  await other.getByRole("radio", { name: /^Saturday/ }).check();
  await press(other, "Vote");
  await said(other, /^Vote recorded\./);
  await press(other, "Change your vote");
  await said(other, /^Vote recorded\./);
  const votes = await sql(`SELECT 1 FROM "Ballot" WHERE "decisionId" = $1`, [id]);
  expect(votes).toHaveLength(1);
});

test("A2: whoever does not belong finds neither the list nor a decision", async ({ as }) => {
  const id = await newest(TITLE);
  const page = await as(await demoPerson("nora-bassani"));
  for (const path of ["", "/nuova", `/${id}`])
    expect((await page.request.get(`/associazioni/la-morsa/decisioni${path}`)).status(), path).toBe(404);
});
