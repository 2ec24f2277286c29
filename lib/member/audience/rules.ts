import {
  AUDIENCES,
  type Audience,
  type Audiences,
  type ProfileField,
  type Reach,
  type ReachFlags,
  type Relation,
} from "../types";

/**
 * Who sees a part of a profile until its owner says otherwise (rule PV1). The SQL function profile_audience_default says the
 * same to the search index; a test compares them.
 */
export const DEFAULT_AUDIENCES: Readonly<Record<ProfileField, Audience>> = {
  PHOTO: "PUBLIC",
  PLACE: "PUBLIC",
  LANGUAGES: "PUBLIC",
  ABOUT: "PUBLIC",
  STORY: "MEMBERS",
  VALUE_BROUGHT: "PUBLIC",
  COMPETENCES: "PUBLIC",
  OFFERS: "PUBLIC",
  ASKS: "MEMBERS",
  AUDIENCE: "PUBLIC",
  MEMBERSHIPS: "MEMBERS",
  VALUES: "PUBLIC",
  VISION: "MEMBERS",
  EMAIL: "CONNECTED",
  SAID_DONE: "ONLY_ME",
  DEEDS: "PUBLIC",
};

/** The narrowest audience each relation still belongs to. */
const REACHED: Readonly<Record<Relation, Audience>> = {
  visitor: "PUBLIC",
  member: "MEMBERS",
  sharedAssociation: "SHARED_ASSOCIATIONS",
  self: "ONLY_ME",
};

/** The audience of a part: the owner's choice, else the default. */
export function audienceOf(audiences: Audiences, field: ProfileField): Audience {
  return audiences[field] ?? DEFAULT_AUDIENCES[field];
}

/** Whether somebody in that relation belongs to the audience (rule PV1). */
export function isOpenTo(audience: Audience, relation: Relation): boolean {
  return AUDIENCES.indexOf(audience) <= AUDIENCES.indexOf(REACHED[relation]);
}

/** The choices that differ from the defaults: what the database keeps. */
export function overridesOf(chosen: Readonly<Record<ProfileField, Audience>>): Audiences {
  const differing = Object.entries(chosen).filter(
    ([field, audience]) => DEFAULT_AUDIENCES[field as ProfileField] !== audience,
  );
  return Object.fromEntries(differing);
}

/** Who finds the profile, as one step of a ladder (rule PV2). */
export function reachOf({ isListed, isPublic, isIndexed }: ReachFlags): Reach {
  if (isIndexed) return "INDEXED";
  if (isPublic) return "PUBLIC";
  return isListed ? "MEMBERS" : "UNLISTED";
}

/** The flags of a step: each one holds those below it. */
export function flagsOf(reach: Reach): ReachFlags {
  return {
    isListed: reach !== "UNLISTED",
    isPublic: reach === "PUBLIC" || reach === "INDEXED",
    isIndexed: reach === "INDEXED",
  };
}
