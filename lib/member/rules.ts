import type { MinimumProfileFacts, MissingPart } from "./types";

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
