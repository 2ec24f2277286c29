import { describe, expect, test } from "vitest";
import { addDays } from "@/lib/core/duration";
import { inputOf, refusalsOf } from "@/lib/form/reading";
import { PROJECT_STATES } from "../types";
import {
  canDecline,
  canOffer,
  canWithdraw,
  disclosesContact,
  namesSomething,
  type OfferFacts,
  outcomeOfYes,
} from "./rules";
import { offerInput } from "./schema";

const NOW = new Date("2026-11-21T10:00:00Z");
const FACTS: OfferFacts = {
  now: NOW,
  state: "FEASIBILITY",
  heldCompetenceIds: [7],
  hasOpenOffer: false,
  lastDeclinedAt: null,
};
const codeOf = (verdict: { ok: boolean; refusal?: { code: string } }) => (verdict.ok ? "ok" : verdict.refusal?.code);

test.each([
  ["nothing stands in the way", {}, "ok"],
  ["PJ2: the project is suspended, and may lack somebody to go on", { state: "SUSPENDED" }, "ok"],
  ["PJ3: the project is over", { state: "COMPLETED" }, "project.notOpenToOffers"],
  ["PJ4: a person holds a need once", { hasOpenOffer: true }, "project.alreadyOffered"],
  [
    "PT3: «non ora» 90 days ago less a second",
    { lastDeclinedAt: addDays(NOW, -90 + 1 / 86_400) },
    "project.offeredTooSoon",
  ],
  ["PT3: «non ora» exactly 90 days ago", { lastDeclinedAt: addDays(NOW, -90) }, "ok"],
] as const)("offering: %s", (_when, change, code) => {
  expect(codeOf(canOffer({ ...FACTS, ...change }))).toBe(code);
});

test.each([
  ["a competence of one's own", { brings: "COMPETENCE", competenceId: 7, contact: "" }, "ok"],
  [
    "a competence one does not hold",
    { brings: "COMPETENCE", competenceId: 8, contact: "" },
    "project.competenceNotHeld",
  ],
  ["no competence at all", { brings: "COMPETENCE", competenceId: null, contact: "" }, "project.competenceNotHeld"],
  ["a contact in words", { brings: "CONTACT", competenceId: null, contact: "Chi dirige l’ufficio patrimonio" }, "ok"],
  [
    "a contact by its address",
    { brings: "CONTACT", competenceId: null, contact: "ada@example.org" },
    "project.contactDiscloses",
  ],
] as const)("PJ3: one comes in with %s: %s", (_what, draft, code) => {
  expect(codeOf(namesSomething(draft, FACTS))).toBe(code);
});

test.each([
  ["la presidente della Circoscrizione 7", false],
  ["chi cura il bando 2026-2027", false],
  ["scrivi a mario.rossi@example.org", true],
  ["tel. 011 55 66 778", true],
  ["+39 333.123.45.67", true],
  ["https://example.org/mario", true],
  ["www.example.org", true],
])("«%s» discloses somebody else: %s", (text, discloses) => {
  expect(disclosesContact(text)).toBe(discloses);
});

describe("PJ4: the owner's yes", () => {
  const facts = {
    projectState: "FEASIBILITY",
    state: "WAITING",
    seats: 1,
    accepted: 0,
    queuedBefore: 0,
    isTermOver: false,
  } as const;
  test.each([
    ["a seat is free", {}, "ACCEPTED"],
    ["the last seat is taken", { accepted: 1 }, "QUEUED"],
    ["a seat is free, but somebody queued before", { queuedBefore: 1 }, "QUEUED"],
    ["first in the queue, a seat has opened", { state: "QUEUED" }, "ACCEPTED"],
    ["second in the queue, a seat has opened", { state: "QUEUED", queuedBefore: 1 }, "project.notFirst"],
    ["in the queue, still full", { state: "QUEUED", accepted: 1 }, "QUEUED"],
    ["A4: accepted already", { state: "ACCEPTED", accepted: 1 }, "ACCEPTED"],
    ["declined before", { state: "DECLINED" }, "project.offerClosed"],
    ["withdrawn meanwhile", { state: "WITHDRAWN" }, "project.offerClosed"],
    ["the project is suspended", { projectState: "SUSPENDED" }, "ACCEPTED"],
    ["the project is over", { projectState: "ABANDONED" }, "project.notOpenToOffers"],
    ["the last day they had said has gone by", { isTermOver: true }, "project.offerTermOver"],
    ["A4: accepted already, that day gone by", { state: "ACCEPTED", isTermOver: true }, "ACCEPTED"],
  ] as const)("%s: %s", (_when, change, expected) => {
    const verdict = outcomeOfYes({ ...facts, ...change });
    expect(verdict.ok ? verdict.value : verdict.refusal.code).toBe(expected);
  });
});

test.each([
  ["WAITING", "ok", "ok", "ok"],
  ["QUEUED", "ok", "ok", "ok"],
  ["ACCEPTED", "project.offerClosed", "ok", "project.offerClosed"],
  ["DECLINED", "ok", "project.offerClosed", "project.offerClosed"],
  ["WITHDRAWN", "project.offerClosed", "ok", "ok"],
] as const)("%s: «non ora» %s, taken back %s, after the end %s", (state, decline, withdraw, late) => {
  expect(codeOf(canDecline(state))).toBe(decline);
  for (const project of PROJECT_STATES) {
    const isOver = project === "COMPLETED" || project === "ABANDONED";
    expect(codeOf(canWithdraw(state, project)), project).toBe(isOver ? late : withdraw);
  }
});

describe("PJ3: the form refuses", () => {
  const NEED = "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";
  const refusals = (change: Record<string, string>) => {
    const form = new FormData();
    const all = {
      needId: NEED,
      brings: "COMPETENCE",
      competence: "accounting",
      contact: "",
      message: "",
      hours: "",
      ...change,
    };
    for (const [name, value] of Object.entries(all)) form.append(name, value);
    const parsed = offerInput.safeParse(inputOf(form, []));
    return parsed.success ? [] : refusalsOf(parsed.error.issues).map(({ code, field }) => `${field}: ${code}`);
  };
  test.each([
    ["nothing, when a competence is named", {}, []],
    ["a free text alone", { competence: "", message: "Vorrei aiutare" }, ["competence: validation.choose"]],
    ["a contact without words", { brings: "CONTACT", message: "Conosco qualcuno" }, ["contact: validation.required"]],
    ["something else to bring", { brings: "MONEY" }, ["brings: validation.choose"]],
    ["zero hours", { hours: "0" }, ["hours: validation.outOfRange"]],
    ["a forged state", { state: "ACCEPTED" }, ["undefined: validation.unexpected"]],
  ])("%s", (_what, change, expected) => {
    expect(refusals(change)).toEqual(expected);
  });
});
