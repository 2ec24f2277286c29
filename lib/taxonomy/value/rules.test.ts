import { describe, expect, it } from "vitest";
import { findValue, VALUES, valueLabel, valueMeaning, valueOptions } from "./rules";

describe("values", () => {
  it("are forty, each with a slug, a label, a meaning and a deed in both languages", () => {
    expect(new Set(VALUES.map(({ slug }) => slug)).size).toBe(40);
    for (const { slug, label, meaning, deed } of VALUES) {
      for (const text of [label, meaning, deed]) expect([text.it, text.en].every(Boolean), slug).toBe(true);
    }
  });

  it("are labelled; an unknown slug stands for itself and means nothing", () => {
    expect(valueLabel("reciprocity", "it")).toBe("Reciprocità");
    expect(valueMeaning("reciprocity", "en")).toContain("ask themselves what they can give");
    expect(valueLabel("no-such", "en")).toBe("no-such");
    expect(valueMeaning("no-such", "en")).toBe("");
    expect(findValue("no-such")).toBeNull();
  });

  it("are offered by label", () => {
    const labels = valueOptions("it").map(({ label }) => label);
    expect(labels).toEqual(labels.toSorted(new Intl.Collator("it").compare));
  });
});
