import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isOneEdit } from "@/lib/taxonomy/spelling/rules";
import { respelled, respellingIn, slippedQuery, slipsOf } from "./rules";

const word = fc.stringMatching(/^[a-z]{4,12}$/);

describe("a slip in a name", () => {
  test("all that is one slip away, with the first letter right, and nothing else", () => {
    fc.assert(
      fc.property(word, word, (typed, other) => {
        const slips = slipsOf(typed);
        expect(slips.every((slip) => slip !== typed && slip[0] === typed[0] && isOneEdit(typed, slip))).toBe(true);
        const isNear = other !== typed && other[0] === typed[0] && isOneEdit(typed, other);
        expect(slips.includes(other)).toBe(isNear);
      }),
    );
    expect(slipsOf("gualndi")).toContain("gualandi");
    expect(slipsOf("mastronuzi")).toContain("mastronuzzi");
    expect(slipsOf("gaulandi")).toContain("gualandi");
  });

  test("one word has it, the others stand as they are", () => {
    expect(slippedQuery(["elena", "gualndi"])).toContain("& 'elena':*");
    expect(slippedQuery(["bo"])).toBeNull();
    expect(slippedQuery(["a", "b2", "ùù"])).toBeNull();
    expect(slippedQuery("una ricerca di molte parole".split(" "))).toBeNull();
  });

  test("what most names spell otherwise, as it is written there", () => {
    const words = ["marco", "rosi"];
    expect(respellingIn(["Marco Rossi", "Marco Rosa", "Marco Rossi"], words)).toEqual({ from: "rosi", to: "Rossi" });
    expect(respellingIn(["Marco Rota", "Marco Rosa"], words)).toEqual({ from: "rosi", to: "Rosa" });
    expect(respellingIn(["Nicolò D’Amico"], ["nicolo", "damico"])).toBeNull();
    expect(respellingIn(["Nicolò De Amicis"], ["nicollo", "amicis"])).toEqual({ from: "nicollo", to: "Nicolò" });
    expect(respellingIn(["Marta Russo"], words)).toBeNull();
  });

  test("the search keeps the rest of what was typed", () => {
    expect(respelled("Elena Gualndi, Bologna", { from: "gualndi", to: "Gualandi" })).toBe("Elena Gualandi, Bologna");
    expect(respelled("Bologna", { from: "gualndi", to: "Gualandi" })).toBe("Bologna");
  });
});
