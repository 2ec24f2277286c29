import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { charactersOf } from "@/lib/testing/woff2";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** What one file of either typeface holds, as it was before each was cut in two. */
const WHOLE =
  "U+20-7E, U+A0-FF, U+102, U+131, U+152-153, U+2BB-2BC, U+2C6, U+2DA, U+2DC, U+300-301, U+303-304, U+308-309, U+323, U+2009, U+200B, U+2013-2014, U+2018-201A, U+201C-201E, U+2022, U+2026, U+2032-2033, U+2039-203A, U+2044, U+20AC, U+2122, U+2212, U+2215";

/** Faces as app/fonts/fonts.ts declares them; `next/font` reads that file as text too. */
const faces = readFileSync(path.join(import.meta.dirname, "fonts.ts"), "utf8")
  .split("localFont({")
  .slice(1)
  .map((text) => ({
    files: [...text.matchAll(/path: "\.\/([^"]+)"/g)].map(([, file = ""]) => file),
    range: inRange(text.match(/"(U\+[^"]+)"/)?.[1] ?? ""),
    isPreloaded: !text.includes("preload: false"),
  }));

function inRange(range: string): Set<number> {
  const points = range.split(", ").flatMap((part) => {
    const [first = 0, last = first] = part
      .slice(2)
      .split("-")
      .map((hex) => Number.parseInt(hex, 16));
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  });
  return new Set(points);
}

const held = (file: string) => charactersOf(readFileSync(path.join(import.meta.dirname, file)));
const without = (points: Iterable<number>, known: ReadonlySet<number>) =>
  [...points].filter((point) => !known.has(point)).map((point) => String.fromCodePoint(point));

/** Drawings, whose one text says where they are from: no page prints it. */
const DRAWN = "outlines.json";

/** Every character of the JSON files under a folder. */
function written(folder: string): Set<number> {
  const files = readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" });
  const texts = files
    .filter((file) => file.endsWith(".json") && file !== DRAWN)
    .map((file) => JSON.stringify(JSON.parse(readFileSync(path.join(ROOT, folder, file), "utf8"))));
  expect(texts.length).toBeGreaterThan(1);
  return new Set([...texts.join("")].map((character) => character.codePointAt(0) ?? 0));
}

test("a page with nothing but our words loads preloaded files only", () => {
  const preloaded = faces.filter((face) => face.isPreloaded);
  expect(preloaded).toHaveLength(2);
  for (const { range } of preloaded) {
    for (const locale of ["it", "en"]) expect(without(written(`lib/i18n/messages/${locale}`), range)).toEqual([]);
    expect(without(written("lib/taxonomy/data"), range)).toEqual([]);
  }
});

test("a file holds what its range says, and no character is in two ranges of one typeface", () => {
  for (const { files, range, isPreloaded } of faces) {
    for (const file of files) {
      const characters = held(file);
      expect(without(characters, range)).toEqual([]);
      if (isPreloaded) expect(without(range, characters)).toEqual([]);
    }
  }
  const [first, second] = [faces.filter((face) => face.isPreloaded), faces.filter((face) => !face.isPreloaded)];
  for (const { range } of first)
    for (const more of second) expect([...range].filter((point) => more.range.has(point))).toEqual([]);
});

test("both files of a weight together hold what one file held", () => {
  const files = faces.filter((face) => face.isPreloaded).flatMap((face) => face.files);
  expect(files).toHaveLength(3);
  for (const file of files) {
    const both = new Set([...held(file), ...held(file.replace(".woff2", "-more.woff2"))]);
    const whole = file.startsWith("piazzolla") ? `${WHOLE}, U+2191, U+2193` : WHOLE;
    expect(without(inRange(whole), both)).toEqual([]);
  }
});

test("the preloaded file stands first, then the other, then what is there meanwhile", () => {
  const css = readFileSync(path.join(ROOT, "app/styles/tokens.css"), "utf8");
  for (const [role, name] of [
    ["display", "piazzolla"],
    ["text", "commissioner"],
  ] as const) {
    const stack = css.match(new RegExp(`--f-${role}:\\s+([^;]+);`))?.[1]?.split(/,\s*/);
    expect(stack?.slice(0, 2)).toEqual([`var(--font-${name})`, `var(--font-${name}-more)`]);
    expect(stack?.[2]?.toLowerCase()).toBe(`"${name} meanwhile"`);
  }
});
