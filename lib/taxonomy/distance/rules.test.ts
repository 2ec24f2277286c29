import { expect, test } from "vitest";
import { understand } from "../search/rules";

const read = (query: string) => {
  const { distance, places, competenceGroups, rest } = understand(query);
  return [distance?.value ?? null, places.map(({ ref }) => ref), competenceGroups.length, rest];
};

test.each<[query: string, kilometres: number | null, places: string[], groups: number, rest?: string]>([
  ["idraulico entro 30 km da Bologna", 30, ["bologna"], 1],
  ["idraulico nel raggio di 20 chilometri da Bologna", 20, ["bologna"], 1],
  ["plumber within 10km of Bologna", 10, ["bologna"], 1],
  ["Bologna 50 km", 50, ["bologna"], 0],
  ["idraulico entro 30 km dall'Umbria", 30, ["umbria"], 1],
  // From nowhere it is no distance.
  ["idraulico 10 km", null, [], 1, "10 km"],
])("«%s»", (query, kilometres, places, groups, rest = "") => {
  expect(read(query)).toEqual([kilometres, places, groups, rest]);
});
