import { redirect } from "next/navigation";
import { createTranslator } from "next-intl";
import { beforeEach, expect, test, vi } from "vitest";
import * as z from "zod";
import { ok, refuse } from "@/lib/core/result";
import { type FormState, UNTOUCHED } from "@/lib/form/form-state";
import { line, optional, wholeNumber } from "@/lib/form/scalars";
import it from "@/lib/i18n/messages/it";
import { anActor } from "@/lib/testing/actors";

const outside = vi.hoisted(() => ({
  headers: new Map<string, string>(),
  viewer: vi.fn(),
  turns: vi.fn(),
  logged: vi.fn(),
  noted: vi.fn(),
  warned: vi.fn(),
}));
vi.mock("next/headers", () => ({ headers: async () => outside.headers }));
vi.mock("next-intl/server", () => ({ getTranslations: async () => createTranslator({ locale: "it", messages: it }) }));
vi.mock("@/lib/env", () => ({ env: { APP_URL: "https://tessera.example", TRUSTED_PROXIES: 0 } }));
vi.mock("@/lib/auth/session", () => ({ getViewer: outside.viewer }));
vi.mock("@/lib/account/throttle/commands", () => ({ takeTurn: outside.turns }));
vi.mock("@/lib/log/logger", () => ({
  logger: () => ({ info: outside.noted, warn: outside.warned }),
  logFailure: (...all: unknown[]) => {
    outside.logged(...all);
    return "abc12345";
  },
}));

const { formAction, openFormAction, REGISTRY } = await import("./form-action");

const KEY = "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";
const schema = z.strictObject({
  name: line(20),
  hours: wholeNumber(1, 40),
  kinds: z.array(z.string()),
  passwordNew: optional(line(99)),
});

function aForm(change: Record<string, string> = {}) {
  const form = new FormData();
  const all = { name: "Ada", hours: "3", kinds: "TIME", passwordNew: "", formKey: KEY, $ACTION_ID_x: "", ...change };
  for (const [name, value] of Object.entries(all)) form.append(name, value);
  return form;
}

const ofDriver = (originalCode: string) => ({ meta: { driverAdapterError: { cause: { originalCode } } } });

function anAction(command: (...all: never[]) => Promise<unknown> = async () => ok(1)) {
  const spy = vi.fn(command);
  const onDone = vi.fn();
  const action = formAction({
    name: "test#action",
    schema,
    lists: ["kinds"],
    limit: { name: "few", max: 2, windowSeconds: 60 },
    command: spy as never,
    onDone,
  });
  return { action, command: spy, onDone };
}

beforeEach(() => {
  outside.headers = new Map([["origin", "https://tessera.example"]]);
  outside.viewer.mockReset().mockResolvedValue(anActor());
  outside.turns.mockReset().mockResolvedValue(true);
  outside.logged.mockReset();
});

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

test("all that is wrong is said at once, each thing at its field, with a sentence", async () => {
  const { action, command } = anAction();
  const state = await action(UNTOUCHED, aForm({ name: " ", hours: "tre" }));
  expect(state.refusals).toMatchObject([
    { code: "validation.required", field: "name", text: it.validation.required },
    { code: "validation.notANumber", field: "hours" },
  ]);
  expect(command).not.toHaveBeenCalled();
});

test.each([
  ["a NUL", "A\u0000da"],
  ["a lone surrogate", "A\ud800da"],
  ["a direction override", "A\u202eda"],
])("%s in a text is refused at its field", async (_what, name) => {
  const { action, command } = anAction();
  const state = await action(UNTOUCHED, aForm({ name }));
  expect(state.refusals).toMatchObject([{ code: "validation.characters", field: "name" }]);
  expect(state.values.name?.[0]?.isWellFormed()).toBe(true);
  expect(command).not.toHaveBeenCalled();
});

test("a text of 60 kB is refused and does not come back whole", async () => {
  const { action } = anAction();
  const state = await action(UNTOUCHED, aForm({ name: "x".repeat(60_000) }));
  expect(state.refusals).toMatchObject([{ code: "validation.tooLong", field: "name" }]);
  expect(state.values.name?.[0]).toHaveLength(50_000);
});

test("a field the page never had is refused as a whole", async () => {
  const { action, command } = anAction();
  const state = await action(UNTOUCHED, aForm({ accountId: "somebody" }));
  expect(state.refusals).toMatchObject([{ code: "validation.unexpected", text: it.validation.unexpected }]);
  expect(state.refusals[0]).not.toHaveProperty("field");
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

test("a redirect after success goes through, and so does one inside the command", async () => {
  const { action, onDone } = anAction();
  onDone.mockImplementation(() => redirect("/persone" as never));
  await expect(action(UNTOUCHED, aForm())).rejects.toThrow("NEXT_REDIRECT");
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

test.each(["", "not a key", `${KEY}0`, KEY.toUpperCase()])("«%s» is no one-time key", async (formKey) => {
  const { action, command } = anAction();
  await action(UNTOUCHED, aForm({ formKey }));
  expect(command.mock.calls[0]?.[0]).toMatchObject({ formKey: null });
});

test.each([
  [Number.MAX_SAFE_INTEGER + 2, 1],
  ["7", 1],
  [Number.NaN, 1],
  [4, 5],
])("the attempt after %s is %s: a forged state breaks nothing", async (attempt, next) => {
  const { action } = anAction();
  expect((await action({ attempt } as FormState, aForm())).attempt).toBe(next);
  expect((await action(null as never, aForm())).attempt).toBe(1);
});

test.each([undefined, null, "x", {}, ["name"]])(
  "%j in place of a form is an empty form, not a fault",
  async (given) => {
    const { action, command } = anAction();
    const state = await action(UNTOUCHED, given as never);
    expect(state.refusals).toContainEqual(expect.objectContaining({ code: "validation.required", field: "name" }));
    expect(command).not.toHaveBeenCalled();
    expect(outside.logged).not.toHaveBeenCalled();
  },
);

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
