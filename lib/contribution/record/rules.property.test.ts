import fc from "fast-check";
import { expect, test } from "vitest";
import { RECORD_MIN, recordOf } from "./rules";
import type { RecordLine } from "./types";

const STATES = ["KEPT", "PARTLY", "RELEASED", "MISSED"] as const;
const line = (state: RecordLine["state"], i: number): RecordLine => ({
  ...{ id: String(i), text: "Verbale", locale: "it", state, closedOn: "2026-11-20", note: "" },
});

test("T1: counts are those of the list behind, whatever its order; from five up, else nothing at all", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...STATES), { maxLength: 30 }), (states) => {
      const found = recordOf(states.map(line));
      expect(found === null).toBe(states.length < RECORD_MIN);
      if (!found) return;
      const { lines, ...counts } = found;
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(lines.length);
      const { lines: _, ...turned } = recordOf(states.map(line).reverse()) ?? { lines: [] };
      expect(turned).toEqual(counts);
    }),
  );
});
