import { describe, expect, test } from "vitest";
import { inputOf, refusalsOf } from "@/lib/form/reading";
import { concludeInput, proposeInput } from "./schema";

const FORM = {
  title: "Scuola di cantiere",
  kind: "PROFESSIONAL",
  association: "",
  purpose: "Dodici persone al primo lavoro sanno leggere un edificio vero.",
  forWhom: "",
  description: "",
  place: "Torino (TO)",
  contentLocale: "it",
  "needs.0.title": "",
  "needs.0.kind": "ROLE",
  "needs.0.seats": "1",
  "needs.0.competence": "",
  "needs.0.due": "",
  "needs.0.hours": "",
  "needs.2.title": "Chi insegni impianti",
  "needs.2.kind": "ROLE",
  "needs.2.seats": "2",
  "needs.2.competence": "Contabilità",
  "needs.2.due": "2027-01-20",
  "needs.2.hours": "12",
  "needs.2.isCritical": "on",
  "deliverables.0.title": "Sei sabati",
  "deliverables.0.due": "2027-06-30",
  "deliverables.1.title": "",
  "deliverables.1.due": "",
};

function read(change: Record<string, string | null>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...FORM, ...change })) if (value !== null) form.append(name, value);
  return proposeInput.safeParse(inputOf(form, []));
}
const refusals = (change: Record<string, string | null>) => {
  const parsed = read(change);
  return parsed.success ? [] : refusalsOf(parsed.error.issues).map(({ code, field }) => [code, field]);
};

test("rows nobody wrote in are dropped, hours become minutes, names of the taxonomy become slugs", () => {
  expect(read({}).data).toMatchObject({
    association: null,
    place: "torino",
    isMembersOnly: false,
    needs: [
      { row: 2, title: "Chi insegni impianti", seats: 2, competence: "accounting", hours: 720, isCritical: true },
    ],
    deliverables: [{ row: 0, title: "Sei sabati", due: "2027-06-30" }],
  });
});

describe("P36, PJ2: a proposal is refused", () => {
  test.each([
    ["without a purpose", { purpose: " " }, [["validation.required", "purpose"]]],
    ["with a purpose of 19 characters", { purpose: "x".repeat(19) }, [["validation.tooShort", "purpose"]]],
    ["with a purpose of 20 characters: no", { purpose: "x".repeat(20) }, []],
    ["with a title of 81 characters", { title: "x".repeat(81) }, [["validation.tooLong", "title"]]],
    [
      "without any need",
      {
        "needs.2.title": "",
        "needs.2.competence": "",
        "needs.2.due": "",
        "needs.2.hours": "",
        "needs.2.isCritical": null,
      },
      [["validation.required", "needs.0.title"]],
    ],
    [
      "with a need that has a date but no words",
      { "needs.0.due": "2027-01-01" },
      [["validation.required", "needs.0.title"]],
    ],
    ["with 0 seats", { "needs.2.seats": "0" }, [["validation.outOfRange", "needs.2.seats"]]],
    ["with 21 seats", { "needs.2.seats": "21" }, [["validation.outOfRange", "needs.2.seats"]]],
    [
      "with a competence the taxonomy does not know",
      { "needs.2.competence": "magia" },
      [["validation.choose", "needs.2.competence"]],
    ],
    ["with a place nobody knows", { place: "Atlantide" }, [["validation.choose", "place"]]],
    ["with a forged field", { ownerId: "x" }, [["validation.unexpected", undefined]]],
    [
      "without deliverables",
      { "deliverables.0.title": "", "deliverables.0.due": "" },
      [["validation.required", "deliverables.0.title"]],
    ],
    ["with a kind of our own", { kind: "SECRET" }, [["validation.choose", "kind"]]],
  ] as const)("%s", (_how, change, expected) => {
    expect(refusals(change)).toEqual(expected);
  });
});

describe("PJ7: a result is", () => {
  const conclude = (result: string, url = "") =>
    concludeInput.safeParse({ slug: "x", result, lessons: "", links: [{ label: "", url }] }).success;
  test.each([
    ["refused at 39 characters", "x".repeat(39), "", false],
    ["taken at 40", "x".repeat(40), "", true],
    ["not counted in spaces", " ".repeat(60), "", false],
    ["refused with a link that is not https", "x".repeat(40), "http://example.org/a", false],
    ["refused with a script for a link", "x".repeat(40), "javascript:alert(1)", false],
    ["taken with an https link", "x".repeat(40), "https://example.org/a", true],
    ["refused with a link into our own network", "x".repeat(40), "https://localhost/a", false],
  ])("%s", (_how, result, url, isTaken) => {
    expect(conclude(result, url)).toBe(isTaken);
  });
});

test.each([
  ["nonsense", "validation.notADay"],
  ["2026-02-30", "validation.notADay"],
])("a day written as «%s» is refused at its field", (due, code) => {
  expect(refusals({ "needs.2.due": due })).toEqual([[code, "needs.2.due"]]);
});
