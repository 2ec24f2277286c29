import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { translatorFor } from "@/lib/i18n/translator";
import { Day, Instant } from "./moment";

const read = (locale: "it" | "en") => {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} timeZone="Europe/Rome" messages={{}}>
      <Day on="2026-11-30" /> <Day on="2026-11-30" look="dated" /> <Instant at="2026-11-30T20:05:00Z" hasTime />
    </NextIntlClientProvider>,
  );
  return [...html.matchAll(/>([^<]+)<\/time>/g)].map(([, text]) => text);
};

test("in English as in Italian the day comes before the month, and the evening has hours above twelve", () => {
  expect(read("it")).toEqual(["30 novembre 2026", "30 nov 2026", "30 novembre 2026 alle ore 21:05"]);
  expect(read("en")).toEqual(["30 November 2026", "30 Nov 2026", "30 November 2026 at 21:05"]);
});

test("the sentences write dates the same way", () => {
  const after = new Date("2026-11-30T12:00:00Z");
  expect(translatorFor("it")("validation.dayTooEarly", { after })).toContain("30 novembre 2026");
  expect(translatorFor("en")("validation.dayTooEarly", { after })).toContain("30 November 2026");
});
