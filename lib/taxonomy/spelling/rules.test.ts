import { describe, expect, it, test } from "vitest";
import { corrector, isOneEdit, kinFinder } from "./rules";

const known = new Map([
  ["commercialista", 3],
  ["avvocato", 2],
  ["fotografo", 1],
  ["ferrara", 1],
  ["sarta", 1],
  ["restauratore", 3],
  ["ristrutturazioni", 1],
]);

describe("one slip", () => {
  it.each([
    ["letter", "leter", true],
    ["leter", "letter", true],
    ["letter", "lettar", true],
    ["letter", "lettre", true],
    ["letter", "letter", true],
    ["letter", "ltteer", false],
    ["letter", "lters", false],
    ["letter", "letteral", false],
    ["", "a", true],
    ["ab", "", false],
  ])("«%s» and «%s»: %s", (a, b, is) => {
    expect(isOneEdit(a, b)).toBe(is);
    expect(isOneEdit(b, a)).toBe(is);
  });

  it.each([
    ["comercialista", "commercialista"],
    ["comercialsta", "commercialista"],
    ["comercialisti", "commercialista"],
    ["avocato", "avvocato"],
    ["fotogarfo", "fotografo"],
    ["sarrta", "sarta"],
    ["ferrari", null],
    ["carta", null],
    ["srta", null],
    ["fotgrfo", null],
    ["idraulico", null],
  ])("«%s» was meant to be %s", (typed, meant) => {
    expect(corrector(known)(typed)).toBe(meant);
  });
});

describe("one root", () => {
  it.each([
    ["ristrutturare", "ristrutturazioni"],
    ["fotografare", "fotografo"],
    ["restaurare", "restauratore"],
    ["ferrarese", "ferrara"],
    ["ristorante", null],
    ["sarti", null],
  ])("«%s» grows with %s", (typed, kin) => {
    expect(kinFinder(known)(typed)).toBe(kin);
  });
});

test("of words equally near, one that means something by itself", () => {
  const near = new Map([
    ["laser", 9],
    ["lawyer", 1],
  ]);
  expect(corrector(near)("lawer")).toBe("laser");
  expect(corrector(near, (word) => word === "lawyer")("lawer")).toBe("lawyer");
});
