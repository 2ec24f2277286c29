import { PROFILE_PARTS, type ProfilePart } from "../types";

/** How each part is called in an address, in the language of the page. */
const SLUGS: Readonly<Record<"it" | "en", Readonly<Record<ProfilePart, string>>>> = {
  it: { who: "chi-sono", value: "valore-che-porto", ties: "a-chi-mi-lego", trust: "di-chi-mi-fido" },
  en: { who: "who-i-am", value: "value-i-bring", ties: "who-i-connect-with", trust: "who-i-trust" },
};

/** The last step of the address of a part. */
export function partSlug(part: ProfilePart, locale: "it" | "en"): string {
  return SLUGS[locale][part];
}

/** The part an address names, in either language or by its plain name; null for anything else. */
export function partNamed(slug: string): ProfilePart | null {
  return PROFILE_PARTS.find((part) => [part, SLUGS.it[part], SLUGS.en[part]].includes(slug)) ?? null;
}
