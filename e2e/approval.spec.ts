import type { Page } from "@playwright/test";
import { aPerson, brokenInvariants } from "./database";
import { expect, expectMail, overflows, sizes, test, violationsOn } from "./fixtures";
import { aGroupOf } from "./group";
import { press, said } from "./membership";
import { answerOffer, offer, openFeasibility, propose, start, unfold } from "./project";

test.afterAll(async () => {
  expect(await brokenInvariants()).toEqual([]);
});

const REASON = "Prima di aprire un altro banco vanno finite le dodici sedie di marzo, che aspettano ancora.";
const CHANGED = "Le dodici sedie sono finite e consegnate: il banco ora è libero.";

/** Whoever looks after the association says that its projects start with its word. */
async function letApprove(page: Page, slug: string) {
  await page.goto(`/associazioni/${slug}/gestione/identita`);
  await page.getByRole("radio", { name: /^Partono dopo che l’associazione li ha approvati/ }).check();
  await press(page, "Salva");
  await said(page, "Salvato. La pagina dell’associazione lo dice già.");
  await page.goto(`/associazioni/${slug}/gestione/identita`);
  await expect(page.getByRole("radio", { name: /^Partono dopo/ })).toBeChecked();
}

/** A no, which takes a reason; what was written too short is still there. */
async function sayNo(page: Page, title: string) {
  const button = page.getByRole("button", { name: new RegExp(`^Rispondi di no ?: ${title}$`) });
  await unfold(page, "Di’ di no, e perché");
  const reason = page.getByRole("textbox", { name: /^Perché no/ });
  await reason.fill("Non ora.");
  await button.click();
  await said(page, /C’è una cosa da sistemare/);
  await expect(reason).toHaveValue("Non ora.");
  await reason.fill(REASON);
  await button.click();
  await said(page, "Risposta inviata. Chi guida il progetto legge perché.");
}

const WAYS = [
  ["with JavaScript, wide", { viewport: sizes.desk }, "Ronda", "Un banco in più"],
  ["without JavaScript, narrow", { viewport: sizes.phone, javaScriptEnabled: false }, "Sponda", "Un banco nuovo"],
] as const;

for (const [way, options, surname, title] of WAYS)
  test(`PJ2: a project waits for its association’s word: a no with its reason, asked again, a yes, and it starts, ${way}`, async ({
    as,
  }) => {
    test.setTimeout(120_000);
    const isDesk = options.viewport === sizes.desk;
    const [steward, lead, hand] = [
      await aPerson(`Rita ${surname}`),
      await aPerson(`Lea ${surname}`),
      await aPerson(`Ugo ${surname}`, { competence: "welding" }),
    ];
    const name = `Officina ${surname}`;
    const group = await aGroupOf([steward, lead, hand], { name });
    const [desk, owner, other] = [await as(steward, options), await as(lead, options), await as(hand, options)];
    const begun = new Date();
    await letApprove(desk, group);

    const slug = await propose(owner, {
      title,
      association: name,
      purpose: "Un banco in più, per chi non ne ha uno suo.",
      seats: [{ title: "Saldare il telaio", competence: "Saldatura", isCritical: true }],
      promised: "Un banco montato",
    });
    await said(owner, /^Chiesta il/);
    await said(owner, "l’approvazione dell’associazione");
    const mail = await expectMail(steward.email, `${lead.name} propone «${title}»: serve la parola di ${name}`, begun);
    expect(mail).toContain(`/associazioni/${group}/gestione/progetti`);

    // Covered, and still it does not start.
    await openFeasibility(owner, slug);
    await offer(other, slug, "Saldare il telaio", { competence: "Saldatura" });
    await answerOffer(owner, slug, hand, "Accetta");
    await said(owner, "l’approvazione dell’associazione");
    await expect(owner.getByRole("button", { name: "Fai partire il progetto" })).toHaveCount(0);
    expect((await other.goto(`/associazioni/${group}/gestione/progetti`))?.status()).toBe(404);

    await desk.goto(`/associazioni/${group}/gestione/progetti`);
    await said(desk, "Da approvare");
    if (isDesk) expect(await violationsOn(desk)).toEqual([]);
    expect(await overflows(desk)).toBe(false);
    await sayNo(desk, title);
    const refused = await expectMail(lead.email, `${name} per ora non approva «${title}»`, begun);
    expect(refused).not.toContain(REASON);
    await other.goto(`/progetti/${slug}`);
    await expect(other.getByRole("main").getByText(REASON)).toHaveCount(0);

    // Why, and what changed: beside each other for whoever answers now.
    await owner.goto(`/progetti/${slug}/gestione`);
    await said(owner, REASON);
    await unfold(owner, "Chiedila di nuovo");
    await owner.getByRole("textbox", { name: /^Che cosa è cambiato/ }).fill(CHANGED);
    await press(owner, "Chiedi di nuovo");
    await said(owner, "Richiesta inviata a chi risponde per l’associazione.");
    if (isDesk) expect(await violationsOn(owner)).toEqual([]);
    expect(await overflows(owner)).toBe(false);
    await desk.goto(`/associazioni/${group}/gestione/progetti`);
    for (const words of [REASON, CHANGED]) await said(desk, words);
    await press(desk, new RegExp(`^Approva ?: ${title}$`));
    await said(desk, "Approvato. Chi guida il progetto lo sa già.");
    await expect(desk.getByRole("heading", { name: "Da approvare" })).toHaveCount(0);

    await expectMail(lead.email, `${name} approva «${title}»`, begun);
    await start(owner, slug);
    await said(owner, /^Approvato il/);
  });
