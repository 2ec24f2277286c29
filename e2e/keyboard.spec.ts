import { aPerson, demoPerson } from "./database";
import { expect, test } from "./fixtures";
import { aGroupOf } from "./group";
import { enter, main, tick, type, typeDay, walkTo } from "./keys";
import { handIn, inMonths, said } from "./membership";

test("sign in, search and open a person by keyboard only", async ({ as }) => {
  const page = await as(null);
  await page.goto("/accedi");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Vai al contenuto" })).toBeFocused();
  await page.keyboard.press("Enter");
  await type(
    page,
    page.getByRole("form", { name: "Con la password" }).getByRole("textbox", { name: "E-mail" }),
    "alba@example.org",
  );
  await type(page, page.getByRole("textbox", { name: "Password" }), "tessera-di-prova-alba");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/bacheca");

  await enter(
    page,
    page.getByRole("navigation", { name: "Principale", exact: true }).getByRole("link", { name: "Persone" }),
  );
  await expect(page).toHaveURL("/persone");
  await type(page, page.getByRole("combobox", { name: /^Cerca per nome/ }), "avvocato terzo settore");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=avvocato/);
  await enter(page, main(page).getByRole("link", { name: "Giacomo Trevisin" }));
  await expect(page.getByRole("heading", { level: 1, name: "Giacomo Trevisin" })).toBeVisible();
});

test("apply to an association by keyboard only", async ({ as }) => {
  test.setTimeout(90_000);
  const page = await as(await aPerson("Rita Tasti"));
  await page.goto("/associazioni/la-morsa");
  await enter(page, main(page).getByRole("link", { name: "Candidati", exact: true }).first());
  await expect(page).toHaveURL("/associazioni/la-morsa/candidati");
  const values = main(page).getByRole("radio", { name: "È mio", exact: true });
  await expect(values.first()).toBeVisible();
  for (const value of await values.all()) await tick(page, value);
  await page.keyboard.press("ArrowRight");
  await expect(main(page).getByRole("radio", { name: "Lo faccio mio", exact: true }).last()).toBeChecked();
  for (const question of await page.getByRole("group", { name: "Quello che chiedono" }).getByRole("textbox").all())
    await type(page, question, "Cuoio e cuciture, due sere al mese.");
  await tick(page, main(page).getByRole("checkbox", { name: /^Competenza/ }));
  await type(page, main(page).getByRole("spinbutton", { name: /^Quante ore/ }), "8");
  const until = main(page).getByLabel("Fino a quando");
  await typeDay(page, until, inMonths(6));
  await expect(until).toHaveValue(inMonths(6));
  await type(
    page,
    main(page).getByRole("textbox", { name: /^Come parteciperai, in concreto/ }),
    "Porto la macchina da cucire.",
  );
  await tick(page, main(page).getByRole("checkbox", { name: /^Accetto la carta/ }));
  await enter(page, main(page).getByRole("button", { name: "Invia la domanda" }));
  await said(page, /^Domanda inviata\./);
});

test("propose a project by keyboard only", async ({ as }) => {
  test.setTimeout(90_000);
  const page = await as(await demoPerson("chiara-bigliardi"));
  await page.goto("/progetti");
  await enter(page, main(page).getByRole("link", { name: "Proponi un progetto" }).first());
  await type(page, main(page).getByRole("textbox", { name: "Titolo", exact: true }), "Tavoli da tastiera");
  await type(
    page,
    main(page).getByRole("textbox", { name: /^Scopo/ }),
    "Dodici tavoli per una scuola, entro l’estate, con legno già usato.",
  );
  await walkTo(page, main(page).getByRole("combobox", { name: "Associazione" }));
  await page.keyboard.type("La Morsa");
  await expect(main(page).getByRole("combobox", { name: "Associazione" }).locator("option:checked")).toHaveText(
    "La Morsa",
  );
  const seat = page.getByRole("group", { name: "Posto 1", exact: true });
  await type(page, seat.getByRole("textbox", { name: /^Che cosa serve/ }), "Piallare le assi");
  await tick(page, seat.getByRole("checkbox", { name: "Indispensabile" }));
  await type(
    page,
    page.getByRole("group", { name: "Cosa 1", exact: true }).getByRole("textbox").first(),
    "Dodici tavoli in aula",
  );
  await enter(page, main(page).getByRole("button", { name: "Proponi", exact: true }));
  await said(page, /^La proposta è pubblicata\./);
});

test("answer an application, go on a pause and leave by keyboard only", async ({ as }) => {
  const [rita, bo] = [await aPerson("Rita Tasti"), await aPerson("Bo Tasti")];
  const slug = await aGroupOf([rita, bo]);
  const asker = await aPerson("Ada Chiede");
  const page = await as(asker);
  await page.goto(`/associazioni/${slug}/candidati`);
  await handIn(page, "Invia la domanda");
  await said(page, /^Domanda inviata\./);

  const desk = await as(rita);
  await desk.goto(`/associazioni/${slug}/gestione/domande`);
  await enter(
    desk,
    main(desk)
      .getByRole("link", { name: /Ada Chiede/ })
      .first(),
  );
  await tick(desk, main(desk).getByRole("radio", { name: /^Accogli/ }));
  await enter(desk, main(desk).getByRole("button", { name: "Decidi e avvisa Ada Chiede" }));
  await said(desk, "Da ora fa parte dell’associazione. Gliel’abbiamo scritto.");

  const own = await as(bo);
  await own.goto(`/associazioni/${slug}/patto`);
  await enter(own, main(own).getByRole("button", { name: "Vai in pausa" }));
  await said(own, "Sei in pausa. Puoi leggere, e riprendere quando vuoi.");
  await enter(own, main(own).getByRole("link", { name: /^Vedi cosa succede/ }));
  await enter(own, main(own).getByRole("button", { name: "Esci ora" }));
  await said(own, /^Hai lasciato l’associazione\./);
});
