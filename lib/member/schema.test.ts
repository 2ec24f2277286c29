import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  exchangeInput,
  LIMITS,
  privacyInput,
  ROWS,
  tiesInput,
  trustInput,
  valueInput,
  welcomeInputs,
  whoInput,
} from "./schema";
import { PROFILE_FIELDS } from "./types";

const WHO = { name: "Ada", headline: "", about: "", story: "", place: "", languages: [], contentLocale: "it" };
const problems = (parsed: {
  success: boolean;
  error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined;
}) => (parsed.error?.issues ?? []).map(({ path, message }) => `${path.join(".")} ${message}`);

/** Columns of a model without the mark that export, erasure and redaction go by. */
function unmarked(model: string, columns: readonly string[]): readonly string[] {
  const text = readFileSync(`prisma/models/${model}.prisma`, "utf8");
  return columns.filter((column) => !new RegExp(`@pii\\n  ${column} `).test(text));
}

test("PV3: each column of what people say of themselves is marked as personal data, and what the directory makes of it", () => {
  const { contentLocale: _, place, ...who } = whoInput.shape;
  const { shown: __, ...ties } = tiesInput.shape;
  const said = Object.keys({ ...who, placeSlug: place, ...valueInput.shape, ...ties, ...trustInput.shape });
  expect(unmarked("member", said)).toEqual([]);
  expect(unmarked("directory", ["placeSlug", "tokens", "words", "nameText"])).toEqual([]);
});

describe("what people type", () => {
  test.each([
    ["bologna", "bologna"],
    ["Bologna (BO)", "bologna"],
    ["  ", null],
    ["", null],
  ])("the town «%s» is %s", (place, slug) => {
    expect(whoInput.parse({ ...WHO, place }).place).toBe(slug);
  });

  test.each(["Atlantide", "Bologna (MI)"])("the town «%s» is nowhere", (place) => {
    expect(problems(whoInput.safeParse({ ...WHO, place }))).toEqual(["place choose"]);
    expect(problems(welcomeInputs.who.safeParse({ headline: "", about: "", place }))).toEqual(["place choose"]);
  });

  test("rows without a competence count for nothing; one the taxonomy does not know is refused where it stands", () => {
    const rows = [
      { name: "", level: "2" },
      { name: "Consulenza fiscale", level: "3" },
      { name: "Cartomanzia quantistica", level: "1" },
    ];
    expect(valueInput.parse({ valueBrought: "", competences: rows.slice(0, 2) }).competences).toEqual([
      { name: "tax-advice", level: 3 },
    ]);
    expect(problems(valueInput.safeParse({ valueBrought: "", competences: rows }))).toEqual([
      "competences.2.name choose",
    ]);
  });

  test.each([
    ["0", "choose"],
    ["5", "choose"],
  ])("a level «%s» is none", (level, message) => {
    const parsed = valueInput.safeParse({ valueBrought: "", competences: [{ name: "tax-advice", level }] });
    expect(problems(parsed)).toEqual([`competences.0.level ${message}`]);
  });

  test("each text has its bound, on both sides", () => {
    const fits = (field: "headline" | "about" | "story", length: number) =>
      whoInput.safeParse({ ...WHO, [field]: "à".repeat(length) }).success;
    for (const field of ["headline", "about", "story"] as const)
      expect([fits(field, LIMITS[field]), fits(field, LIMITS[field] + 1)], field).toEqual([true, false]);
    expect(problems(whoInput.safeParse({ ...WHO, name: " " }))).toEqual(["name required"]);
  });

  test("at most so many competences and values", () => {
    const competences = Array.from({ length: ROWS.competences + 1 }, () => ({ name: "tax-advice", level: "1" }));
    expect(problems(valueInput.safeParse({ valueBrought: "", competences }))).toEqual(["competences tooMany"]);
    const values = Array.from({ length: ROWS.values + 1 }, () => "care");
    expect(problems(trustInput.safeParse({ vision: "", values }))).toEqual(["values tooMany"]);
    expect(problems(trustInput.safeParse({ vision: "", values: ["wealth"] }))).toEqual(["values.0 choose"]);
    expect(trustInput.parse({ vision: "", values: ["", "care", ""] }).values).toEqual(["care"]);
  });

  test("an offer needs only its line", () => {
    const bare = { side: "OFFER", kind: "TIME", title: "Due ore", competence: "", untilOn: "" };
    expect(exchangeInput.parse(bare)).toEqual({ ...bare, competence: null, untilOn: null });
    expect(problems(exchangeInput.safeParse({ ...bare, title: "", untilOn: "domani", side: "GIFT" }))).toEqual([
      "side choose",
      "title required",
      "untilOn notADay",
    ]);
  });

  test("PV1: every part needs an audience, and forged fields are refused", () => {
    const all = Object.fromEntries(PROFILE_FIELDS.map((field) => [field, "MEMBERS"]));
    const kept = { reach: "MEMBERS", audiences: all };
    expect(privacyInput.parse({ reach: "MEMBERS", ...all })).toEqual({ ...kept, isAskable: false });
    expect(privacyInput.parse({ reach: "MEMBERS", isAskable: "on", ...all })).toEqual({ ...kept, isAskable: true });
    expect(problems(privacyInput.safeParse({ reach: "ALL", ...all, STORY: "FRIENDS" }))).toEqual([
      "reach choose",
      "STORY choose",
    ]);
    expect(privacyInput.safeParse({ reach: "MEMBERS", ...all, memberId: "x" }).success).toBe(false);
    expect(whoInput.safeParse({ ...WHO, isPublic: "on" }).success).toBe(false);
  });
});
