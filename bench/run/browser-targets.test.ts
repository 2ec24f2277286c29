import { expect, test } from "vitest";
import { browserTargets } from "./browser-targets.mjs";

const page = { scripts: 100, transfer: 1, lcp: 1, interaction: 1, cls: 0, blocking: 0 };
const seen = (suggestions: object[] | null) => ({
  browser: { directory: page, empty: page, prefetch: { links: 1, requests: 0 }, suggestions },
});
const verdict = (suggestions: object[] | null) =>
  browserTargets(seen(suggestions)).find(({ what }: { what: string }) => what === "key to first suggestion");

test.each([
  ["no field suggests", null, null],
  [
    "the slowest word is in time",
    [
      { word: "a", took: 20 },
      { word: "b", took: 150 },
    ],
    true,
  ],
  [
    "one word is late",
    [
      { word: "a", took: 20 },
      { word: "b", took: 150.5 },
    ],
    false,
  ],
  [
    "nothing is suggested for one",
    [
      { word: "a", took: 20 },
      { word: "b", took: null },
    ],
    false,
  ],
])("where %s", (_, suggestions, isMet) => {
  expect(verdict(suggestions)).toMatchObject({ isMet });
});
