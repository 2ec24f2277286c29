import fc from "fast-check";
import { expect, test } from "vitest";
import { audienceOf, flagsOf, isOpenTo } from "./audience/rules";
import { isReadableBy, visibleProfile } from "./rules";
import { AUDIENCES, PROFILE_FIELDS, type Profile, type ProfileField, REACHES, type Relation } from "./types";

const RELATIONS = ["visitor", "member", "sharedAssociation", "self"] as const satisfies readonly Relation[];

/** Where each part stands in a profile; belongings have a test of their own. */
const PLACES: Record<Exclude<ProfileField, "MEMBERSHIPS" | "SAID_DONE" | "DEEDS">, readonly (keyof Profile)[]> = {
  PHOTO: ["photoId"],
  PLACE: ["placeSlug"],
  LANGUAGES: ["languages"],
  ABOUT: ["about"],
  STORY: ["story"],
  VALUE_BROUGHT: ["valueBrought"],
  COMPETENCES: ["competences"],
  OFFERS: ["offers"],
  ASKS: ["asks"],
  AUDIENCE: ["audience"],
  VALUES: ["values"],
  VISION: ["vision"],
  EMAIL: ["email"],
};

const exchange = { id: "1", title: "Due ore", kind: "TIME" as const, locale: "it", competence: null, untilOn: null };

function aProfile(overrides: Partial<Profile> = {}): Profile {
  return {
    id: "id",
    handle: "ada",
    name: "Ada Prova",
    headline: "Ingegnera",
    contentLocale: "it",
    joinedAt: "2026-01-01T00:00:00Z",
    isListed: true,
    isPublic: true,
    isIndexed: true,
    isAskable: true,
    audiences: {},
    photoId: "photo",
    placeSlug: "bologna",
    languages: ["it"],
    about: "about",
    story: "story",
    valueBrought: "brought",
    audience: "audience",
    vision: "vision",
    email: "ada@example.org",
    competences: [{ slug: "tax-advice", level: 3 }],
    offers: [exchange],
    asks: [exchange],
    values: ["trust"],
    memberships: [],
    ...overrides,
  };
}

const audiences = fc.dictionary(fc.constantFrom(...PROFILE_FIELDS), fc.constantFrom(...AUDIENCES));
const relation = fc.constantFrom(...RELATIONS);
const isEmpty = (value: unknown) => value === null || value === "" || (Array.isArray(value) && value.length === 0);

test("PV1: each part shows exactly to those who belong to its audience", () => {
  fc.assert(
    fc.property(audiences, relation, (chosen, viewer) => {
      const seen = visibleProfile(aProfile({ audiences: chosen }), viewer);
      for (const [field, keys] of Object.entries(PLACES)) {
        const isOpen = isOpenTo(audienceOf(chosen, field as ProfileField), viewer);
        for (const key of keys) expect(isEmpty(seen?.[key as "about"]), `${field} for ${viewer}`).toBe(!isOpen);
      }
    }),
  );
});

test("A2: what is closed and what is empty look the same", () => {
  fc.assert(
    fc.property(audiences, relation, (chosen, viewer) => {
      const closed = (field: ProfileField) => !isOpenTo(audienceOf(chosen, field), viewer);
      const emptied = Object.entries(PLACES)
        .filter(([field]) => closed(field as ProfileField))
        .flatMap(([, keys]) =>
          keys.map((key) => [
            key,
            key === "photoId" || key === "placeSlug" || key === "email" ? null : key.match(/s$/) ? [] : "",
          ]),
        );
      const bare = aProfile({ audiences: chosen, ...Object.fromEntries(emptied) });
      expect(visibleProfile(bare, viewer)).toEqual(visibleProfile(aProfile({ audiences: chosen }), viewer));
    }),
  );
});

test("PV1: choices about who sees what never leave with the profile", () => {
  for (const viewer of RELATIONS) {
    const seen = visibleProfile(aProfile({ audiences: { ABOUT: "ONLY_ME" } }), viewer);
    for (const key of ["audiences", "isListed", "isPublic", "isAskable"]) expect(seen).not.toHaveProperty(key);
  }
});

test.each([
  ["UNLISTED", [false, false, true, true]],
  ["MEMBERS", [false, true, true, true]],
  ["PUBLIC", [true, true, true, true]],
  ["INDEXED", [true, true, true, true]],
] as const)("PV2: with reach %s a profile exists for visitor, member, companion, owner: %j", (reach, expected) => {
  expect(REACHES).toContain(reach);
  expect(RELATIONS.map((viewer) => isReadableBy(flagsOf(reach), viewer))).toEqual(expected);
  expect(RELATIONS.map((viewer) => visibleProfile(aProfile(flagsOf(reach)), viewer) !== null)).toEqual(expected);
});

const belonging = { slug: "lume", name: "Lume", values: [], since: "2026-01-01T00:00:00Z" };

test.each([
  // isVisible, isShared, audience, then who sees it: visitor, member, companion, owner
  [false, false, "PUBLIC", [false, false, false, true]],
  [true, false, "PUBLIC", [true, true, true, true]],
  [true, false, "MEMBERS", [false, true, true, true]],
  [true, false, "ONLY_ME", [false, false, false, true]],
  [false, true, "ONLY_ME", [true, true, true, true]],
] as const)(
  "PV1: a belonging opened=%s shared=%s with audience %s shows to %j",
  (isVisible, isShared, audience, expected) => {
    const profile = aProfile({
      audiences: { MEMBERSHIPS: audience },
      memberships: [{ ...belonging, isVisible, isShared }],
    });
    const sees = RELATIONS.map((viewer) => visibleProfile(profile, viewer)?.memberships.length === 1);
    expect(sees).toEqual(expected);
  },
);

test("a belonging says nothing about how it was opened", () => {
  const profile = aProfile({ memberships: [{ ...belonging, isVisible: true, isShared: true }] });
  expect(visibleProfile(profile, "member")?.memberships).toEqual([belonging]);
});

test("PV1, T1: what came of one's commitments is closed until its owner opens it, and then open to that audience alone", () => {
  for (const relation of RELATIONS) {
    expect(visibleProfile(aProfile(), relation)?.showsRecord).toBe(relation === "self");
    for (const audience of AUDIENCES)
      expect(visibleProfile(aProfile({ audiences: { SAID_DONE: audience } }), relation)?.showsRecord).toBe(
        isOpenTo(audience, relation),
      );
  }
});
