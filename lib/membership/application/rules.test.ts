import { describe, expect, test } from "vitest";
import { doorNow, type EntryFacts, reapplyFrom } from "./rules";

const NOW = new Date("2026-11-21T10:00:00Z");
const declined = (days: number) => ({ closedAt: daysAgo(days), reapplyCooldownDays: 30 });
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

/** One place left, entry by application, an applicant with no history. */
const ASSOCIATION = {
  state: "OPEN",
  entry: "APPLICATION",
  memberLimit: 10,
  memberCount: 9,
  sponsorsRequired: 0,
} as const;
const APPLICANT = { state: null, hasPending: false, reapplyFrom: null, isInvited: false } as const;
const facts = (
  association: Partial<EntryFacts["association"]>,
  applicant: Partial<EntryFacts["applicant"]> = {},
): EntryFacts => ({
  now: NOW,
  association: { ...ASSOCIATION, ...association },
  applicant: { ...APPLICANT, ...applicant },
});
const said = (verdict: ReturnType<typeof doorNow>) => (verdict.ok ? verdict.value : verdict.refusal.code);

describe("through which door", () => {
  test.each([
    ["by application", facts({}), "APPLICATION"],
    ["at once", facts({ entry: "OPEN" }), "OPEN"],
    ["nobody asked them in", facts({ entry: "INVITATION" }), "membership.byInvitationOnly"],
    ["they were asked in", facts({ entry: "INVITATION" }, { isInvited: true }), "INVITATION"],
    ["M3: asked in while entry is by application", facts({}, { isInvited: true }), "INVITATION"],
    ["asked in where one word is asked for", facts({ sponsorsRequired: 1 }, { isInvited: true }), "INVITATION"],
    ["asked in where two words are asked for", facts({ sponsorsRequired: 2 }, { isInvited: true }), "APPLICATION"],
    ["M1: a member already", facts({ entry: "OPEN" }, { state: "ACTIVE" }), "membership.alreadyMember"],
    ["M1: in pause", facts({ entry: "OPEN" }, { state: "PAUSED" }), "membership.alreadyMember"],
    ["M1: left, and back at once", facts({ entry: "OPEN" }, { state: "LEFT" }), "OPEN"],
    [
      "once excluded, an open door leads to the stewards",
      facts({ entry: "OPEN" }, { state: "EXCLUDED" }),
      "APPLICATION",
    ],
    ["M9: once excluded, asked in", facts({}, { state: "EXCLUDED", isInvited: true }), "APPLICATION"],
    [
      "M9: once excluded, asked in where all are",
      facts({ entry: "INVITATION" }, { state: "EXCLUDED", isInvited: true }),
      "APPLICATION",
    ],
    [
      "M9: once excluded, asked in at an open door",
      facts({ entry: "OPEN" }, { state: "EXCLUDED", isInvited: true }),
      "APPLICATION",
    ],
    ["M4: one is waiting already", facts({}, { hasPending: true }), "membership.alreadyApplied"],
    [
      "M4: one is waiting already, though asked in",
      facts({}, { hasPending: true, isInvited: true }),
      "membership.alreadyApplied",
    ],
    [
      "M4: declined one day short of the cool-down",
      facts({}, { reapplyFrom: reapplyFrom(declined(29)) }),
      "membership.reapplyTooSoon",
    ],
    ["M4: declined exactly one cool-down ago", facts({}, { reapplyFrom: reapplyFrom(declined(30)) }), "APPLICATION"],
    [
      "declined yesterday and asked in today",
      facts({}, { reapplyFrom: reapplyFrom(declined(1)), isInvited: true }),
      "INVITATION",
    ],
    ["A5: no place is left", facts({ memberCount: 10 }), "membership.full"],
    ["A5: no place is left for somebody asked in", facts({ memberCount: 10 }, { isInvited: true }), "membership.full"],
    ["without a limit", facts({ memberLimit: null, memberCount: 10_000 }), "APPLICATION"],
    ["M7: nobody looks after it", facts({ state: "CUSTODY" }), "membership.inCustody"],
    ["it is closed", facts({ state: "CLOSED" }, { isInvited: true }), "membership.inCustody"],
  ])("%s", (_case, given, expected) => {
    expect(said(doorNow(given))).toBe(expected);
  });
});
