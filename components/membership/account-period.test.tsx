import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import en from "@/lib/i18n/messages/en";
import it from "@/lib/i18n/messages/it";
import type { PeriodAccount } from "@/lib/membership/period/types";
import { AccountPeriod } from "./account-period";
import { Amount } from "./amount";

const textOf = (locale: "it" | "en", children: ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} timeZone="Europe/Rome" messages={(locale === "it" ? it : en) as typeof it}>
      {children}
    </NextIntlClientProvider>,
  )
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

test.each([
  ["it", 180, 0, "3 ore"],
  ["it", 60, 0, "1 ora"],
  ["it", 90, 1, "1 ora e 30 minuti, 1 fatto"],
  ["it", 1, 2, "1 minuto, 2 fatti"],
  ["it", 0, 0, "niente"],
  ["en", 61, 0, "1 hour and 1 minute"],
  ["en", 0, 2, "2 deeds"],
] as const)("in %s, %i minutes and %i deeds are «%s»", (locale, minutes, deeds, words) => {
  expect(textOf(locale, <Amount amount={{ minutes, deeds }} />)).toBe(words);
});

const PERIOD: PeriodAccount = {
  ...{ startsOn: "2026-10-01", endsOn: "2026-10-31", state: "OPEN", period: "MONTH", version: 1 },
  ...{ asked: { minutes: 180, deeds: 0 }, days: 31, countedDays: 20, owed: { minutes: 116, deeds: 0 } },
  ...{ missing: { minutes: 26, deeds: 0 }, graceEndsOn: "2026-11-14" },
  shares: [{ id: "1", title: "Turno al banco", doneOn: "2026-10-05", minutes: 90, deeds: 0 }],
};

test("a period says line by line how it is worked out, and until when one may catch up", () => {
  const text = textOf("it", <AccountPeriod period={PERIOD} isOpen />);
  for (const words of [
    "Ancora aperto",
    "La carta chiede, per un mese intero 3 ore",
    "20 su 31",
    "Quindi a te 1 ora e 56 minuti",
    "Turno al banco 1 ora e 30 minuti",
    "Manca 26 minuti",
    "hai fino al",
  ])
    expect(text).toContain(words);
});
