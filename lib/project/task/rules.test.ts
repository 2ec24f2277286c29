import { describe, expect, test } from "vitest";
import type { Result } from "@/lib/core/result";
import {
  type AskFacts,
  canAddTask,
  canAnswerTask,
  canAskForTask,
  canBeDue,
  canChangeTask,
  canGiveBack,
  canTakeTask,
  TASKS_MAX,
} from "./rules";

const codeOf = (result: Result<unknown>) => (result.ok ? "ok" : result.refusal.code);
const NOW = new Date("2026-11-21T10:00:00Z");
const ago = (days: number, ms = 0) => new Date(NOW.getTime() - days * 86_400_000 + ms);
const work = { state: "ACTIVE" as const, membership: null };

test("PT2: a task is moved by its owner, or by anybody while it is nobody’s", () => {
  expect(codeOf(canChangeTask({ state: "TODO", ownerId: null }, "me"))).toBe("ok");
  expect(codeOf(canChangeTask({ state: "DOING", ownerId: "me" }, "me"))).toBe("ok");
  expect(codeOf(canChangeTask({ state: "TODO", ownerId: "you" }, "me"))).toBe("work.othersTask");
});

test("a project keeps a bounded number of tasks", () => {
  expect([canAddTask(TASKS_MAX - 1).ok, canAddTask(TASKS_MAX).ok]).toEqual([true, false]);
});

test.each([
  [null, null, true],
  ["2026-11-20", null, false],
  ["2026-11-21", null, true],
  ["2026-11-20", "2026-11-20", true],
  ["2026-11-19", "2026-11-20", false],
])("due %s, before %s: %s", (due, was, is) => {
  expect(canBeDue(due, { was, today: "2026-11-21" })).toBe(is);
});

test("a task is taken while it is open and nobody’s, and given back by its owner while it is open", () => {
  expect(codeOf(canTakeTask({ state: "DOING", ownerId: null }))).toBe("ok");
  expect(codeOf(canTakeTask({ state: "TODO", ownerId: "you" }))).toBe("work.taskTaken");
  expect(codeOf(canTakeTask({ state: "DROPPED", ownerId: null }))).toBe("work.taskClosed");
  expect(codeOf(canGiveBack({ state: "DOING", ownerId: "me" }, "me"))).toBe("ok");
  expect(codeOf(canGiveBack({ state: "DONE", ownerId: "me" }, "me"))).toBe("work.taskClosed");
  expect(codeOf(canGiveBack({ state: "TODO", ownerId: "you" }, "me"))).toBe("work.othersTask");
});

describe("asking somebody to take a task on", () => {
  const facts: AskFacts = {
    ...{ state: "TODO", ownerId: null, now: NOW, askerId: "me", toId: "you" },
    ...{ isParticipant: true, hasOpenAsk: false, lastRefusedAt: null },
  };
  test.each<[Partial<AskFacts>, string]>([
    [{}, "ok"],
    [{ ownerId: "me" }, "ok"],
    [{ ownerId: "other" }, "work.taskTaken"],
    [{ state: "DONE" }, "work.taskClosed"],
    [{ toId: "me" }, "work.askYourself"],
    [{ isParticipant: false }, "work.notInProject"],
    [{ hasOpenAsk: true }, "work.askOpen"],
    [{ lastRefusedAt: ago(90) }, "ok"],
    [{ lastRefusedAt: ago(90, 1) }, "work.askedTooSoon"],
  ])("PT3: %o: %s", (change, said) => {
    expect(codeOf(canAskForTask({ ...facts, ...change }))).toBe(said);
  });
});

describe("answering", () => {
  const facts = { state: "TODO" as const, ownerId: null, isOpen: true, askedById: "asker", work };
  test.each([
    [{}, "ok"],
    [{ ownerId: "asker" }, "ok"],
    [{ ownerId: "other" }, "work.taskTaken"],
    [{ state: "DROPPED" as const }, "work.taskClosed"],
    [{ isOpen: false }, "work.askClosed"],
    [{ work: { state: "SUSPENDED" as const, membership: null } }, "work.stopped"],
    [{ work: { state: "COMPLETED" as const, membership: null } }, "project.over"],
  ])("yes with %o: %s", (change, said) => {
    expect(codeOf(canAnswerTask({ ...facts, ...change }, "ACCEPTED"))).toBe(said);
  });

  test("PT2: «non ora» is an answer whatever became of the task, while the question stands", () => {
    const gone = { ...facts, ownerId: "other", work: { state: "SUSPENDED" as const, membership: null } };
    expect(codeOf(canAnswerTask(gone, "REFUSED"))).toBe("ok");
    expect(codeOf(canAnswerTask({ ...gone, isOpen: false }, "REFUSED"))).toBe("work.askClosed");
  });
});
