declare const proven: unique symbol;

/**
 * The signed-in member on whose behalf something runs. Only lib/auth/session mints one
 * (tests: lib/testing/actors), so holding an Actor proves a session; for jobs and feeds, lib/auth/standing mints one that reads.
 */
export type Actor = {
  readonly accountId: string;
  readonly memberId: string;
  readonly sessionId: string;
  readonly handle: string;
  readonly name: string;
  readonly photoId: string | null;
  readonly hasVerifiedEmail: boolean;
  readonly isSuspended: boolean;
  /** One-time key of the form being submitted; spent by the transaction it causes (rule A7). Null outside forms. */
  readonly formKey: string | null;
  /** Name of the action the form calls: its key is good for that one alone. Empty outside forms. */
  readonly action: string;
  readonly [proven]: true;
};

/** Whoever is looking: a member, or a visitor who is not signed in. */
export type Viewer = Actor | null;

/** The same actor, submitting the form with this key to this action. */
export function submitting(actor: Actor, formKey: string, action = ""): Actor {
  return { ...actor, formKey, action };
}

/** Why somebody who is signed in may not write at all; null when they may. */
export function writingRefusal(actor: Actor): "common.unverified" | "common.suspended" | null {
  if (actor.isSuspended) return "common.suspended";
  return actor.hasVerifiedEmail ? null : "common.unverified";
}
