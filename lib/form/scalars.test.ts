import { expect, test } from "vitest";
import type * as z from "zod";
import { line, optional, paragraph, wholeNumber } from "./scalars";

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
