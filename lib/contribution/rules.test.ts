import { expect, test } from "vitest";
import { addDays } from "@/lib/core/duration";
import { inputOf, refusalsOf } from "@/lib/form/reading";
import { canDeclare, canJudge, type DeclareFacts, hasLapsed, type JudgeFacts } from "./rules";
import { declareInput } from "./schema";

const NOW = new Date("2026-11-21T10:00:00Z");
const MOMENT = 1 / 86_400_000;
const codeOf = (verdict: { ok: boolean; refusal?: { code: string } }) => (verdict.ok ? "ok" : verdict.refusal?.code);

const DECLARING: DeclareFacts = {
  now: NOW,
  today: "2026-11-21",
  projectStartedOn: "2026-10-01",
  endedAt: null,
  isParticipant: true,
  membership: null,
};
const IN_STEP = { isListening: false, isStatementOver: false, isCharterOverdue: false, bars: [] };
const MEMBER = { state: "ACTIVE", ...IN_STEP } as const;
const PAUSED = { membership: { ...MEMBER, state: "PAUSED" } } as const;
const OVERDUE = { membership: { ...MEMBER, isCharterOverdue: true } };
const LISTENING = { membership: { ...MEMBER, isListening: true } };

test.each([
  ["a participant, today", {}, "2026-11-21", "ok"],
  ["on the day the project was proposed", {}, "2026-10-01", "ok"],
  ["the day before that", {}, "2026-09-30", "contribution.beforeProject"],
  ["tomorrow", {}, "2026-11-22", "contribution.inFuture"],
  ["somebody outside", { isParticipant: false }, "2026-11-21", "contribution.notParticipant"],
  ["M10: a participant in pause in its association", PAUSED, "2026-11-21", "membership.notActive"],
  ["M11: a participant who owes a word on the charter", OVERDUE, "2026-11-21", "membership.charterOverdue"],
  ["a participant who only listens there", LISTENING, "2026-11-21", "ok"],
  ["exactly 30 days after the end", { endedAt: addDays(NOW, -30) }, "2026-10-20", "ok"],
  ["a moment beyond 30 days", { endedAt: addDays(NOW, -30 - MOMENT) }, "2026-10-20", "contribution.tooLate"],
])("PJ5: declaring, %s", (_when, change, doneOn, code) => {
  expect(codeOf(canDeclare({ ...DECLARING, ...change }, doneOn))).toBe(code);
});

const CONFIRMING: JudgeFacts = {
  now: NOW,
  state: "DECLARED",
  declaredAt: addDays(NOW, -21),
  isAuthor: false,
  isInProject: true,
  isWitness: true,
  membership: null,
};

test.each([
  ["another participant, on the 21st day", {}, "ok"],
  ["a moment beyond 21 days", { declaredAt: addDays(NOW, -21 - MOMENT) }, "contribution.lapsed"],
  ["its author", { isAuthor: true }, "contribution.ownWork"],
  ["its author, who owns the project too", { isAuthor: true, isInProject: false }, "contribution.ownWork"],
  ["somebody outside", { isWitness: false }, "contribution.notParticipant"],
  ["M10: a participant in pause in its association", PAUSED, "membership.notActive"],
  ["M11: a participant who owes a word on the charter", OVERDUE, "membership.charterOverdue"],
  ["a participant who only listens there", LISTENING, "ok"],
  ["whoever the charter does not let", { isWitness: false, isInProject: false }, "contribution.notWitness"],
  ["once rejected", { state: "REJECTED" }, "contribution.alreadyRejected"],
  ["twice", { state: "CONFIRMED" }, "contribution.alreadyConfirmed"],
  ["once lapsed", { state: "LAPSED", declaredAt: NOW }, "contribution.lapsed"],
] as const)("PJ5: confirming or rejecting, %s", (_when, change, code) => {
  expect(codeOf(canJudge({ ...CONFIRMING, ...change }))).toBe(code);
});

test("PJ5: it lapses after 21 days, not on the 21st", () => {
  expect(hasLapsed(NOW, addDays(NOW, 21))).toBe(false);
  expect(hasLapsed(NOW, addDays(NOW, 21 + MOMENT))).toBe(true);
});

test.each([
  ["", null],
  ["1", 60],
  ["1,5", 90],
  ["0.5", 30],
  ["400", 24_000],
  ["0", "validation.outOfRange"],
  ["401", "validation.outOfRange"],
  ["1.25", "validation.halfHours"],
  ["due", "validation.halfHours"],
])("«%s» hours are %s", (hours, expected) => {
  const form = new FormData();
  const all = { slug: "lavatoio", kind: "TIME", title: "Relazione", hours, doneOn: "2026-11-20" };
  for (const [name, value] of Object.entries(all)) form.append(name, value);
  const parsed = declareInput.safeParse(inputOf(form, []));
  expect(parsed.success ? parsed.data.hours : refusalsOf(parsed.error.issues)[0]?.code).toBe(expected);
});
