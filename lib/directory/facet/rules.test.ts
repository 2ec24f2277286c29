import { expect, test } from "vitest";
import { type Counts, type FacetName, facetsFrom } from "./rules";

const NAMES: readonly FacetName[] = [
  { token: -5, kind: "areas", slug: "software" },
  { token: 8, kind: "competences", slug: "accounting" },
  { token: 16, kind: "competences", slug: "tax-advice" },
  { token: -9, kind: "provinces", slug: "BO" },
];

test.each<[string, readonly Counts[], object]>([
  ["nothing counted", [], {}],
  ["nothing kept", [[null, null]], {}],
  [
    "one part",
    [
      [
        [8, -9],
        [3, 2],
      ],
    ],
    { competences: { accounting: 3 }, provinces: { BO: 2 } },
  ],
  [
    "changes are added to what is kept",
    [
      [
        [8, 16],
        [3, 1],
      ],
      [
        [16, 8, 16],
        [1, -1, 2],
      ],
    ],
    { competences: { accounting: 2, "tax-advice": 4 } },
  ],
  [
    "what nobody has any more is absent",
    [
      [
        [8, 16],
        [1, 1],
      ],
      [[8], [-1]],
    ],
    { competences: { "tax-advice": 1 } },
  ],
  [
    "what has no name is left out",
    [
      [
        [24, -5],
        [7, 1],
      ],
    ],
    { areas: { software: 1 } },
  ],
])("%s", (_, parts, expected) => {
  expect(facetsFrom(parts, NAMES)).toEqual({ areas: {}, competences: {}, regions: {}, provinces: {}, ...expected });
});

test("A2: the order of what was kept apart shows in nothing", () => {
  const one = facetsFrom(
    [
      [
        [8, 16],
        [1, 2],
      ],
    ],
    NAMES,
  );
  const other = facetsFrom(
    [
      [[16], [2]],
      [
        [24, 8],
        [1, 1],
      ],
    ],
    NAMES,
  );
  expect(JSON.stringify(one)).toBe(JSON.stringify(other));
});
