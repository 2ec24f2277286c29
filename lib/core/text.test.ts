import { expect, test } from "vitest";
import { fold, initialsOf, insideQuotes, isCleanText, lengthOf, listOf, slugOf } from "./text";

test.each([
  ["Perché no?", "perche no?"],
  ["  L’Aquila\n e\tdintorni ", "l'aquila e dintorni"],
  ["ÀÈÌÒÙ çñø", "aeiou cnø"],
  ["", ""],
])("fold(%j) is %j", (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test.each([
  ["", 0],
  ["ciao", 4],
  ["perche\u0301", 6],
  ["👩‍👩‍👧", 1],
  ["🇮🇹🇪🇺", 2],
  ["a\r\nb", 3],
])("%j is as long as a person counts: %i", (text, length) => {
  expect(lengthOf(text)).toBe(length);
});

test.each(["Ciao", "riga\nriga\r\n\trientro", "Zoë 👩‍👩‍👧 中文", ""])("%j can be typed", (text) => {
  expect(isCleanText(text)).toBe(true);
});

test.each([
  ["a NUL", "a\u0000"],
  ["an escape", "a\u001b"],
  ["a C1 control", "a\u0085"],
  ["a right-to-left override", "a\u202e"],
  ["an isolate", "a\u2066"],
  ["a byte order mark", "\ufeffa"],
  ["a lone surrogate", "a\ud800"],
  ["what a form makes of a lone surrogate", "a\ufffd"],
])("%s cannot", (_what, text) => {
  expect(isCleanText(text)).toBe(false);
});

test.each([
  ["Cantiere Comune", "cantiere-comune"],
  ["  L’Orto di San Frediano, 2ª stagione ", "l-orto-di-san-frediano-2-stagione"],
  ["Ünïçødé", "unic-de"],
  ["中文", ""],
  ["---", ""],
  ["a".repeat(80), "a".repeat(60)],
  [`${"a".repeat(59)} b`, "a".repeat(59)],
])("slugOf(%j) is %j", (text, slug) => {
  expect(slugOf(text)).toBe(slug);
});

test.each([
  ["Marta Bevilacqua", "MB"],
  ["Anna Maria  De Rossi", "AR"],
  ["Zoë", "Z"],
  ["élan vital", "ÉV"],
  ["𝒜lice", "𝒜"],
  ["  ", ""],
])("the initials of %j are %j", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test("a list is written as each language writes it", () => {
  expect([listOf(["Ada"], "it"), listOf(["Ada", "Bo", "Cai"], "it")]).toEqual(["Ada", "Ada, Bo e Cai"]);
  expect(listOf(["Ada", "Bo", "Cai"], "en")).toBe("Ada, Bo, and Cai");
});

test.each([
  ["Ha un «offro»", "it", "Ha un “offro”"],
  ["Has an “offer”", "en", "Has an ‘offer’"],
  ["Ha un «offro»", "en", "Ha un «offro»"],
  ["l’oliva", "it", "l’oliva"],
] as const)("%j between quotation marks (%s) is %j", (text, language, inside) => {
  expect(insideQuotes(text, language)).toBe(inside);
});
