import { expect, test } from "vitest";
import { criteriaOf } from "../criterion/rules";
import { readFilters } from "../filter/rules";
import { countedBy } from "./rules";

const counted = (query: string) => {
  const params: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(query)) params[name] = [...(params[name] ?? []), value];
  return countedBy(criteriaOf(readFilters(params), "it"));
};

test.each([
  ["", { total: ["all", "all"], facets: "all", places: "all" }],
  [
    "c=tax-advice",
    { total: ["all", "competence:tax-advice"], facets: "competence:tax-advice", places: "competence:tax-advice" },
  ],
  ["place=BO", { total: ["all", "province:BO"], facets: "province:BO", places: "all" }],
  ["place=emilia-romagna", { total: ["all", "region:emilia-romagna"], facets: "region:emilia-romagna", places: "all" }],
  ["place=bologna", { total: ["all", "municipality:bologna"], facets: null, places: "all" }],
  [
    "c=tax-advice&place=BO",
    { total: ["competence:tax-advice", "province:BO"], facets: null, places: "competence:tax-advice" },
  ],
  ["c=tax-advice&place=bologna", { total: null, facets: null, places: "competence:tax-advice" }],
  [
    "c=tax-advice&c=accounting",
    { total: ["competence:tax-advice", "competence:accounting"], facets: null, places: null },
  ],
  ["c=tax-advice&c=accounting&place=BO", { total: null, facets: null, places: null }],
  ["q=bologna", { total: null, facets: null, places: null }],
  ["q=bologna&place=BO", { total: null, facets: null, places: null }],
  ["q=commercialista", { total: null, facets: null, places: null }],
  ["c=tax-advice&level=3", { total: null, facets: null, places: null }],
  ["side=offers", { total: null, facets: null, places: null }],
  ["area=software&place=BO", { total: null, facets: null, places: null }],
])("«%s»: what is known without looking at anybody", (query, expected) => {
  expect(counted(query)).toEqual(expected);
});
