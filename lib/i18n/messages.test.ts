import { expect, test } from "vitest";
import en from "./messages/en";
import it from "./messages/it";

type Tree = { readonly [key: string]: string | Tree };

const leaves = (tree: Tree, at = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[at + key, value] as [string, string]] : leaves(value, `${at}${key}.`),
  );

/** Arguments of a message: names at the top level and inside plural branches. */
const argumentsOf = (message: string) =>
  [...new Set([...message.matchAll(/\{(\w+)(?=[,}])/g)].map(([, name]) => name))].sort();

const italian = new Map(leaves(it as Tree));
const english = new Map(leaves(en as Tree));

test("Italian and English say the same things", () => {
  expect([...english.keys()].sort()).toEqual([...italian.keys()].sort());
});

test("each sentence takes the same arguments in both languages", () => {
  const differing = [...italian].filter(
    ([key, text]) => String(argumentsOf(text)) !== String(argumentsOf(english.get(key) ?? "")),
  );
  expect(differing.map(([key]) => key)).toEqual([]);
});

test("no sentence is empty, shouts, or uses straight apostrophes between letters", () => {
  const bad = [...italian, ...english].filter(
    ([, text]) => text.trim() === "" || /\p{L}'\p{L}/u.test(text) || /!/.test(text),
  );
  expect(bad.map(([key]) => key)).toEqual([]);
});

test("what no longer counts is «tolto dal conto», in no accountant’s word, in both languages", () => {
  const sayings = [...italian, ...english].filter(([key]) =>
    /^(contribution|notification|membership|project)\./.test(key),
  );
  expect(sayings.filter(([, text]) => /\bstorn|\brevers/i.test(text)).map(([key]) => key)).toEqual([]);
  expect(italian.get("contribution.reverse")).toBe("Togli dal conto");
});

test("in English too the day comes before the month, so a date is written part by part", () => {
  const whole = [...english].filter(([, text]) => /, date(, (?!::)|\})/.test(text));
  expect(whole.map(([key]) => key)).toEqual([]);
});
