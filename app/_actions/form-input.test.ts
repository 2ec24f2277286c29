import { beforeEach, expect, test } from "vitest";
import { type FormState, UNTOUCHED } from "@/lib/form/form-state";
import it from "@/lib/i18n/messages/it";
import { aForm, anAction, KEY, outside, resetOutside } from "@/lib/testing/form-actions";

beforeEach(resetOutside);

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
