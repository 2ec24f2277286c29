import { describe, expect, test } from "vitest";
import { canServe } from "../rules";
import { canBecome, canJoin, peopleOf, seatsToAsk } from "./rules";

const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) => (answer.ok ? "ok" : answer.refusal?.code);

describe("PJ3: one joins with a competence held or a contact told without its data", () => {
  const facts = { state: "IDEA", isIn: false, heldCompetenceIds: [7] } as const;
  test.each([
    ["a competence held", { brings: "COMPETENCE", competenceId: 7, contact: "" }, {}, "ok"],
    ["one not held", { brings: "COMPETENCE", competenceId: 8, contact: "" }, {}, "project.competenceNotHeld"],
    ["none named", { brings: "COMPETENCE", competenceId: null, contact: "" }, {}, "project.competenceNotHeld"],
    ["a contact", { brings: "CONTACT", competenceId: null, contact: "chi dirige l’ufficio" }, {}, "ok"],
    [
      "a contact’s number",
      { brings: "CONTACT", competenceId: null, contact: "chiama 333 1234567" },
      {},
      "project.contactDiscloses",
    ],
    ["twice", { brings: "COMPETENCE", competenceId: 7, contact: "" }, { isIn: true }, "project.alreadyIn"],
    [
      "what is a proposal",
      { brings: "COMPETENCE", competenceId: 7, contact: "" },
      { state: "PROPOSED" },
      "project.notAnIdea",
    ],
  ] as const)("%s", (_case, draft, change, code) => {
    expect(codeOf(canJoin(draft, { ...facts, ...change }))).toBe(code);
  });
});

test("P59: whoever leads an idea counts once, also when they joined it before", () => {
  const dreamers = [{ memberId: "a" }, { memberId: "b" }];
  expect(peopleOf("o", dreamers)).toBe(3);
  expect(peopleOf("a", dreamers)).toBe(2);
  expect(peopleOf(null, dreamers)).toBe(2);
});

describe("P59: an idea becomes a proposal", () => {
  const dated = { deliverables: [{ row: 0, due: "2027-06-30" }] };
  const facts = { state: "IDEA", people: 3, peopleNeeded: 3 } as const;
  test.each([
    ["with enough people and a day", dated, {}, "ok"],
    ["one too few", dated, { people: 2 }, "project.tooFewYet"],
    ["with nothing dated", { deliverables: [{ row: 1, due: null }] }, {}, "project.needsDeliverable"],
    ["twice", dated, { state: "PROPOSED" }, "project.notAnIdea"],
  ] as const)("%s", (_case, papers, change, code) => {
    expect(codeOf(canBecome(papers, { ...facts, ...change }))).toBe(code);
  });
});

describe("PT2: who is asked about which seat", () => {
  const dreamer = (id: string, ...competenceIds: number[]) => ({ id, brings: "COMPETENCE" as const, competenceIds });
  const contact = (id: string) => ({ id, brings: "CONTACT" as const, competenceIds: [] });
  const seat = (id: string, competenceId: number | null, change = {}) => ({
    ...{ id, kind: "ROLE" as const, competenceId, isCritical: false, seats: 1 },
    ...change,
  });

  test("each at most one, the indispensable first, no more than there are seats", () => {
    const asked = seatsToAsk(
      [dreamer("a", 1, 10), dreamer("b", 1), dreamer("c", 1), dreamer("d", 5), contact("e")],
      [
        seat("useful", 1),
        seat("critical", 1, { isCritical: true }),
        seat("area", 10),
        seat("who", null, { kind: "CONTACT" }),
      ],
    );
    expect([...asked]).toEqual([
      ["a", "critical"],
      ["b", "useful"],
      ["e", "who"],
    ]);
  });

  test("a competence below the one sought fits; a need without a competence asks nobody", () => {
    expect([...seatsToAsk([dreamer("a", 1, 10)], [seat("area", 10)])]).toEqual([["a", "area"]]);
    expect([...seatsToAsk([dreamer("a", 1)], [seat("any", null)])]).toEqual([]);
  });
});

test("a project serves values that are at home where it is, and no others", () => {
  expect(canServe(["care"], ["care", "frugality"]).ok).toBe(true);
  expect(canServe([], []).ok).toBe(true);
  expect(codeOf(canServe(["care", "pride"], ["care"]))).toBe("project.valueNotThere");
});
