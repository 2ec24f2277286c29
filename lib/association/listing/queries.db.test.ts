import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anAssociation, expectInvariants } from "@/lib/testing/associations";
import { makePositions } from "@/lib/testing/positions";
import { listAssociations } from "./queries";
import { readFilters } from "./rules";

beforeAll(makePositions);
afterAll(expectInvariants);

describe("the list of associations", () => {
  const found = async (address: Record<string, string>) =>
    (await listAssociations(readFilters(address))).items.map(({ slug }) => slug);

  test("by words, without accents or case, by value, by region, by way in", async () => {
    await anAssociation({
      name: "Perché no",
      entry: "OPEN",
      places: ["Torino"],
      purpose: "Restituire 100% degli spazi.",
    });
    expect(await found({ q: "PERCHE" })).toEqual(["perche-no"]);
    expect(await found({ q: "100%" })).toEqual(["perche-no"]);
    expect(await found({ q: "nova orto" })).toEqual(["orto-di-via-nova"]);
    expect(await found({ region: "piemonte" })).toEqual(["perche-no"]);
    expect(await found({ entry: "OPEN" })).toEqual(["perche-no"]);
    expect(await found({ value: "care", q: "perche" })).toEqual(["perche-no"]);
    expect(await found({ value: "courage" })).toEqual([]);
  });

  test("walks by its cursor, each once, from A to Z", async () => {
    for (let i = 0; i < 26; i++) await anAssociation({ name: `Zeta ${String(i).padStart(2, "0")}` });
    const first = await listAssociations(readFilters({ q: "zeta" }));
    const second = await listAssociations(readFilters({ q: "zeta", after: first.nextCursor ?? "" }));
    const all = [...first.items, ...second.items].map(({ name }) => name);
    expect(first).toMatchObject({ total: 26 });
    expect(second.nextCursor).toBeNull();
    expect(all).toEqual([...new Set(all)].sort());
    expect(all).toHaveLength(26);
  }, 60_000);
});
