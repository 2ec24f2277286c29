import { describe, expect, test } from "vitest";
import { hasMinimumProfile, missingProfileParts } from "./rules";
import type { MinimumProfileFacts } from "./types";

const whole: MinimumProfileFacts = {
  name: "Ada Prova",
  headline: "Ingegnera",
  about: "Verifico solai.",
  valueBrought: "Due ore al mese.",
  audience: "Chi ha un muro che preoccupa.",
  competences: 1,
};

describe("minimum profile", () => {
  test("M2: a profile that says who, what and to whom, with a competence, is enough", () => {
    expect(missingProfileParts(whole)).toEqual([]);
    expect(hasMinimumProfile(whole)).toBe(true);
  });

  test.each(["name", "headline", "about", "valueBrought", "audience"] as const)("M2: without %s it is not", (part) => {
    expect(missingProfileParts({ ...whole, [part]: "  \n" })).toEqual([part]);
    expect(hasMinimumProfile({ ...whole, [part]: "" })).toBe(false);
  });

  test("M2: without a competence it is not", () => {
    expect(missingProfileParts({ ...whole, competences: 0 })).toEqual(["competences"]);
    expect(hasMinimumProfile({ ...whole, competences: 0 })).toBe(false);
  });
});
