import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { paintsOf } from "./drawing";
import { type EmblemInput, emblem } from "./emblem";
import { colourOf, STONES } from "./stones";
import { svgOf } from "./svg";
import { SHARED_VALUES, tesseraOf } from "./vocabulary";

const CANTIERE: EmblemInput = {
  slug: "cantiere-comune",
  values: ["care", "keeping-ones-word", "competence", "roots", "active-listening"],
};
const PROJECT: EmblemInput = { slug: "lavatoio", values: ["care", "roots"], kind: "project" };

const seatsOf = (input: EmblemInput) => (emblem(input).seats.match(/M/g) ?? []).length;

test("each shared value has a motif and a stone that no other pair repeats", () => {
  const pairs = Object.values(SHARED_VALUES).map(([motif, stone]) => `${motif} ${stone}`);
  expect(pairs).toHaveLength(40);
  expect(new Set(pairs).size).toBe(pairs.length);
});

test("a word of an association's own gets a tile that stays the same", () => {
  expect(tesseraOf("pane-quotidiano")).toEqual(tesseraOf("pane-quotidiano"));
  expect(tesseraOf("constructor")).not.toBe(Object.prototype.constructor);
});

test("the same input draws the same emblem, and another order of values another one", () => {
  expect(svgOf(emblem(CANTIERE))).toBe(svgOf(emblem(CANTIERE)));
  expect(svgOf(emblem({ ...CANTIERE, values: CANTIERE.values.toReversed() }))).not.toBe(svgOf(emblem(CANTIERE)));
});

test("the icon is the heart of the mark, and the mark opens the banner", () => {
  const tilesOf = (size: "icon" | "mark" | "banner") => emblem({ ...CANTIERE, size }).tiles;
  expect(tilesOf("icon")).toHaveLength(4);
  expect(tilesOf("mark")).toHaveLength(16);
  expect(tilesOf("mark").slice(5, 6)[0]?.motif.fill).toBe(tilesOf("icon")[0]?.motif.fill);
  expect(
    tilesOf("banner")
      .slice(0, 16)
      .map((tile) => tile.motif.d),
  ).toEqual(tilesOf("mark").map((tile) => tile.motif.d));
});

test.each([
  ["nobody has sat down yet", 0, 8],
  ["half of the seats are taken", 0.5, 4],
  ["one seat is missing", 0.99, 1],
  ["every seat is taken", 1, 0],
])("a project shows its free seats: %s", (_case, covered, free) => {
  expect(seatsOf({ ...PROJECT, covered })).toBe(free);
  expect(emblem({ ...PROJECT, covered }).tiles).toHaveLength(9 - free);
});

test("an emblem in a list is a handful of paths", () => {
  expect(paintsOf(emblem({ ...CANTIERE, size: "icon" })).length).toBeLessThanOrEqual(2);
  expect(paintsOf(emblem(CANTIERE)).length).toBeLessThanOrEqual(8);
});

test("the file is well formed and needs no style attribute", () => {
  const file = svgOf(emblem({ slug: "m", values: [], kind: "member", initials: 'A&"<' }), "Tessera di A & <B>");
  expect(file).toMatch(
    /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]*role="img"><title>Tessera di A &#38; &#60;B&#62;<\/title>(<path [^<>]*\/>)+<text [^<>]*>A&#38;&#34;&#60;<\/text><\/svg>$/,
  );
  for (const size of ["icon", "mark", "banner"] as const) {
    const text = svgOf(emblem({ ...CANTIERE, size }));
    expect(text).not.toMatch(/style=|NaN|undefined/);
    expect(text.match(/<(\w+)/g)?.filter((tag) => !["<svg", "<path"].includes(tag))).toEqual([]);
  }
});

test("stones are those of the tokens", () => {
  const css = readFileSync("app/styles/tokens.css", "utf8");
  for (const [stone, [hue, saturation, lightness]] of Object.entries(STONES))
    expect(css).toContain(`--c-${stone}: hsl(${hue} ${saturation}% ${lightness}%)`);
  expect(colourOf("serpentino")).toBe("#1f5c47");
});

test("no two associations share a remembered drawing: size, slug, values and their order all tell them apart", () => {
  const asked: EmblemInput[] = [
    { slug: "orto", values: ["care", "trust"] },
    { slug: "orto", values: ["trust", "care"] },
    { slug: "orto", values: ["care trust"] },
    { slug: "orto-due", values: ["care", "trust"] },
    { slug: "orto", values: ["care", "trust"], size: "icon" },
  ];
  const drawings = asked.map((input) => emblem(input));
  expect(new Set(drawings.map((drawing) => JSON.stringify(drawing))).size).toBe(asked.length);
  expect(asked.map((input) => emblem(input))).toEqual(drawings);
});
