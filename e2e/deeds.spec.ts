import { randomBytes } from "node:crypto";
import { aPerson, brokenInvariants, type Person, sql } from "./database";
import { expect, test } from "./fixtures";
import { inMonths, press, said } from "./membership";

const OLD = "2026-01-10T10:00:00Z";
const OUTSIDE_SCRIPT = { javaScriptEnabled: false };

/** An association that asks for three hours a month; who is behind does not propose. Its charter is older than any period that counts. */
async function anAsking(people: { steward: Person; members: readonly Person[] }): Promise<string> {
  const slug = `chiede-${randomBytes(4).toString("hex")}`;
  const ids = [people.steward, ...people.members].map(({ memberId }) => memberId);
  // One statement: by its commit somebody must look after the association (rule R3).
  await sql(
    `WITH association AS (
       INSERT INTO "Association" ("id", "slug", "name", "tagline", "purpose", "forWhom", "weDo", "weDoNot", "entry", "foundedAt", "createdAt")
       VALUES (gen_random_uuid(), $1, 'Banco del Lunedì', 'Prova', 'Provare', 'Chi prova', '{Prove}', '{Finzioni}', 'APPLICATION', $2, $2) RETURNING "id"
     ), charter AS (
       INSERT INTO "Charter" ("id", "associationId", "version", "hash", "publishedAt", "minMinutes", "minPeriod", "graceDays", "bars")
       SELECT gen_random_uuid(), a."id", 1, 'hash-' || $1, $2, 180, 'MONTH', 14, '{PROPOSE}' FROM association a RETURNING "id", "hash"
     ), worth AS (
       INSERT INTO "CharterValue" ("id", "charterId", "position", "valueSlug", "meaning", "shownBy")
       SELECT gen_random_uuid(), c."id", 0, 'care', 'Cura', 'Un fatto' FROM charter c
     ), membership AS (
       INSERT INTO "Membership" ("id", "associationId", "memberId", "state", "stateSince", "firstJoinedAt", "behindSince")
       SELECT gen_random_uuid(), a."id", m, 'ACTIVE', $2, $2, $2 FROM association a, unnest($3::uuid[]) m RETURNING "id", "memberId"
     ), event AS (
       INSERT INTO "MembershipEvent" ("id", "membershipId", "to", "at") SELECT gen_random_uuid(), m."id", 'ACTIVE', $2 FROM membership m
     ), pledge AS (
       INSERT INTO "Pledge" ("id", "membershipId", "charterId", "charterHash", "kinds", "isListening", "minutesPerPeriod", "period", "untilOn", "statement", "acceptedAt")
       SELECT gen_random_uuid(), m."id", c."id", c."hash", '{TIME}', false, 180, 'MONTH', current_date + 90, 'Il lunedì', now() - interval '200 days'
         FROM membership m, charter c
     )
     INSERT INTO "RoleGrant" ("id", "membershipId", "role", "state", "grantedAt", "acceptedAt")
     SELECT gen_random_uuid(), m."id", 'STEWARD', 'HELD', $2, $2 FROM membership m WHERE m."memberId" = ($3::uuid[])[1]`,
    [slug, OLD, ids],
  );
  return slug;
}

let steward: Person;
let ada: Person;
let bo: Person;
let slug: string;

test.beforeEach(async () => {
  [steward, ada, bo] = [await aPerson("Rita Referente"), await aPerson("Ada Indietro"), await aPerson("Bo Testimone")];
  slug = await anAsking({ steward, members: [ada, bo] });
});
test.afterAll(async () => {
  expect(await brokenInvariants()).toEqual([]);
});

const behind = async (person: Person) =>
  (
    await sql<{ behindSince: Date | null }>(
      `SELECT m."behindSince" FROM "Membership" m JOIN "Association" a ON a."id" = m."associationId" WHERE a."slug" = $1 AND m."memberId" = $2`,
      [slug, person.memberId],
    )
  )[0]?.behindSince ?? null;

test("PJ5, PJ6: whoever fell behind records what they did, another confirms, and they are in step; a mistake is set right — without script", async ({
  as,
}) => {
  const own = await as(ada, OUTSIDE_SCRIPT);
  await own.goto(`/associazioni/${slug}/posizione`);
  await said(own, /Sei indietro dal/);
  await said(own, /qui non puoi proporre progetti/);
  await own.getByRole("main").getByRole("link", { name: "Fai qualcosa e registralo" }).click();
  await own.getByRole("textbox", { name: /^Che cosa hai fatto/ }).fill("Ho ospitato l’incontro di novembre");
  await own.getByRole("spinbutton", { name: /^Ore/ }).fill("3");
  await press(own, "Registra");
  await said(own, "Registrato. Ora lo conferma qualcun altro.");
  await said(own, /aspetta conferma fino al/);
  expect(await behind(ada)).not.toBeNull();

  const witness = await as(bo, OUTSIDE_SCRIPT);
  await witness.goto(`/associazioni/${slug}/contributi`);
  await press(witness, /^Confermo/);
  await said(witness, "Confermato.");
  expect(await behind(ada)).toBeNull();
  await own.goto(`/associazioni/${slug}/posizione`);
  await said(own, "Sei in pari.");
  await own.goto(`/en/associations/${slug}/standing`);
  await said(own, "You are in step.");

  const desk = await as(steward, OUTSIDE_SCRIPT);
  await desk.goto(`/associazioni/${slug}/contributi`);
  await desk
    .getByText(/^Togli dal conto/)
    .first()
    .click();
  await desk.getByRole("textbox", { name: /^Che cosa era sbagliato/ }).fill("L’incontro era a casa di Bo.");
  await press(desk, "Togli il contributo dal conto");
  await said(desk, /^Tolto dal conto/);
  expect(await behind(ada)).not.toBeNull();
});

test("K1, K2: a commitment is taken on and let go in time; beside a missed one its subject writes how it went", async ({
  as,
}) => {
  const page = await as(ada);
  await page.goto(`/associazioni/${slug}/impegni`);
  await page.getByRole("textbox", { name: /^Che cosa/ }).fill("Porto il verbale a tutti");
  await page.getByLabel(/^Entro il/).fill(inMonths(1));
  await press(page, "Lo dichiaro");
  await said(page, "Detto. Ora c’è una data.");
  await page
    .getByText(/^Chiudi l’impegno/)
    .first()
    .click();
  await page.getByRole("radio", { name: /^Lo sciolgo/ }).check();
  await press(page, "Chiudi l’impegno");
  await said(page, "Impegno chiuso.");
  await said(page, "Sciolto");

  await sql(
    `INSERT INTO "Commitment" ("id", "memberId", "associationId", "text", "dueOn", "state", "createdAt", "closedAt")
     SELECT gen_random_uuid(), $2, a."id", 'Sistemo l’armadio', current_date - 20, 'MISSED', now() - interval '60 days', now() FROM "Association" a WHERE a."slug" = $1`,
    [slug, ada.memberId],
  );
  await page.goto(`/associazioni/${slug}/impegni`);
  await said(page, "Mancato");
  await page.getByText(/^Di’ com’è andata/).click();
  await page.getByRole("textbox", { name: /^Com’è andata/ }).fill("Ero all’ospedale con mia madre.");
  await press(page, "Scrivilo accanto");
  await said(page, "Scritto accanto all’impegno.");
  await said(page, /Ero all’ospedale con mia madre/);
});

test("a hand asked for reaches those who take care of the members, and nobody else", async ({ as }) => {
  const page = await as(ada);
  await page.goto(`/en/associations/${slug}/standing`);
  await page.getByRole("textbox", { name: /^What you need/ }).fill("Somebody to swap Saturdays with.");
  await press(page, "Send");
  await said(page, "Your request went to whoever takes care of the association.");

  const desk = await as(steward);
  await desk.goto(`/associazioni/${slug}/gestione/cura`);
  await said(desk, "Somebody to swap Saturdays with.");
  await said(desk, "Chi è indietro");
  await press(desk, /^Ci siamo sentiti/);
  await said(desk, "Richiesta chiusa.");

  const other = await as(bo);
  const answer = await other.goto(`/associazioni/${slug}/gestione/cura`);
  expect(answer?.status()).toBe(404);
});
