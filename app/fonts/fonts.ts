import localFont from "next/font/local";

/** What is declared: titles, names of things, the pledge. */
const piazzolla = localFont({
  src: [{ path: "./piazzolla-latin-600-normal.woff2", weight: "600", style: "normal" }],
  variable: "--font-piazzolla",
  display: "swap",
  adjustFontFallback: "Times New Roman",
});

/** What is done: text, controls, tables. */
const commissioner = localFont({
  src: [
    { path: "./commissioner-latin-400-normal.woff2", weight: "400", style: "normal" },
    { path: "./commissioner-latin-600-normal.woff2", weight: "600", style: "normal" },
  ],
  variable: "--font-commissioner",
  display: "swap",
  adjustFontFallback: "Arial",
});

/** Classes for `<html>`: they define the variables that app/styles/tokens.css reads. */
export const fontVariables = `${piazzolla.variable} ${commissioner.variable}`;
