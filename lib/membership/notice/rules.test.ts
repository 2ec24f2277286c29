import { expect, test } from "vitest";
import it from "@/lib/i18n/messages/it";
import { DONE, doneOf } from "./rules";

test("each has a sentence", () => {
  expect(Object.keys(it.membership.done).toSorted()).toEqual([...DONE].toSorted());
});

test.each([
  ["left", "left"],
  ["__proto__", null],
  ["anything", null],
  [["left"], null],
  [undefined, null],
])("%o calls up %o", (given, done) => {
  expect(doneOf(given)).toBe(done);
});
