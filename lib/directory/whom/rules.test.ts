import { describe, expect, test } from "vitest";
import { readWhom, whoIsMeant } from "./rules";

test.each([
  ["marta", { handle: "marta", name: "marta" }],
  [" @Marta-2 ", { handle: "marta-2", name: "@marta-2" }],
  ["NICOLÒ  Dall’Ò", { handle: "nicolò  dall’ò", name: "nicolo dall'o" }],
  ["", { handle: "", name: "" }],
])("«%s» is read both ways", (typed, read) => {
  expect(readWhom(typed)).toEqual(read);
});

describe("who is meant", () => {
  const chiara = { handle: "chiara-bonetti", name: "Chiara Bonetti" };
  const other = { handle: "chiara-bonetti-2", name: "Chiàra  Bonetti" };
  const marta = { handle: "m-7", name: "Marta" };
  const namesake = { handle: "marta", name: "Marta Bevilacqua" };
  const codeOf = (typed: string, among: readonly (typeof chiara)[]) => {
    const meant = whoIsMeant(typed, among);
    return meant.ok ? (meant.value?.handle ?? null) : meant.refusal.code;
  };

  test.each([
    ["chiara-bonetti", [chiara, other], "chiara-bonetti"],
    ["@Chiara-Bonetti-2", [chiara, other], "chiara-bonetti-2"],
    ["chiara bonetti", [chiara], "chiara-bonetti"],
    ["CHIARÀ  bonetti", [chiara, marta], "chiara-bonetti"],
    ["Chiara Bonetti", [chiara, other], "directory.namesakes"],
    ["Chiara", [chiara], null],
    ["Bonetti Chiara", [chiara], null],
    ["marta", [marta], "m-7"],
    ["Marta", [marta, namesake], "marta"],
    ["@Marta", [marta], null],
    ["", [chiara], null],
  ])("by «%s»", (typed, among, expected) => {
    expect(codeOf(typed, among)).toBe(expected);
  });
});
