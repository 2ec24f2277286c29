import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ancestorsOf } from "../rules";
import { understand } from "./rules";

type DemoMember = { slug: string; place: string; competences: { competence: string }[] };
const demoWorld = new URL("../../../prisma/seed/data/demo-world.json", import.meta.url);
const { members }: { members: DemoMember[] } = JSON.parse(readFileSync(demoWorld, "utf8"));

describe("the people of the demo world that a search leads to", () => {
  const foundBy = (query: string) => {
    const { competenceGroups, places } = understand(query, "it");
    const isIn = (place: string) => places.length === 0 || places.some(({ ref }) => ref === place);
    return members
      .filter(({ competences, place }) => {
        const has = new Set(competences.flatMap(({ competence }) => [competence, ...ancestorsOf(competence)]));
        return isIn(place) && competenceGroups.every((group) => group.some((slug) => has.has(slug)));
      })
      .map(({ slug }) => slug);
  };

  it.each([
    ["commercialista", ["ilaria-zanasi", "benedetta-scaglioni", "marta-colnaghi", "rosa-tidei", "elena-gualandi"]],
    ["commercialista milano", ["marta-colnaghi"]],
    ["fiscalità", ["ilaria-zanasi", "marta-colnaghi", "elena-gualandi"]],
    ["fiscalita", ["ilaria-zanasi", "marta-colnaghi", "elena-gualandi"]],
    ["sviluppatrice web", ["gennaro-buonocore", "alba-hoxha"]],
    ["sviluppatrice web bari", ["alba-hoxha"]],
    ["avvocato terzo settore", ["giacomo-trevisin"]],
    ["commercialista terzo settore", ["marta-colnaghi", "elena-gualandi"]],
    ["consulente del lavoro bologna", ["lucia-ferranti"]],
    ["liutaio", ["dario-lunghini"]],
    ["app sanità", ["gennaro-buonocore"]],
    ["commercialista bologna", ["elena-gualandi"]],
    ["commercialista terzo settore bologna", ["elena-gualandi"]],
  ])("«%s»", (query, people) => {
    expect(foundBy(query)).toEqual(people);
  });
});
