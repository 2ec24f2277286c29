import fc from "fast-check";
import { expect, test } from "vitest";
import { inputOf } from "@/lib/form/reading";
import { anyText, FUZZ_RUNS } from "@/lib/testing/fuzz";
import { EXPORT_SCHEMA } from "../export/schema";
import { areDatesAhead } from "../rules";
import { PROJECT_LISTS, proposeInput } from "../schema";
import { refillOf } from "./rules";

const TODAY = "2026-11-21";
const READING = {
  ...{ language: "it" as const, today: TODAY, associations: ["il-lavatoio"], values: ["care"] },
  isWithoutPast: false,
};
const ODD = [
  "2026-11-20",
  "2027-02-30",
  "0000-00-00",
  "__proto__",
  "alchimia",
  "a".repeat(5000),
  "",
  -1,
  1.5,
  90,
  null,
  true,
];
/** What fits, and now and then what does not. */
const some = <T>(...fitting: T[]) =>
  fc.oneof(
    { weight: 200, arbitrary: fc.constantFrom(...fitting) },
    { weight: 3, arbitrary: fc.constantFrom(...ODD) },
    anyText,
    fc.jsonValue({ maxDepth: 2 }),
  );
const title = some("Il lavatoio", "Perché così", "a".repeat(80), "👩‍🌾".repeat(20));
const due = some("2027-01-15", "2026-11-21", "", null);
const need = fc.record(
  {
    ...{ title, kind: some("ROLE", "CONTACT"), due, competence: some("accounting", "", null), seats: some(1, 20) },
    ...{ isCritical: some(true, false), minutes: some(60, 120_000, null) },
  },
  { requiredKeys: ["title", "kind", "seats"] },
);
const papers = fc.record(
  {
    ...{
      title,
      kind: some("THEMATIC", "PERSONAL"),
      purpose: some("Un forno acceso ogni sabato."),
      description: some(""),
    },
    ...{ contentLocale: some("it", "en"), place: some("imola", ""), isMembersOnly: some(true, false) },
    ...{ values: some([], ["care"], ["care", "altro"]), association: some("il-lavatoio", "altrove", null) },
  },
  { requiredKeys: ["title", "kind", "purpose", "contentLocale"] },
);
const file = fc.record({
  ...{ schema: fc.constant(EXPORT_SCHEMA), papers, needs: fc.array(need, { minLength: 1, maxLength: 3 }) },
  deliverables: fc.array(fc.record({ title, due }), { minLength: 1, maxLength: 3 }),
});

/** Whether the form takes it, today. */
function isTaken(values: Readonly<Record<string, readonly string[]>>): boolean {
  const form = new FormData();
  for (const [name, all] of Object.entries(values)) for (const value of all) form.append(name, value);
  const input = proposeInput.safeParse(inputOf(form, PROJECT_LISTS));
  return input.success && areDatesAhead(input.data, TODAY).ok;
}

test("whatever a file holds, it fills a form that is taken as it stands, or is refused with its place", () => {
  const seen = { filled: 0, refused: 0 };
  fc.assert(
    fc.property(file, (given) => {
      const answer = refillOf(JSON.stringify(given), READING);
      if (answer.ok) expect(isTaken(answer.value.values)).toBe(true);
      else expect(answer.refusal.code).toMatch(/^project\.import[A-Z]/);
      seen[answer.ok ? "filled" : "refused"] += 1;
    }),
    { numRuns: FUZZ_RUNS },
  );
  expect(Math.min(seen.refused, seen.filled)).toBeGreaterThan(FUZZ_RUNS / 20);
});

test("any text and any JSON is answered", () => {
  fc.assert(
    fc.property(fc.oneof(anyText, fc.json({ maxDepth: 4 })), (text) => {
      expect(refillOf(text, READING).ok).toBe(false);
    }),
    { numRuns: FUZZ_RUNS },
  );
});
