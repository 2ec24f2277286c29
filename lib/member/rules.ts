import { audienceOf, isOpenTo } from "./audience/rules";
import type {
  Audiences,
  MinimumProfileFacts,
  MissingPart,
  OwnMembership,
  Profile,
  ProfileField,
  ReachFlags,
  Relation,
  ShownMembership,
  VisibleProfile,
} from "./types";

const TEXTS = ["name", "headline", "about", "valueBrought", "audience"] as const;

/** What a profile still lacks before its owner may join an association or propose a project (rule M2, promise P18). */
export function missingProfileParts(facts: MinimumProfileFacts): MissingPart[] {
  const texts = TEXTS.filter((part) => facts[part].trim() === "");
  return facts.competences > 0 ? texts : [...texts, "competences"];
}

/** Whether a profile says who its owner is, what they bring and to whom (rule M2). */
export function hasMinimumProfile(facts: MinimumProfileFacts): boolean {
  return missingProfileParts(facts).length === 0;
}

/** Whether a profile exists at all for somebody in that relation (rules A2, PV2). */
export function isReadableBy(flags: ReachFlags, relation: Relation): boolean {
  if (relation === "visitor") return flags.isPublic;
  return relation !== "member" || flags.isListed;
}

/** Whether one part of a profile shows to somebody in that relation (rule PV1). */
export function shows(
  subject: ReachFlags & { readonly audiences: Audiences },
  field: ProfileField,
  relation: Relation,
): boolean {
  return isReadableBy(subject, relation) && isOpenTo(audienceOf(subject.audiences, field), relation);
}

/**
 * The one serializer of profiles (rule PV1): every page, preview, feed and export of a profile shows what comes out of here.
 * Null when whoever looks must not learn that the profile exists.
 */
export function visibleProfile(profile: Profile, relation: Relation): VisibleProfile | null {
  if (!isReadableBy(profile, relation)) return null;
  const { audiences: _audiences, isListed: _listed, isPublic: _public, isAskable: _askable, ...rest } = profile;
  const opens = (field: ProfileField) => shows(profile, field, relation);
  const text = (field: ProfileField, value: string) => (opens(field) ? value : "");
  const list = <T>(field: ProfileField, values: readonly T[]) => (opens(field) ? values : []);
  return {
    ...rest,
    photoId: opens("PHOTO") ? profile.photoId : null,
    placeSlug: opens("PLACE") ? profile.placeSlug : null,
    languages: list("LANGUAGES", profile.languages),
    about: text("ABOUT", profile.about),
    story: text("STORY", profile.story),
    valueBrought: text("VALUE_BROUGHT", profile.valueBrought),
    audience: text("AUDIENCE", profile.audience),
    vision: text("VISION", profile.vision),
    email: opens("EMAIL") ? profile.email : null,
    competences: list("COMPETENCES", profile.competences),
    offers: list("OFFERS", profile.offers),
    asks: list("ASKS", profile.asks),
    values: list("VALUES", profile.values),
    showsRecord: opens("SAID_DONE"),
    memberships: profile.memberships.filter((one) => isShown(one, relation, opens("MEMBERSHIPS"))).map(shown),
  };
}

/** A belonging shows to its owner, to those who share it, and to the audience of belongings once its owner opened it. */
function isShown({ isVisible, isShared }: OwnMembership, relation: Relation, isOpen: boolean): boolean {
  return relation === "self" || isShared || (isVisible && isOpen);
}

function shown({ slug, name, values, since }: OwnMembership): ShownMembership {
  return { slug, name, values, since };
}

/** One's own profile as somebody in that relation would meet it: whoever shares an association sees that belonging. */
export function profileAs(profile: Profile, relation: Relation): Profile {
  const isShared = relation === "sharedAssociation";
  return { ...profile, memberships: profile.memberships.map((one) => ({ ...one, isShared })) };
}
