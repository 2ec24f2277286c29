import { expect, test } from "vitest";
import { PROJECT_STATES } from "../types";
import { canHang, freePlace, PICTURES_MAX } from "./rules";

const said = (verdict: ReturnType<typeof canHang>) => (verdict.ok ? "ok" : verdict.refusal.code);

test("PJ7: pictures go with a result, and with one that is about to be written", () => {
  const open = PROJECT_STATES.filter((state) => canHang(state, { count: 0, given: 1 }).ok);
  expect(open).toEqual(["ACTIVE", "SUSPENDED", "COMPLETED"]);
  expect(said(canHang("IDEA", { count: 0, given: 1 }))).toBe("project.noResultYet");
});

test.each([
  [PICTURES_MAX - 1, 1, "ok"],
  [PICTURES_MAX, 1, "project.tooManyPictures"],
  [0, 0, "project.pictureWhich"],
  [0, 2, "project.pictureWhich"],
])("with %i there and %i given: %s", (count, given, code) => {
  expect(said(canHang("ACTIVE", { count, given }))).toBe(code);
});

test("a new one takes the first place that is free", () => {
  expect([freePlace([]), freePlace([0, 1]), freePlace([1, 2]), freePlace([0, 2])]).toEqual([0, 2, 0, 1]);
});
