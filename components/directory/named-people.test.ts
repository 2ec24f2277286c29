import { expect, test } from "vitest";
import { peopleAmong } from "./named-people";

const item = { detail: "", lang: "it", href: "/persone?c=joinery", label: "Falegnameria" } as const;

test("of what is suggested people alone are offered, by their username, with what tells them apart", () => {
  const marta = { kind: "person", label: "Marta Bevilacqua", lang: "it" } as const;
  expect(
    peopleAmong([
      { ...item, kind: "competence" },
      { ...marta, detail: "Falegname", href: "/persone/marta-bevilacqua" },
      { ...marta, detail: "", href: "/en/people/marta-2" },
      { ...item, kind: "association", href: "/associazioni/marta" },
    ]),
  ).toEqual([
    { handle: "marta-bevilacqua", words: "Marta Bevilacqua · Falegname" },
    { handle: "marta-2", words: "Marta Bevilacqua" },
  ]);
});

test("without an answer there is nobody to offer", () => {
  expect(peopleAmong(undefined)).toEqual([]);
});
