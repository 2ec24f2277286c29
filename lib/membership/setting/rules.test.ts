import { describe, expect, test } from "vitest";
import { canSetEntry, questionChanges } from "./rules";

const said = (verdict: ReturnType<typeof canSetEntry>) => (verdict.ok ? "ok" : verdict.refusal.code);

//   places, deciders asked for       members, admitters, deciders now
test.each([
  ["no limit, one decider", [null, 1], [9, 1, 1], "ok"],
  ["A5: as many places as members", [9, 1], [9, 1, 1], "ok"],
  ["A5: one place too few", [8, 1], [9, 1, 1], "membership.limitBelowMembers"],
  ["M6: two deciders where two admit", [null, 2], [9, 2, 1], "ok"],
  ["M6: two deciders where one admits", [null, 2], [9, 1, 1], "membership.twoDecideAlone"],
  ["M6: two deciders as founded, before a second admits", [null, 2], [1, 1, 2], "ok"],
  ["M6: back to one", [null, 1], [9, 1, 2], "ok"],
] as const)("%s", (_case, [memberLimit, decidersRequired], [memberCount, admitterCount, decidersNow], expected) => {
  const facts = { memberCount, admitterCount, decidersNow };
  const wanted = { entry: "APPLICATION" as const, memberLimit, decidersRequired, sponsorsRequired: 2 };
  expect(said(canSetEntry(wanted, facts))).toBe(expected);
});

test.each([
  ["OPEN", 0, "ok"],
  ["OPEN", 1, "membership.openAsksNobody"],
  ["APPLICATION", 2, "ok"],
  ["INVITATION", 1, "ok"],
] as const)("%s entry with %i words of members: %s", (entry, sponsorsRequired, expected) => {
  const wanted = { entry, sponsorsRequired, memberLimit: null, decidersRequired: 1 };
  expect(said(canSetEntry(wanted, { memberCount: 1, admitterCount: 1, decidersNow: 1 }))).toBe(expected);
});

const CURRENT = [
  { id: "a", text: "Perché qui?", isRequired: true },
  { id: "b", text: "Che attrezzi hai?", isRequired: false },
];
const [A, B] = [
  { questionId: "a", text: "Perché qui?", isRequired: true },
  { questionId: "b", text: "Che attrezzi hai?", isRequired: false },
];

describe("M5: what becomes of the questions", () => {
  test.each([
    ["left as they were", [A, B], ["a", "b"], [], []],
    ["in another order", [B, A], ["b", "a"], [], []],
    ["one taken away", [B], ["b"], [], ["a"]],
    ["other words", [{ ...A, text: "Perché ora?" }, B], ["b"], ["Perché ora?"], ["a"]],
    ["another duty", [{ ...A, isRequired: false }, B], ["b"], ["Perché qui?"], ["a"]],
    ["one more", [A, B, { questionId: null, text: "Quando?", isRequired: false }], ["a", "b"], ["Quando?"], []],
    ["the same one twice", [A, A], ["a"], ["Perché qui?"], ["b"]],
    ["one of somebody else", [{ ...A, questionId: "z" }], [], ["Perché qui?"], ["a", "b"]],
    ["none", [], [], [], ["a", "b"]],
  ] as const)("%s", (_case, drafts, kept, added, retired) => {
    const changes = questionChanges(CURRENT, drafts);
    const inOrder = [...changes.kept].toSorted(([, one], [, other]) => one - other).map(([id]) => id);
    expect(inOrder).toEqual(kept);
    expect(changes.added.map(({ text }) => text)).toEqual(added);
    expect(changes.retired).toEqual(retired);
  });
});
