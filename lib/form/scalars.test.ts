import { expect, test } from "vitest";
import * as z from "zod";
import {
  checkbox,
  day,
  email,
  id,
  line,
  mustTick,
  oneOf,
  optional,
  paragraph,
  personName,
  rows,
  slug,
  wholeNumber,
  whom,
} from "./scalars";

const messages = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ message }) => message) ?? "fine";

test.each([
  ["an empty line", line(5), "  ", ["required"]],
  ["an absent line", line(5), undefined, ["required"]],
  ["a line one too short", line(5, 3), "ab", ["tooShort"]],
  ["a line just long enough", line(5, 3), "abc", "fine"],
  ["a line of five letters with accents", line(5), "aèìòù", "fine"],
  ["a line one too long", line(5), "abcdef", ["tooLong"]],
  ["an empty line where none is needed", line(5, 0), " ", "fine"],
  ["an empty paragraph", paragraph(5), "\r\n", ["required"]],
  ["an optional line, left empty", optional(line(5)), "", "fine"],
  ["an optional line, left out", z.strictObject({ a: optional(line(5)) }), {}, "fine"],
  ["an optional line sent twice", optional(line(5)), ["a", "b"], ["required"]],
  ["an optional line, too long", optional(line(5)), "abcdef", ["tooLong"]],
  ["an optional number that is none", optional(wholeNumber(1, 5)), "x", ["notANumber"]],
  ["an empty day", day(), "", ["required"]],
  ["a day that does not exist", day(), "2026-02-29", ["notADay"]],
  ["a leap day", day(), "2028-02-29", "fine"],
  ["a choice not on the list", oneOf(["a", "b"]), "c", ["choose"]],
  ["no choice", oneOf(["a", "b"]), undefined, ["choose"]],
  ["a tick that must be there", mustTick(), undefined, ["mustTick"]],
  ["a tick of another value", checkbox(), "yes", ["invalid"]],
  ["an id", id(), "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b", "fine"],
  ["no id", id(), "1", ["invalid"]],
  ["a slug", slug(), "orto-2", "fine"],
  ["a slug that climbs", slug(), "../orto", ["invalid"]],
  ["a slug of 81 letters", slug(), "a".repeat(81), ["invalid"]],
  ["an address", email(), "ada@example.org", "fine"],
  ["no address", email(), "  ", ["required"]],
  ["an address without a domain", email(), "ada@", ["notAnEmail"]],
  ["an address without a dot", email(), "ada@localhost", ["notAnEmail"]],
  ["two addresses", email(), "ada@example.org,eva@example.org", ["notAnEmail"]],
  ["an address of 255 characters", email(), `${"a".repeat(243)}@example.org`, ["notAnEmail"]],
  ["a name", personName(), "Zoë d’Àncona-Müller", "fine"],
  ["no name", personName(), "  ", ["required"]],
  ["a name of one letter", personName(), "A", ["tooShort"]],
  ["a name of two", personName(), "Al", "fine"],
  ["a name of 81 letters", personName(), "a".repeat(81), ["tooLong"]],
  ["a name without letters", personName(), "12 34", ["characters"]],
  ["a name with a zero-width space", personName(), "Ada\u200BProva", ["characters"]],
  ["a name with a soft hyphen", personName(), "Ada\u00ADProva", ["characters"]],
  ["somebody by name", whom(), "Nicolò  Dall’Ò", "fine"],
  ["somebody by username", whom(), "@marta-bevilacqua", "fine"],
  ["nobody", whom(), "  ", ["required"]],
  ["a name of 80 letters", whom(), "è".repeat(80), "fine"],
  ["a whole name too long", whom(), "è".repeat(81), ["tooLong"]],
  ["no number", wholeNumber(1, 5), "", ["required"]],
  ["a word for a number", wholeNumber(1, 5), "tre", ["notANumber"]],
  ["a number below", wholeNumber(1, 5), "0", ["outOfRange"]],
  ["the lowest number", wholeNumber(1, 5), "1", "fine"],
  ["the highest number", wholeNumber(1, 5), "5", "fine"],
  ["a word for a number one may leave out", optional(wholeNumber(1, 5)), "tre", ["notANumber"]],
  ["a number above", wholeNumber(1, 5), "6", ["outOfRange"]],
])("%s says one thing at most", (_what, schema, value, expected) => {
  expect(messages(schema, value)).toEqual(expected);
});

test.each([
  ["", null],
  ["  ", null],
  [undefined, null],
  ["3", 3],
])("a number one may leave out: %o is %o", (value, expected) => {
  expect(optional(wholeNumber(1, 5)).parse(value)).toBe(expected);
});

test.each([
  ["spaces around and within a line", line(20), "  Ada \n  Prova ", "Ada Prova"],
  ["letters with their accent apart", line(20), "perche\u0301", "perché"],
  ["line ends", paragraph(20), " a\r\nb\rc ", "a\nb\nc"],
  ["an optional line left empty", optional(line(5)), "", null],
  ["an optional line that is absent", optional(line(5)), undefined, null],
  ["a ticked box", checkbox(), "on", true],
  ["an unticked box", checkbox(), undefined, false],
  ["capitals and spaces of an address", email(), " Ada@Example.ORG ", "ada@example.org"],
  ["a negative number", wholeNumber(-5, 5), " -5 ", -5],
])("%s become what is kept", (_what, schema, value, kept) => {
  expect(schema.parse(value)).toBe(kept);
});

test.each(["1e3", "0x10", "1.5", "1,5", "1 000", "٣", "9999999999"])("«%s» is no whole number here", (typed) => {
  expect(messages(wholeNumber(0, 2000), typed)).toEqual(["notANumber"]);
});

test("a file in the place of a row is refused, not taken for a row left blank", () => {
  const lines = rows(line(5), { min: 1, max: 3 });
  expect(lines.parse(["Ada", "", undefined])).toEqual(["Ada"]);
  expect(lines.safeParse(["Ada", new File(["x"], "x.txt")]).success).toBe(false);
});
