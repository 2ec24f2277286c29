import compile from "icu-minify/compile";
import format from "icu-minify/format";
import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { formats } from "./formats";
import en from "./messages/en";
import it from "./messages/it";

type Tree = { readonly [key: string]: string | Tree };
type Argument = [string, unknown?, unknown?];
type Values = Record<string, string | number | Date | ((chunks: unknown[]) => string)>;

const timeZone = "Europe/Rome";
const NUMBERS = [1, 0, 2, 3, 8, 11, 21, 1234];
const TEXTS = ["Ada Bàrbera", "l’orto di via Roma", "5"];
const DAY = new Date("2026-11-21T13:05:00Z");
const SELECT = 1;
const DAYS = [5, 6];

const leaves = (tree: Tree, at = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[at + key, value] as [string, string]] : leaves(value, `${at}${key}.`),
  );

/** What to say for an argument of a compiled message: its kind is a number, but for a text, which has none, and for a tag. */
function oneOf([name, kind, options]: Argument, round: number): Values[string] {
  if (kind === undefined) return TEXTS[round % TEXTS.length] ?? "";
  if (typeof kind !== "number" || kind === 0) return (chunks) => `<${name}>${chunks.join("")}</${name}>`;
  if (DAYS.includes(kind)) return DAY;
  if (kind !== SELECT) return NUMBERS[(round + name.length) % NUMBERS.length] ?? 0;
  const choices = Object.keys(options as object);
  return choices[round % choices.length] ?? "";
}

/** Something to say for every argument, another each round. What is a number in one place stays one where it stands bare. */
function valuesOf(message: unknown, round: number, values: Values = {}): Values {
  if (!Array.isArray(message)) return values;
  for (const part of message.filter((one) => Array.isArray(one))) {
    const [name, kind, options] = part as Argument;
    if (kind !== undefined || !(name in values)) values[name] = oneOf(part as Argument, round);
    const inner = typeof kind !== "number" || kind === 0 ? [part.slice(1)] : Object.values(Object(options));
    for (const one of inner) valuesOf(one, round, values);
  }
  return values;
}

const formatters = {
  getDateTimeFormat: (...args: ConstructorParameters<typeof Intl.DateTimeFormat>) => new Intl.DateTimeFormat(...args),
  getNumberFormat: (...args: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...args),
  getPluralRules: (...args: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...args),
};
const asText = (said: unknown) => [said].flat().join("");

test.each([
  ["it", it],
  ["en", en],
] as const)("%s: the build compiles each message to one that says the same", (locale, catalogue) => {
  const messages = leaves(catalogue as Tree);
  const t = createTranslator({
    ...{
      locale,
      formats,
      timeZone,
      onError: (error) => {
        throw error;
      },
    },
    messages: Object.fromEntries(messages.map(([, text], i) => [`m${i}`, text])),
  });
  const say = t.rich as unknown as (key: string, values: Values) => unknown;
  const differing = messages.flatMap(([key, text], i) => {
    const compiled = compile(text);
    return NUMBERS.flatMap((_, round) => {
      const values = valuesOf(compiled, round);
      const [raw, built] = [
        say(`m${i}`, values),
        format(compiled, locale, values, { formats, formatters, timeZone }),
      ].map(asText);
      return raw === built && built !== "" ? [] : [{ key, values, raw, built }];
    });
  });
  expect(messages.length).toBeGreaterThan(1000);
  expect(differing).toEqual([]);
});
