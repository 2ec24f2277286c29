import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import en from "@/lib/i18n/messages/en";
import it from "@/lib/i18n/messages/it";
import type { ProjectView } from "@/lib/project/page/types";
import { ByDay } from "./by-day";
import { ProjectSeats } from "./project-seats";

vi.mock("@/lib/i18n/navigation", () => ({ Link: "a" }));

const TODAY = "2026-11-23";
const textOf = (locale: "it" | "en", children: React.ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} timeZone="Europe/Rome" messages={(locale === "it" ? it : en) as typeof it}>
      {children}
    </NextIntlClientProvider>,
  ).replace(/<[^>]+>/g, "");

test.each([
  ["it", TODAY, "entro il 23 nov 2026"],
  ["it", "2026-11-22", "era per il 22 nov 2026"],
  ["en", TODAY, "by 23 Nov 2026"],
  ["en", "2026-11-22", "was due 22 Nov 2026"],
] as const)("in %s, of %s: %s", (locale, on, words) => {
  expect(textOf(locale, <ByDay on={on} today={TODAY} />)).toBe(words);
});

test("a free seat whose day has gone by says so in the past", () => {
  const need = { id: "n", title: "Chi insegni", kind: "ROLE", isCritical: true, seats: 1, accepted: 0 } as const;
  const line = { ...need, competence: null, due: "2026-11-22", minutes: null, sitters: [] };
  const project = { slug: "x", locale: "it", state: "PROPOSED", viewer: null, isWithheld: true, needs: [line] };
  const text = textOf("it", <ProjectSeats project={project as unknown as ProjectView} today={TODAY} />);
  expect(text).toContain("era per il 22 nov 2026");
  expect(text).not.toContain("entro il");
});
