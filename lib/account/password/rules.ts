import { fold, lengthOf } from "@/lib/core/text";

export const PASSWORD_CHARS_MIN = 15;
export const PASSWORD_CHARS_MAX = 200;
const DIFFERENT_CHARS_MIN = 6;
/** Who has just signed in has just proven who they are. */
export const FRESH_MINUTES = 15;

export type PasswordFacts = {
  readonly hasVerifiedEmail: boolean;
  readonly hasPassword: boolean;
  readonly sessionStartedAt: Date;
  readonly email: string;
  readonly name: string;
};

/** Whether the password in use must be given before it is changed or removed: not in a session that has just begun. */
export function needsCurrentPassword(
  facts: Pick<PasswordFacts, "hasPassword" | "sessionStartedAt">,
  now: Date,
): boolean {
  return facts.hasPassword && now.getTime() - facts.sessionStartedAt.getTime() > FRESH_MINUTES * 60_000;
}

/** Whether a password is one of the first that somebody who knows the person would try, or hardly varies. */
export function isGuessable(password: string, { email, name }: Pick<PasswordFacts, "email" | "name">): boolean {
  const folded = fold(password);
  const bare = (text: string) => fold(text).replace(/[^a-z0-9]/g, "");
  if (new Set(folded).size < DIFFERENT_CHARS_MIN) return true;
  // What is left of it once their own names are taken out.
  const own = [email, email.split("@")[0] ?? "", name, ...name.split(/\s+/)]
    .map(bare)
    .filter((word) => lengthOf(word) > 2);
  const rest = own.reduce((left, word) => left.replaceAll(word, ""), bare(password));
  return rest.length < DIFFERENT_CHARS_MIN;
}
