import type { Actor } from "@/lib/auth/actor";

const NOBODY = "00000000-0000-7000-8000-000000000000";

/** A verified, unsuspended actor; override what the test is about. */
export function anActor(overrides: Partial<Actor> = {}): Actor {
  const base = {
    accountId: NOBODY,
    memberId: NOBODY,
    sessionId: NOBODY,
    handle: "ada",
    name: "Ada Prova",
    photoId: null,
    hasVerifiedEmail: true,
    isSuspended: false,
    formKey: null,
    action: "",
  };
  return { ...base, ...overrides } as Actor;
}
