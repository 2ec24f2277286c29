import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Seat, ValueTile } from "@/components/ui/emblem";
import en from "@/lib/i18n/messages/en";
import it from "@/lib/i18n/messages/it";
import { Failed } from "./failed";

const drawn = (locale: "it" | "en") =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} timeZone="Europe/Rome" messages={(locale === "it" ? it : en) as typeof it}>
      <Failed digest="42" />
    </NextIntlClientProvider>,
  );
const bare = (html: string) => html.replaceAll("></path>", "/>").replaceAll(' aria-hidden="true"', "");

test("the apology shows the tiles that the emblems have, without bringing what draws them", () => {
  const tiles = [
    <ValueTile key="1" value="care" side={96} />,
    <Seat key="2" side={96} />,
    <ValueTile key="3" value="constancy" side={96} />,
  ];
  expect(bare(drawn("it"))).toContain(bare(tiles.map((tile) => renderToStaticMarkup(tile)).join("")));
});

test("it says a code to quote, and leads to the start in its language", () => {
  expect(drawn("it")).toContain("42");
  expect(drawn("it")).toContain('href="/"');
  expect(drawn("en")).toContain('href="/en"');
});
