import { expect, test } from "vitest";
import { understand } from "../search/rules";
import { sideOf } from "./rules";

const read = (query: string) => {
  const { side, competenceGroups, places, rest } = understand(query);
  return { side: side && `${side.value} «${side.matched}»`, groups: competenceGroups, places: places.length, rest };
};

test.each<[query: string, side: string | null, groups: string[][], rest?: string]>([
  // Others offer.
  ["chi offre grafica", "offers «chi offre»", [["graphic-design"]]],
  ["Offre lezioni di inglese", "offers «offre»", [["english"]]],
  ["persone che offrono grafica", "offers «persone che offrono»", [["graphic-design"]]],
  ["cerco qualcuno che offra consulenza fiscale", "offers «qualcuno che offra»", [["tax-advice"]]],
  ["chi può offrire grafica", "offers «chi puo offrire»", [["graphic-design"]]],
  ["offers translation", "offers «offers»", [["translation"]]],
  ["people who offer translation", "offers «people who offer»", [["translation"]]],
  ["someone offering web development", "offers «someone offering»", [["web-development"]]],
  ["looking for someone that offers photography", "offers «someone that offers»", [["photography"]]],
  ["chi offre", "offers «chi offre»", []],
  ["chi offre un", "offers «chi offre»", []],
  ["chi offre mandolino", "offers «chi offre»", [], "mandolino"],
  // Others ask.
  ["chi cerca un fotografo", "asks «chi cerca»", [["photography"]]],
  ["persone che cercano un fotografo", "asks «persone che cercano»", [["photography"]]],
  ["ha bisogno di un fotografo", "asks «ha bisogno»", [["photography"]]],
  ["chi ha bisogno di un fotografo", "asks «chi ha bisogno»", [["photography"]]],
  ["a chi serve un fotografo", "asks «a chi serve»", [["photography"]]],
  ["who needs translation", "asks «who needs»", [["translation"]]],
  ["needs translation", "asks «needs»", [["translation"]]],
  ["people looking for a photographer", "asks «people looking for»", [["photography"]]],
  ["who is looking for a photographer", "asks «who is looking for»", [["photography"]]],
  // What I offer is for whoever asks for it.
  ["offro lezioni di pianoforte", "asks «offro»", [["music-teaching"]]],
  ["posso offrire grafica", "asks «posso offrire»", [["graphic-design"]]],
  ["I offer translation", "asks «i offer»", [["translation"]]],
  ["I'm offering translation", "asks «i m offering»", [["translation"]]],
  // That I search is no side.
  ["cerco un commercialista", null, [["accounting", "tax-advice"]]],
  ["cerca commercialista", null, [["accounting", "tax-advice"]]],
  ["cercasi falegname", null, [["woodworking"]]],
  ["ho bisogno di un fotografo", null, [["photography"]]],
  ["looking for an accountant", null, [["accounting"]]],
  ["I need a photographer", null, [["photography"]]],
  ["special needs teaching", null, [["special-needs-teaching"]]],
  ["fotografo", null, [["photography"]]],
])("«%s»", (query, side, groups, rest = "") => {
  expect(read(query)).toEqual({ side, groups, places: 0, rest });
});

test("a side goes with a place", () => {
  expect(read("chi cerca un fotografo a Reggio Calabria")).toMatchObject({
    side: "asks «chi cerca»",
    groups: [["photography"]],
    places: 1,
    rest: "",
  });
});

test("both sides at once say neither, and stay where they are", () => {
  expect(sideOf("chi offre o chi cerca grafica")).toEqual({ told: null, bare: "chi offre o chi cerca grafica" });
});

test.each([
  ["Chi OFFRE grafica, e chi offre musica?", "grafica, e musica?"],
  ["chi (offre) grafica", "( ) grafica"],
  ["chioffre grafica", "chioffre grafica"],
  ["", ""],
])("«%s» without its side is «%s»", (query, bare) => {
  expect(sideOf(query).bare.replace(/\s+/g, " ").trim()).toBe(bare);
});
