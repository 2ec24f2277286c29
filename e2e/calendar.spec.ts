import type { Page } from "@playwright/test";
import { brokenInvariants, demoPerson } from "./database";
import { expect, sizes, test } from "./fixtures";
import { main } from "./keys";
import { press, said } from "./membership";

test.afterAll(async () => {
  expect(await brokenInvariants()).toEqual([]);
});

const WAYS = [
  ["with JavaScript, wide", { viewport: sizes.desk }, "samira-el-fassi"],
  ["without JavaScript, narrow", { viewport: sizes.phone, javaScriptEnabled: false }, "noemi-travaglini"],
] as const;

const addressOn = (page: Page) =>
  main(page).getByRole("textbox", { name: "L’indirizzo del tuo calendario" }).inputValue();

for (const [way, options, handle] of WAYS)
  test(`A2: one’s own calendar, followed, given another address, taken away, ${way}`, async ({ as, request }) => {
    test.setTimeout(90_000);
    const page = await as(await demoPerson(handle), options);
    await page.goto("/progetti/scarti-buoni/lavoro/incontri");
    await main(page).getByRole("link", { name: "Ecco come" }).click();
    await expect(page).toHaveURL("/impostazioni/calendario");
    await press(page, "Crea il tuo indirizzo");
    await said(page, "Il tuo indirizzo è pronto.");
    const first = await addressOn(page);

    // Whoever knows the address reads, without a session: a program that follows it has none.
    const answer = await request.get(first);
    const { etag = "", "content-type": type } = answer.headers();
    expect([answer.status(), type]).toEqual([200, "text/calendar; charset=utf-8"]);
    const text = (await answer.text()).replaceAll("\r\n ", "");
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]+DESCRIPTION:Scarti buoni[\s\S]+END:VCALENDAR\r\n$/);
    expect((await request.get(first, { headers: { "if-none-match": etag } })).status()).toBe(304);

    await press(page, "Fai un nuovo indirizzo");
    await said(page, "L’indirizzo è nuovo. Quello di prima non risponde più.");
    const second = await addressOn(page);
    expect([(await request.get(first)).status(), (await request.get(second)).status()]).toEqual([404, 200]);

    await press(page, "Togli l’indirizzo");
    await said(page, "L’indirizzo non c’è più.");
    expect((await request.get(second)).status()).toBe(404);
    await expect(main(page).getByRole("button", { name: "Crea il tuo indirizzo" })).toBeVisible();
  });
