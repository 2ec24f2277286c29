import { redirect } from "next/navigation";
import { beforeEach, expect, test, vi } from "vitest";
import { ok, refuse } from "@/lib/core/result";
import { UNTOUCHED } from "@/lib/form/form-state";
import it from "@/lib/i18n/messages/it";
import { anActor } from "@/lib/testing/actors";
import {
  aForm,
  anAction,
  KEY,
  openFormAction,
  outside,
  REGISTRY,
  resetOutside,
  schema,
} from "@/lib/testing/form-actions";

beforeEach(resetOutside);

const ofDriver = (originalCode: string) => ({ meta: { driverAdapterError: { cause: { originalCode } } } });

test("A1: the command gets the actor of the session, with the form's key, and the parsed input", async () => {
  const { action, command, onDone } = anAction();
  const state = await action(UNTOUCHED, aForm());
  expect(command).toHaveBeenCalledExactlyOnceWith(anActor({ formKey: KEY, action: "test#action" }), {
    name: "Ada",
    hours: 3,
    kinds: ["TIME"],
    passwordNew: null,
  });
  expect(onDone).toHaveBeenCalledOnce();
  expect(state).toMatchObject({ attempt: 1, values: {}, refusals: [] });
});

test.each([
  ["none", undefined],
  ["null", "null"],
  ["a foreign one", "https://elsewhere.example"],
  ["our name over http", "http://tessera.example"],
])("an Origin that is %s is refused before anything else is looked at", async (_which, origin) => {
  if (origin === undefined) outside.headers.delete("origin");
  else outside.headers.set("origin", origin);
  const { action, command } = anAction();
  const state = await action(UNTOUCHED, aForm());
  expect(state.refusals).toMatchObject([{ code: "common.origin" }]);
  expect(state.values.name).toEqual(["Ada"]);
  expect([command, outside.viewer, outside.turns].map((spy) => spy.mock.calls.length)).toEqual([0, 0, 0]);
});

test("A1: without a session nothing runs, and what was typed comes back", async () => {
  outside.viewer.mockResolvedValue(null);
  const { action, command } = anAction();
  const state = await action(UNTOUCHED, aForm());
  expect(state.refusals).toMatchObject([{ code: "common.signIn", text: it.common.refusal.signIn }]);
  expect(state.values.name).toEqual(["Ada"]);
  expect(command).not.toHaveBeenCalled();
});

test("too many in too short a time are refused, counted by account", async () => {
  outside.turns.mockResolvedValue(false);
  const { action, command } = anAction();
  expect((await action(UNTOUCHED, aForm())).refusals).toMatchObject([{ code: "common.tooOften" }]);
  expect(outside.turns).toHaveBeenCalledExactlyOnceWith(
    { name: "few", max: 2, windowSeconds: 60 },
    anActor().accountId,
  );
  expect(command).not.toHaveBeenCalled();
});

test("a refusal of the domain brings back what was typed, but no password and nothing of the framework's", async () => {
  const { action, onDone } = anAction(async () => refuse("common.notAllowed", { field: "hours" }));
  const state = await action(UNTOUCHED, aForm({ passwordNew: "correct horse battery" }));
  expect(state).toMatchObject({
    attempt: 1,
    refusals: [{ code: "common.notAllowed", field: "hours", text: it.common.refusal.notAllowed }],
  });
  expect(state.values).toEqual({ name: ["Ada"], hours: ["3"], kinds: ["TIME"] });
  expect(state.nextKey).toBe(KEY);
  expect(onDone).not.toHaveBeenCalled();
});

test("a fault of ours keeps what was typed, is logged, and is shown as a code", async () => {
  const fault = new Error("connection refused");
  const { action } = anAction(async () => Promise.reject(fault));
  const state = await action(UNTOUCHED, aForm());
  expect(state.refusals).toMatchObject([{ code: "common.failed", params: { digest: "abc12345" } }]);
  expect(state.refusals[0]?.text).toContain("abc12345");
  expect(state.values.name).toEqual(["Ada"]);
  expect(outside.logged).toHaveBeenCalledExactlyOnceWith("test#action", fault);
});

test.each([
  ["a lock not had in time", { code: "P2039", ...ofDriver("55P03") }, "55P03"],
  ["a deadlock", { code: "P2034", ...ofDriver("40P01") }, "40P01"],
  ["no connection to be had", { message: "timeout exceeded when trying to connect" }, "pool"],
])(
  "%s says that somebody is writing there, keeps what was typed, and is a warning, not a fault",
  async (_which, what, code) => {
    const { action, onDone } = anAction(async () => Promise.reject(Object.assign(new Error("no"), what)));
    outside.warned.mockClear();
    const state = await action(UNTOUCHED, aForm());
    expect(state.refusals).toMatchObject([{ code: "common.busy", text: it.common.refusal.busy }]);
    expect(state).toMatchObject({ values: { name: ["Ada"] }, nextKey: KEY });
    expect(outside.warned).toHaveBeenCalledExactlyOnceWith({ event: "busy", action: "test#action", code });
    expect([outside.logged, onDone].map((spy) => spy.mock.calls.length)).toEqual([0, 0]);
  },
);

test("a session that cannot be read is a fault, never «signed out»", async () => {
  outside.viewer.mockRejectedValue(new Error("the database is down"));
  const { action } = anAction();
  expect((await action(UNTOUCHED, aForm())).refusals).toMatchObject([{ code: "common.failed" }]);
});

test("a redirect after success goes through, to a page that is read anew, and so does one inside the command", async () => {
  const { action, onDone } = anAction();
  onDone.mockImplementation(() => redirect("/persone" as never));
  await expect(action(UNTOUCHED, aForm())).rejects.toThrow("NEXT_REDIRECT");
  expect(outside.refreshed).toHaveBeenCalledOnce();
  const inside = anAction(async () => redirect("/persone" as never));
  await expect(inside.action(UNTOUCHED, aForm())).rejects.toThrow("NEXT_REDIRECT");
  expect(outside.logged).not.toHaveBeenCalled();
});

test("A7: a form that stays on its page gets a new key, so that its next submission counts as another", async () => {
  const { action, onDone } = anAction();
  onDone.mockReturnValue("common.refusal.signIn");
  const state = await action(UNTOUCHED, aForm());
  expect(state.done).toBe(it.common.refusal.signIn);
  expect(state.nextKey).toMatch(/^[0-9a-f-]{36}$/);
  expect(state.nextKey).not.toBe(KEY);
});

test("an open action asks for no session, counts by network and by subject, and hands on the key", async () => {
  outside.headers.set("x-forwarded-for", "2001:db8:1:2:3::4");
  const command = vi.fn(async () => ok(1));
  const limitBySubject = { limit: { name: "bySubject", max: 1, windowSeconds: 9 }, subjectOf: () => "ada" };
  const action = openFormAction({ name: "test#open", schema, lists: ["kinds"], limitBySubject, command, onDone() {} });
  await action(UNTOUCHED, aForm());
  expect(outside.turns.mock.calls).toEqual([
    [{ name: "test#open", max: 300, windowSeconds: 3600 }, "2001:db8:1:2"],
    [limitBySubject.limit, "ada"],
  ]);
  expect(command).toHaveBeenCalledWith(expect.objectContaining({ isOwn: true }), expect.anything(), KEY);
  expect(outside.viewer).not.toHaveBeenCalled();
});

test("an open action whose subject had its turns is refused", async () => {
  outside.turns.mockResolvedValueOnce(true).mockResolvedValueOnce(false);
  const command = vi.fn(async () => ok(1));
  const limitBySubject = { limit: { name: "bySubject", max: 1, windowSeconds: 9 }, subjectOf: () => "ada" };
  const action = openFormAction({ name: "test#open", schema, lists: ["kinds"], limitBySubject, command, onDone() {} });
  expect((await action(UNTOUCHED, aForm())).refusals).toMatchObject([{ code: "common.tooOften" }]);
  expect(command).not.toHaveBeenCalled();
});

test("every action is in the registry by its name", () => {
  anAction();
  expect(REGISTRY.has("test#action")).toBe(true);
});

test("what was done is noted by name and code: neither who did it nor what was typed", async () => {
  const { action } = anAction(async () => refuse("common.notAllowed", { field: "name" }));
  outside.noted.mockClear();
  await action(UNTOUCHED, aForm({ name: "Rossana Segreta" }));
  await anAction().action(UNTOUCHED, aForm());
  expect(outside.noted.mock.calls).toEqual([
    [{ event: "action", action: "test#action", outcome: ["common.notAllowed name"] }],
    [{ event: "action", action: "test#action", outcome: "ok" }],
  ]);
});
