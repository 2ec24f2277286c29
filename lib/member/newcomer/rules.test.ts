import { expect, test } from "vitest";
import { freeHandle, handleBase } from "./rules";

const free = (name: string, ...taken: string[]) => freeHandle(name, new Set(taken));

test.each([
  ["Marta Bevilacqua", "marta-bevilacqua"],
  ["Élise d’Àncona", "elise-d-ancona"],
  ["中文", "membro"],
  ["a".repeat(80), "a".repeat(52)],
  [`${"a".repeat(51)} bcd`, "a".repeat(51)],
])("the handle of %s begins with %s", (name, base) => {
  expect(handleBase(name)).toBe(base);
});

test("a name that is taken gets the first number that is free", () => {
  expect(free("Ada Prova")).toBe("ada-prova");
  expect(free("Ada Prova", "ada-prova")).toBe("ada-prova-2");
  expect(free("Ada Prova", "ada-prova", "ada-prova-2", "ada-prova-4")).toBe("ada-prova-3");
  expect(free("Ada Prova", "ada-prova-2")).toBe("ada-prova");
});

test.each(["Admin", "Nuovo", "Tessera", "Ex Membro", "Me"])(
  "«%s» speaks for the house and is never a handle",
  (name) => {
    expect(free(name)).toBe(`${handleBase(name)}-2`);
  },
);

test("a handle fits in an address even with its number", () => {
  const base = "a".repeat(52);
  const taken = Array.from({ length: 1000 }, (_, i) => (i === 0 ? base : `${base}-${i + 1}`));
  expect(free("a".repeat(80), ...taken)).toMatch(/^[a-z0-9][a-z0-9-]{0,79}$/);
});
