import { expect, test } from "vitest";
import { isInside, type Place, takesPart } from "./rules";

const PLACE: Place = { isParticipant: true, isOwner: false, hasAssociation: true, isMember: false };

test.each<[string, Partial<Place>, boolean, boolean]>([
  // whose place                                                    inside  once it ended
  ["who sits in it", {}, true, true],
  ["who has no part in it", { isParticipant: false, isMember: true }, false, false],
  ["its owner", { isOwner: true, isMember: true }, true, true],
  ["M8: its owner, who left the association", { isOwner: true }, false, true],
  ["the owner of a personal project", { isOwner: true, hasAssociation: false }, true, true],
])("A2, PJ5: %s", (_who, change, inside, afterwards) => {
  const place = { ...PLACE, ...change };
  expect(isInside(place)).toBe(inside);
  expect(takesPart(place, { hasEnded: false })).toBe(inside);
  expect(takesPart(place, { hasEnded: true })).toBe(afterwards);
});
