import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeCursor } from "../cursor/rules";
import { filtersOf, languageAsked, readRequest } from "./rules";

const read = (query: string) => readRequest(new URLSearchParams(query));
const cursor = (sort: "relevance" | "name") =>
  encodeCursor(
    sort === "name" ? { sort, key: "ada", handle: "ada" } : { sort, points: 12, place: 4_000_000, handle: "ada" },
  );

test("the whole query is the search of the page", () => {
  const asked = read(
    `q=%20circo%20%20blu&competence=tax-advice&competence=accounting&place=BO&association=lume&kind=offer&cursor=${cursor("relevance")}&locale=en`,
  );
  expect(asked.ok && filtersOf(asked.value)).toEqual({
    q: "circo blu",
    competences: ["tax-advice", "accounting"],
    areas: [],
    place: { type: "province", ref: "BO" },
    within: null,
    unknownTown: null,
    association: "lume",
    sides: ["offers"],
    ready: [],
    language: null,
    level: null,
    sort: "relevance",
    view: "list",
    after: cursor("relevance"),
  });
});

test("what is given empty is not given", () => {
  const asked = read("q=&competence=&place=&association=&kind=&cursor=&locale=");
  expect(asked).toEqual({ ok: true, value: { q: "", competence: [], locale: "it" } });
});

test.each([
  ["sort=name", "unknownParameter", "sort"],
  ["q=a&page=", "unknownParameter", "page"],
  ["__proto__=a", "unknownParameter", "__proto__"],
  ["q=a&q=b", "repeated", "q"],
  ["kind=offer&kind=ask", "repeated", "kind"],
  ["locale=it&locale=en", "repeated", "locale"],
  ["q=a%00b", "characters", "q"],
  ["q=%ED%A0%80", "characters", "q"],
  [`q=${"x".repeat(121)}`, "tooLong", "q"],
  ["competence=no-such", "unknownCompetence", "competence"],
  [`competence=${Array(7).fill("tax-advice").join("&competence=")}`, "tooMany", "competence"],
  ["place=bo", "unknownPlace", "place"],
  ["place=Bologna", "unknownPlace", "place"],
  ["association=../etc", "badAssociation", "association"],
  ["kind=offers", "unknownKind", "kind"],
  ["cursor=x", "badCursor", "cursor"],
  [`cursor=${cursor("name")}`, "badCursor", "cursor"],
  ["locale=fr", "unknownLocale", "locale"],
])("%s is refused: %s", (query, code, field) => {
  expect(read(query)).toMatchObject({ ok: false, refusal: { code: `directory.${code}`, field } });
});

test("the language is known even where the rest is refused", () => {
  expect(languageAsked(new URLSearchParams("locale=en&sort=x"))).toBe("en");
  expect(languageAsked(new URLSearchParams("locale=fr"))).toBe("it");
});

test("whatever is given, reading it never fails", () => {
  const name = fc.constantFrom("q", "competence", "place", "association", "kind", "cursor", "locale", "toString", "");
  const text = fc.array(fc.nat(0xffff), { maxLength: 20 }).map((codes) => String.fromCharCode(...codes));
  fc.assert(
    fc.property(fc.array(fc.tuple(name, text), { maxLength: 6 }), (pairs) => {
      expect(() => readRequest(new URLSearchParams(pairs))).not.toThrow();
    }),
  );
});
