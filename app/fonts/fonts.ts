import localFont from "next/font/local";

/*
 * Each typeface comes in two: what Italian and English pages are written with, preloaded, and the other Latin letters,
 * which a browser loads only for a page that has one. How the files are made: docs/design.md, «Typefaces».
 */

/** What is declared: titles, names of things, the pledge. */
const piazzolla = localFont({
  src: [{ path: "./piazzolla-600.woff2", weight: "600", style: "normal" }],
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+20-7E, U+A0, U+A9-AB, U+AD, U+B0, U+B7, U+BA-BB, U+C0, U+C8-C9, U+CC, U+D2, U+D7, U+D9, U+E0-E2, U+E4, U+E7-EE, U+F1-F2, U+F6, U+F9, U+FC, U+2009, U+200B, U+2013-2014, U+2018-2019, U+201C-201D, U+2022, U+2026, U+20AC, U+2212",
    },
  ],
  variable: "--font-piazzolla",
  display: "swap",
  adjustFontFallback: false,
});

const piazzollaMore = localFont({
  src: [{ path: "./piazzolla-600-more.woff2", weight: "600", style: "normal" }],
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+A1-A8, U+AC, U+AE-AF, U+B1-B6, U+B8-B9, U+BC-BF, U+C1-C7, U+CA-CB, U+CD-D1, U+D3-D6, U+D8, U+DA-DF, U+E3, U+E5-E6, U+EF-F0, U+F3-F5, U+F7-F8, U+FA-FB, U+FD-24F, U+2B0-36F, U+1E00-1EFF, U+201A, U+201E, U+2032-2033, U+2039-203A, U+2044, U+2122, U+2191, U+2193, U+2215",
    },
  ],
  variable: "--font-piazzolla-more",
  display: "swap",
  adjustFontFallback: false,
  preload: false,
});

/** What is done: text, controls, tables. */
const commissioner = localFont({
  src: [
    { path: "./commissioner-400.woff2", weight: "400", style: "normal" },
    { path: "./commissioner-600.woff2", weight: "600", style: "normal" },
  ],
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+20-7E, U+A0, U+A9-AB, U+AD, U+B0, U+B7, U+BA-BB, U+C0, U+C8-C9, U+CC, U+D2, U+D7, U+D9, U+E0-E2, U+E4, U+E7-EE, U+F1-F2, U+F6, U+F9, U+FC, U+2009, U+200B, U+2013-2014, U+2018-2019, U+201C-201D, U+2022, U+2026, U+20AC, U+2212",
    },
  ],
  variable: "--font-commissioner",
  display: "swap",
  adjustFontFallback: false,
});

const commissionerMore = localFont({
  src: [
    { path: "./commissioner-400-more.woff2", weight: "400", style: "normal" },
    { path: "./commissioner-600-more.woff2", weight: "600", style: "normal" },
  ],
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+A1-A8, U+AC, U+AE-AF, U+B1-B6, U+B8-B9, U+BC-BF, U+C1-C7, U+CA-CB, U+CD-D1, U+D3-D6, U+D8, U+DA-DF, U+E3, U+E5-E6, U+EF-F0, U+F3-F5, U+F7-F8, U+FA-FB, U+FD-24F, U+2B0-36F, U+1E00-1EFF, U+201A, U+201E, U+2032-2033, U+2039-203A, U+2044, U+2122, U+2191, U+2193, U+2215",
    },
  ],
  variable: "--font-commissioner-more",
  display: "swap",
  adjustFontFallback: false,
  preload: false,
});

/** Classes for `<html>`: they define the variables that app/styles/tokens.css reads. */
export const fontVariables = [piazzolla, piazzollaMore, commissioner, commissionerMore]
  .map((face) => face.variable)
  .join(" ");
