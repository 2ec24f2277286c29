import { expect, test } from "vitest";
import { calledBy, peopleAmong } from "./named-people";

const item = { detail: "", lang: "it", handle: null, href: "/persone?c=joinery", label: "Falegnameria" } as const;

test("of what is suggested people alone are offered, by their username, with what tells them apart", () => {
  const marta = { kind: "person", label: "Marta Bevilacqua", lang: "it" } as const;
  expect(
    peopleAmong([
      { ...item, kind: "competence" },
      { ...marta, detail: "Falegname", handle: "marta-bevilacqua", href: "/persone/marta-bevilacqua" },
      { ...marta, detail: "", handle: "marta-2", href: "/en/people/marta-2" },
      { ...item, kind: "association", href: "/associazioni/marta" },
    ]),
  ).toEqual([
    { handle: "marta-bevilacqua", name: "Marta Bevilacqua", words: "Marta Bevilacqua · Falegname" },
    { handle: "marta-2", name: "Marta Bevilacqua", words: "Marta Bevilacqua" },
  ]);
});

test("namesakes who say the same of themselves are told apart by their usernames", () => {
  const marta = { kind: "person", label: "Marta Bevilacqua", detail: "Falegname", lang: "it" } as const;
  const items = ["marta-bevilacqua", "marta-2"].map((handle) => ({ ...marta, handle, href: `/persone/${handle}` }));
  expect(peopleAmong(items).map(({ words }) => words)).toEqual([
    "Marta Bevilacqua · Falegname · marta-bevilacqua",
    "Marta Bevilacqua · Falegname · marta-2",
  ]);
});

test("without an answer there is nobody to offer", () => {
  expect(peopleAmong(undefined)).toEqual([]);
});

test.each([
  ["nico", "Nicolò Rossi · Sarto"],
  ["Nicolò ", "Nicolò Rossi · Sarto"],
  ["nicolo ro", "Nicolò Rossi · Sarto («nicolo ro»)"],
  ["rossi nic", "Nicolò Rossi · Sarto («rossi nic»)"],
])("the list of a browser, which keeps what holds the letters typed, keeps whoever «%s» found", (typed, called) => {
  expect(calledBy({ handle: "nicolo-rossi", name: "Nicolò Rossi", words: "Nicolò Rossi · Sarto" }, typed)).toBe(called);
});
