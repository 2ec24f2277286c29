import { aPerson, brokenInvariants } from "./database";
import { expect, expectMail, overflows, sizes, test, violationsOn } from "./fixtures";
import { aGroupOf } from "./group";
import { inDays, inMonths, press, said } from "./membership";
import { answerOffer, closeCommitment, offer, openFeasibility, propose, start } from "./project";
import { letSeatPass, runJob } from "./time";

test.afterAll(async () => {
  expect(await brokenInvariants()).toEqual([]);
});

const WELD = "Saldare i telai";
const KEEP = "Tenere i conti";
const linkIn = (mail: string) => mail.match(/\/progetti\/\S+\/bisogni\/\S+/)?.[0] ?? "";

const WAYS = [
  ["with JavaScript, wide", { viewport: sizes.desk }, "Adda", "Sgabelli del sabato"],
  ["without JavaScript, narrow", { viewport: sizes.phone, javaScriptEnabled: false }, "Oglio", "Sgabelli del giovedì"],
] as const;

for (const [way, options, surname, title] of WAYS)
  test(`K1, PT1: a seat with a last day is renewed by whoever sits there, or is free again without weight, ${way}`, async ({
    as,
  }) => {
    test.setTimeout(120_000);
    const isDesk = options.viewport === sizes.desk;
    const [lead, ada, bo] = [
      await aPerson(`Lina ${surname}`),
      await aPerson(`Ada ${surname}`, { competence: "welding" }),
      await aPerson(`Bo ${surname}`),
    ];
    const name = `Banco ${surname}`;
    await aGroupOf([lead, ada, bo], { name });
    const [owner, stays, goes] = [await as(lead, options), await as(ada, options), await as(bo, options)];
    const begun = new Date();
    const slug = await propose(owner, {
      title,
      association: name,
      purpose: "Dodici sgabelli per la sala d’attesa, entro la primavera.",
      seats: [
        { title: WELD, competence: "Saldatura", isCritical: true },
        { title: KEEP, competence: "Contabilità" },
      ],
      promised: "Dodici sgabelli",
    });
    await openFeasibility(owner, slug);
    await offer(stays, slug, WELD, { competence: "Saldatura" }, inDays(60));
    await offer(goes, slug, KEEP, { competence: "Contabilità" }, inDays(60));
    await owner.goto(`/progetti/${slug}/gestione`);
    await said(owner, /fino al/);
    await answerOffer(owner, slug, ada, "Accetta");
    await answerOffer(owner, slug, bo, "Accetta");
    await start(owner, slug);

    // A month before, each is asked, where they can say that they stay.
    for (const person of [ada, bo]) await letSeatPass(slug, person, 40);
    await runJob("followSeats");
    const asked = await expectMail(ada.email, `Il tuo posto in «${title}», «${WELD}», sta per finire`, begun);
    await expectMail(bo.email, `«${KEEP}», sta per finire`, begun);
    await stays.goto("/bacheca");
    await said(stays, new RegExp(title));
    await stays.goto(linkIn(asked));
    await said(stays, /^Ci sei fino al/);
    await stays.getByLabel("Resto fino al").fill(inMonths(4));
    if (isDesk) expect(await violationsOn(stays)).toEqual([]);
    expect(await overflows(stays)).toBe(false);
    await press(stays, "Rinnova");
    await said(stays, "Rinnovato: resti fino al giorno che hai detto.");

    // The day comes and goes: one stays, the other's seat is free, and both are told.
    for (const person of [ada, bo]) await letSeatPass(slug, person, 21);
    await runJob("followSeats");
    const ended = await expectMail(bo.email, `Il tuo posto in «${title}», «${KEEP}», è finito`, begun);
    await expectMail(lead.email, `In «${title}» il posto «${KEEP}» è di nuovo libero`, begun);
    await owner.goto(`/progetti/${slug}`);
    const seat = (of: string) =>
      owner.locator("li.need").filter({ has: owner.getByRole("heading", { name: of, exact: true }) });
    await expect(seat(WELD)).toContainText(ada.name);
    await expect(seat(KEEP)).toContainText("Posto libero");
    await expect(seat(KEEP)).not.toContainText(bo.name);

    // What was taken on is theirs to close, and they may come back.
    await goes.goto(linkIn(ended));
    await said(goes, /^Il posto che avevi qui è finito/);
    if (isDesk) expect(await violationsOn(goes)).toEqual([]);
    expect(await overflows(goes)).toBe(false);
    await goes.getByRole("link", { name: "fra i contributi" }).click();
    await expect(goes).toHaveURL(/\/contributi$/);
    await closeCommitment(goes, slug, "In parte");
    await goes.goto(linkIn(ended));
    await expect(goes.getByRole("main").getByRole("button", { name: "Offri", exact: true })).toBeVisible();
    await expect(goes.getByRole("main").getByText(/mancato/i)).toHaveCount(0);
    await stays.goto(`/progetti/${slug}/bisogni/${linkIn(asked).split("/")[4] ?? ""}`);
    await said(stays, /^Ci sei fino al/);
  });
