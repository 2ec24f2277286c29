import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { FormContext } from "@/components/form/context";
import { UNTOUCHED } from "@/lib/form/form-state";
import en from "@/lib/i18n/messages/en";
import it from "@/lib/i18n/messages/it";
import { AskFields } from "./ask-fields";

vi.mock("@/lib/i18n/navigation", () => ({ Link: "a" }));

function labelsOf(locale: "it" | "en", name?: string): string[] {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} timeZone="Europe/Rome" messages={(locale === "it" ? it : en) as typeof it}>
      <FormContext value={{ id: "f", state: UNTOUCHED }}>
        <AskFields {...(name && { name })} />
      </FormContext>
    </NextIntlClientProvider>,
  );
  return [...html.matchAll(/data-name="">([^<]*)</g)].map(([, label]) => label ?? "");
}

test.each([
  ["it", "Marta Bevilacqua", ["Perché proprio Marta Bevilacqua"]],
  ["en", "Marta Bevilacqua", ["Why Marta Bevilacqua"]],
  ["it", undefined, ["A chi", "Perché proprio questa persona"]],
  ["en", undefined, ["Whom", "Why this person"]],
] as const)("P52: whoever asks is asked about the other person, in %s, of %s", (locale, name, labels) => {
  expect(labelsOf(locale, name)).toEqual(labels);
});
