import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { getPathname, Link } from "./navigation";

vi.mock("next-intl", () => ({ useLocale: () => "en" }));

test.each([
  ["/people", "/persone", "/en/people"],
  [
    { pathname: "/people", query: { q: "orto & luce", c: ["baking", "care"], after: null } },
    "/persone?q=orto+%26+luce&c=baking&c=care",
    "/en/people?q=orto+%26+luce&c=baking&c=care",
  ],
  [{ pathname: "/people", query: {} }, "/persone", "/en/people"],
  [
    { pathname: "/projects/[slug]", params: { slug: "il-lavatoio" }, hash: "seats" },
    "/progetti/il-lavatoio#seats",
    "/en/projects/il-lavatoio#seats",
  ],
] as const)("%o is at %s, and at %s in English", (href, italian, english) => {
  expect([getPathname({ href, locale: "it" }), getPathname({ href, locale: "en" })]).toEqual([italian, english]);
});

test("a link is a plain one, in the language of the page, that is followed within the site", () => {
  const link = createElement(Link, { href: "/associations", className: "meta" }, "All");
  expect(renderToStaticMarkup(link)).toBe('<a data-soft="" class="meta" href="/en/associations">All</a>');
});
