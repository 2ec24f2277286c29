import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { submitting } from "@/lib/auth/actor";
import { ok, refuse } from "@/lib/core/result";
import { anActor } from "@/lib/testing/actors";
import { db } from "./client";
import { inTransaction, type Tx } from "./transaction";

let accountId = "";
const anAccount = async () => (await db.account.create({ data: { email: `${randomUUID()}@example.org` } })).id;
const form = (of = accountId, key = randomUUID()) => submitting(anActor({ accountId: of }), key);

/** An effect one can count: a row more. */
const addRow = async (tx: Tx) => {
  const { id } = await tx.outboxMail.create({ data: { recipient: "x", subject: "", text: "", locale: "it" } });
  return ok({ id, days: 3 });
};

beforeEach(async () => {
  await db.outboxMail.deleteMany();
  accountId = await anAccount();
});

test("A7: five submissions at once with one key take effect once and all get the same answer", async () => {
  const actor = form();
  const answers = await Promise.all(Array.from({ length: 5 }, () => inTransaction(actor, addRow)));
  expect(await db.outboxMail.count()).toBe(1);
  const { id } = await db.outboxMail.findFirstOrThrow();
  expect(answers).toEqual(Array(5).fill({ ok: true, value: { id, days: 3 } }));
});

test("A7: later still, the first answer", async () => {
  const actor = form();
  const first = await inTransaction(actor, addRow);
  const again = await inTransaction(actor, async () => refuse("common.notAllowed"));
  expect(again).toEqual(first);
});

test("A7: a value that is nothing is remembered as nothing", async () => {
  const actor = form();
  const answers = [await inTransaction(actor, async () => ok(null)), await inTransaction(actor, addRow)];
  expect(answers).toEqual([ok(null), ok(null)]);
});

test("A7: another key of the same person is another form", async () => {
  await inTransaction(form(), addRow);
  await inTransaction(form(), addRow);
  expect(await db.outboxMail.count()).toBe(2);
});

test("A7: a refused form does not spend its key: corrected, it takes effect", async () => {
  const actor = form();
  const refused = await inTransaction(actor, async (tx) => {
    await addRow(tx);
    return refuse("common.notAllowed", { field: "name" });
  });
  expect(refused).toEqual(refuse("common.notAllowed", { field: "name" }));
  expect(await db.formKey.count({ where: { accountId } })).toBe(0);
  expect(await inTransaction(actor, addRow)).toMatchObject({ ok: true });
  expect(await db.outboxMail.count()).toBe(1);
});

test("A7: a form that failed does not spend its key either", async () => {
  const actor = form();
  await expect(inTransaction(actor, async () => Promise.reject(new Error("power cut")))).rejects.toThrow("power cut");
  expect(await inTransaction(actor, addRow)).toMatchObject({ ok: true });
});

test("A7: of five, the first being refused, one of the others takes effect", async () => {
  const actor = form();
  let calls = 0;
  const answers = await Promise.all(
    Array.from({ length: 5 }, () =>
      inTransaction(actor, async (tx) => (++calls === 1 ? refuse("common.notAllowed") : addRow(tx))),
    ),
  );
  expect(answers.filter(({ ok }) => !ok)).toHaveLength(1);
  expect(await db.outboxMail.count()).toBe(1);
});

test("A7: the key of another account's form is refused, and tells nothing of its answer", async () => {
  const key = randomUUID();
  await inTransaction(form(accountId, key), addRow);
  const other = await anAccount();
  expect(await inTransaction(form(other, key), addRow)).toEqual(refuse("common.keyTaken"));
  expect(await db.outboxMail.count()).toBe(1);
});

test("A7: a key spent on one action is refused by another, and tells nothing of its answer", async () => {
  const key = randomUUID();
  const submit = (action: string) => inTransaction(submitting(anActor({ accountId }), key, action), addRow);
  const first = await submit("one");
  expect(await submit("other")).toEqual(refuse("common.keyTaken"));
  expect(await submit("one")).toEqual(first);
  expect(await db.outboxMail.count()).toBe(1);
});

test("A3: a refusal rolls back everything that was written", async () => {
  await inTransaction(null, async (tx) => {
    await addRow(tx);
    return refuse("common.notFound");
  });
  expect(await db.outboxMail.count()).toBe(0);
});
