import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import messages from "@/lib/i18n/messages/it";
import { SaidDone, type SaidDoneCounts } from "./said-done";

const said = (counts: Partial<SaidDoneCounts>) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="it" timeZone="Europe/Rome" messages={messages}>
      <SaidDone counts={{ kept: 0, partly: 0, released: 0, missed: 0, ...counts }} />
    </NextIntlClientProvider>,
  );

test("Detto / Fatto says a ratio in words, with a square for each promise", () => {
  const html = said({ kept: 11, partly: 1, released: 2, missed: 1 });
  expect(html).toContain("11 impegni mantenuti su 15");
  expect(html).toContain("1 in parte, 2 sciolti per tempo, 1 mancato.");
  expect(html.match(/<i class="t/g)).toHaveLength(15);
  expect(html).not.toMatch(/%/);
});

test("fewer than five promises say nothing about anyone", () => {
  expect(said({ kept: 4 })).toContain("è presto per dirlo");
  expect(said({ kept: 4 })).not.toContain('class="t"');
  expect(said({ kept: 5 })).toContain("5 impegni mantenuti su 5");
});
