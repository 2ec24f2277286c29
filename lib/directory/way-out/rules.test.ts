import { describe, expect, test } from "vitest";
import { criteriaOf } from "../criterion/rules";
import { readFilters } from "../filter/rules";
import type { WayOut } from "../types";
import { bestWaysOut, stepsOut, wayShown } from "./rules";

const stepsOf = (params: Record<string, string | string[]>) =>
  stepsOut(criteriaOf(readFilters(params), "it"), "it").map(({ criterion, wider, filters, ...step }) => ({
    step: `${criterion.kind} → ${wider?.ref ?? "gone"}`,
    left: [filters.q, ...filters.competences, filters.place?.ref ?? ""].filter(Boolean).join(" "),
    ...step,
  }));
const said = (params: Record<string, string>) => stepsOf(params).map(({ step, left }) => [step, left]);

test("a competence is widened to the one above, a place to its province and region, and each is dropped", () => {
  expect(said({ q: "wordpress imola" })).toEqual([
    ["competence → web-development", "imola web-development"],
    ["competence → gone", "imola"],
    ["place → BO", "wordpress BO"],
    ["place → emilia-romagna", "wordpress emilia-romagna"],
    ["place → gone", "wordpress"],
  ]);
  expect(said({ c: "bookkeeping" })).toEqual([
    ["competence → accounting", "accounting"],
    ["competence → gone", ""],
  ]);
});

test("nothing is widened to what is asked for already, nor several meanings with nothing above them all", () => {
  const chosen = stepsOf({ c: ["accounting", "bookkeeping"] }).map(({ step }) => step);
  expect(chosen).toEqual(["competence → gone", "competence → gone"]);
  expect(said({ q: "computer" })).toEqual([["competence → gone", ""]]);
});

test.each([
  // Words left over beside a meaning; what a word is only a part of, beside something sure.
  [{ q: "fotografo circo" }, "words → gone"],
  [{ q: "logopedista per bambino" }, "competence → gone"],
  // Both are sure, or none is; a name of somebody; words alone; what was chosen.
  [{ q: "fotografo psicologa" }, undefined],
  [{ q: "computer per anziani" }, undefined],
  [{ q: "marco zanasi fotografo" }, undefined],
  [{ q: "circo" }, undefined],
  [{ c: ["accounting", "photography"] }, undefined],
])("%j may not have meant: %s", (params, expected) => {
  const doubtful = stepsOf(params as Record<string, string>).filter(({ isDoubtful }) => isDoubtful);
  expect(doubtful.map(({ step }) => step)).toEqual(expected ? [expected] : []);
});

test("a name with a slip in it was meant", () => {
  expect(stepsOf({ q: "prevenzone incendi albergo" }).some(({ isDoubtful }) => isDoubtful)).toBe(false);
});

test("a step that leaves nothing of what is looked for is no aim", () => {
  const aimed = (params: Record<string, string>) =>
    stepsOf(params).flatMap(({ step, isAimed }) => (isAimed ? [] : [step]));
  expect(aimed({ q: "fotografo bologna" })).toEqual(["competence → gone"]);
  expect(aimed({ q: "fotografo bologna", side: "offers", level: "2" })).toEqual(["competence → gone"]);
  expect(aimed({ place: "bologna", side: "offers" })).toEqual(["side → gone"]);
  expect(aimed({ q: "circo" })).toEqual(["words → gone"]);
  expect(aimed({ q: "camerino" })).toEqual(["place → gone"]);
});

describe("of all ways out", () => {
  const waysOf = (params: Record<string, string>, totals: readonly number[]): readonly WayOut[] =>
    stepsOut(criteriaOf(readFilters(params), "it"), "it").map((step, i) => ({
      ...step,
      setAside: [],
      total: totals[i] ?? 0,
    }));
  const best = (ways: readonly WayOut[], total: number, max = 9) =>
    bestWaysOut(ways, { total, max }).map(({ criterion, wider }) => `${criterion.kind} → ${wider?.ref ?? "gone"}`);

  test("the competence above comes before a larger place, the narrowest; what leaves nothing that is looked for comes last", () => {
    const ways = waysOf({ q: "wordpress imola" }, [1, 281, 2, 3, 51]);
    expect(best(ways, 0)).toEqual(["competence → web-development", "place → BO", "place → gone", "competence → gone"]);
    expect(best(ways, 2, 2)).toEqual(["place → emilia-romagna", "place → gone"]);
    expect(best(ways, 300)).toEqual([]);
  });

  test("what may not have been meant goes first", () => {
    const ways = waysOf({ q: "logopedista per bambino bologna" }, [9, 2, 9, 9, 9]);
    expect(best(ways, 1, 1)).toEqual(["competence → gone"]);
    expect(bestWaysOut(ways, { total: 1, max: 1 })[0]?.criterion.typed).toBe("bambino");
  });

  test("some are shown of the first with nobody found, of what may not have been meant with few", () => {
    const town = waysOf({ q: "wordpress imola" }, [1, 281, 2, 3, 51]);
    const shown = (ways: readonly WayOut[], total: number) =>
      wayShown(bestWaysOut(ways, { total, max: 2 }), { total })?.filters.q ?? null;
    expect([shown(town, 0), shown(town, 1)]).toEqual(["imola", null]);
    expect(shown(waysOf({ q: "fotografo circo" }, [1, 3]), 1)).toBe("fotografo");
    expect(shown(waysOf({ q: "circo" }, [9683]), 0)).toBeNull();
    expect(shown([], 0)).toBeNull();
  });
});
