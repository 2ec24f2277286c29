import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { UNTOUCHED } from "@/lib/form/form-state";
import it from "@/lib/i18n/messages/it";
import { ProposeForm } from "./propose-form";

vi.mock("@/lib/i18n/navigation", () => ({ Link: "a" }));

const html = renderToStaticMarkup(
  <NextIntlClientProvider locale="it" timeZone="Europe/Rome" messages={it}>
    <ProposeForm
      action={async () => UNTOUCHED}
      proposing={{ associations: [], missing: [], values: [] }}
      today="2026-11-23"
      competences={["Panificazione"]}
      places={[]}
    />
  </NextIntlClientProvider>,
);
const isRequired = (name: string) => {
  const [input] = html.match(new RegExp(`<input[^>]*name="${name.replaceAll(".", "\\.")}"[^>]*>`)) ?? [];
  return input?.includes('required=""');
};

test.each(["needs", "deliverables"])(
  "of the rows of %s one is asked for, and those left empty do not count",
  (name) => {
    expect([0, 1].map((i) => isRequired(`${name}.${i}.title`))).toEqual([true, false]);
  },
);
