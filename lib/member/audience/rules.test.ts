import { describe, expect, test } from "vitest";
import { AUDIENCES, PROFILE_FIELDS, REACHES, type Relation } from "../types";
import { audienceOf, DEFAULT_AUDIENCES, flagsOf, isOpenTo, overridesOf, reachOf } from "./rules";

describe("who belongs to an audience", () => {
  test.each([
    ["visitor", ["PUBLIC"]],
    ["member", ["PUBLIC", "MEMBERS"]],
    ["sharedAssociation", ["PUBLIC", "MEMBERS", "SHARED_ASSOCIATIONS"]],
    ["self", [...AUDIENCES]],
  ] as [Relation, string[]][])("PV1: %s belongs to exactly %j", (relation, open) => {
    expect(AUDIENCES.filter((audience) => isOpenTo(audience, relation))).toEqual(open);
  });

  test("PV1: an address is not even for members until its owner opens it", () => {
    expect(isOpenTo(audienceOf({}, "EMAIL"), "sharedAssociation")).toBe(false);
    expect(isOpenTo(audienceOf({ EMAIL: "MEMBERS" }, "EMAIL"), "member")).toBe(true);
  });

  test("only choices that differ from the defaults are kept, and give back what was chosen", () => {
    expect(overridesOf(DEFAULT_AUDIENCES)).toEqual({});
    const chosen = { ...DEFAULT_AUDIENCES, ABOUT: "ONLY_ME", STORY: "PUBLIC" } as const;
    expect(overridesOf(chosen)).toEqual({ ABOUT: "ONLY_ME", STORY: "PUBLIC" });
    for (const field of PROFILE_FIELDS) expect(audienceOf(overridesOf(chosen), field)).toBe(chosen[field]);
  });
});

describe("who finds a profile", () => {
  test.each(REACHES)("PV2: %s is one step of a ladder, there and back", (reach) => {
    expect(reachOf(flagsOf(reach))).toBe(reach);
  });

  test("PV2: each step holds those below it, so that nobody is indexed without being public", () => {
    expect(REACHES.map(flagsOf)).toEqual([
      { isListed: false, isPublic: false, isIndexed: false },
      { isListed: true, isPublic: false, isIndexed: false },
      { isListed: true, isPublic: true, isIndexed: false },
      { isListed: true, isPublic: true, isIndexed: true },
    ]);
  });
});
