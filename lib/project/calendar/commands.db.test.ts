import { afterAll, expect, test } from "vitest";
import { submitting } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { codeOf } from "@/lib/testing/joint";
import { makeMember } from "@/lib/testing/members";
import { brokenInvariants } from "@/lib/testing/projects";
import { makeCalendar, removeCalendar, renewCalendar } from "./commands";
import { findOwnCalendar, readHolder } from "./queries";

afterAll(async () => expect(await brokenInvariants()).toEqual([]));

const NEVER = "A".repeat(43);
const leadsTo = async (token = NEVER) => (await readHolder(token))?.memberId ?? null;

test("an address leads to whoever made it, until there is a new one, until it is taken away", async () => {
  const ada = await makeMember();
  expect([await findOwnCalendar(ada), codeOf(await renewCalendar(ada, {}))]).toEqual([null, "work.noCalendar"]);
  expect(codeOf(await makeCalendar(ada, {}))).toBe("ok");
  const first = (await findOwnCalendar(ada))?.token ?? "";
  expect(first).toMatch(/^[\w-]{43}$/);
  expect([await leadsTo(first), await leadsTo(`${first}.ics`)]).toEqual([ada.memberId, ada.memberId]);

  expect(codeOf(await makeCalendar(ada, {}))).toBe("ok");
  expect((await findOwnCalendar(ada))?.token).toBe(first);
  expect(codeOf(await renewCalendar(ada, {}))).toBe("ok");
  const second = (await findOwnCalendar(ada))?.token ?? "";
  expect([await leadsTo(first), await leadsTo(second)]).toEqual([null, ada.memberId]);

  expect(codeOf(await removeCalendar(ada))).toBe("ok");
  expect([await leadsTo(second), await findOwnCalendar(ada)]).toEqual([null, null]);
  expect(codeOf(await removeCalendar(ada))).toBe("ok");
});

test("nobody makes one who may not write; whoever has one takes it away all the same", async () => {
  const ada = await makeMember();
  await makeCalendar(ada, {});
  const barred = { ...ada, isSuspended: true };
  const unproven = { ...(await makeMember()), hasVerifiedEmail: false };
  expect([codeOf(await makeCalendar(barred, {})), codeOf(await renewCalendar(barred, {}))]).toEqual([
    ...["common.suspended", "common.suspended"],
  ]);
  expect(codeOf(await makeCalendar(unproven, {}))).toBe("common.unverified");
  expect(codeOf(await removeCalendar(barred))).toBe("ok");
  expect(await findOwnCalendar(ada)).toBeNull();
});

test("A7: twenty rounds of two first addresses at once make one; one form sent twice changes it once", async () => {
  for (let round = 0; round < 20; round++) {
    const ada = await makeMember();
    const answers = await Promise.all([makeCalendar(ada, {}), makeCalendar(ada, {})]);
    expect(answers.map(codeOf)).toEqual(["ok", "ok"]);
    const once = submitting(ada, crypto.randomUUID(), "renew");
    await renewCalendar(once, {});
    const { token } = (await findOwnCalendar(ada)) ?? {};
    await renewCalendar(once, {});
    expect((await findOwnCalendar(ada))?.token).toBe(token);
  }
}, 60_000);

test("the database takes no short address, and keeps none of whoever is gone", async () => {
  const ada = await makeMember();
  const data = { memberId: ada.memberId, token: "short", issuedAt: new Date() };
  await expect(db.calendarFeed.create({ data })).rejects.toThrow(/calendar_feed_token/);
  await makeCalendar(ada, {});
  await db.member.delete({ where: { id: ada.memberId } });
  expect(await db.calendarFeed.count({ where: { memberId: ada.memberId } })).toBe(0);
});
