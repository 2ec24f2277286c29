import { expect, test } from "vitest";
import { understand } from "../search/rules";

const read = (query: string) => {
  const { language, competenceGroups, places, rest } = understand(query);
  return { language: language?.value ?? null, groups: competenceGroups, places: places.length, rest };
};

test.each<[query: string, language: string | null, groups: string[][], places?: number, rest?: string]>([
  ["parla rumeno", "ro", []],
  ["commercialista che parla anche il cinese", "zh", [["accounting", "tax-advice"]]],
  ["notaio in lingua inglese", "en", [["notarial-services"]]],
  ["notaio di lingua araba a Torino", "ar", [["notarial-services"]], 1],
  ["English-speaking photographer in Rome", "en", [["photography"]], 1],
  ["photographer who speaks Albanian", "sq", [["photography"]]],
  ["people who can speak Polish", "pl", []],
  ["Romanian speakers", "ro", []],
  ["wolof", "wo", []],
  ["rumeno", "ro", []],
  ["chi parla la lingua rumena", "ro", []],
  ["Latina", null, [], 1],
  ["non parla italiano", null, [["italian-l2"]]],
  // Whoever wants to learn one looks for a teacher.
  ["inglese", null, [["english"]]],
  ["learn to speak Italian", null, [["learning-agility"], ["italian-l2"]]],
  ["public speaking", null, [["public-speaking"]]],
  [
    "parla inglese o parla francese",
    null,
    understand("parla inglese o parla francese").competenceGroups.map((one) => [...one]),
  ],
])("«%s»", (query, language, groups, places = 0, rest = "") => {
  expect(read(query)).toEqual({ language, groups, places, rest });
});
