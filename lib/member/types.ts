/** The four parts of a profile: chi sono · valore che porto · a chi mi lego · di chi mi fido (promise P60). */
export const PROFILE_PARTS = ["who", "value", "ties", "trust"] as const;

export type ProfilePart = (typeof PROFILE_PARTS)[number];

/** What joining an association and proposing a project ask of a profile (rules M2, PJ1; promise P18). */
export type MinimumProfileFacts = {
  readonly name: string;
  readonly headline: string;
  readonly about: string;
  readonly valueBrought: string;
  readonly audience: string;
  readonly competences: number;
};

/** One missing thing of a minimum profile. */
export type MissingPart = keyof MinimumProfileFacts;
