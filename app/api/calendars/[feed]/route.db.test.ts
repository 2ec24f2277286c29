import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { addMonths, dayAfter, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { makeCalendar, removeCalendar, renewCalendar } from "@/lib/project/calendar/commands";
import { findOwnCalendar } from "@/lib/project/calendar/queries";
import { standStill } from "@/lib/testing/clock";
import { makeCrowd, makeProject } from "@/lib/testing/projects";

const asking = vi.hoisted(() => ({ network: "192.0.2.0" }));
vi.mock("@/lib/auth/request", () => ({ readOrigin: async () => ({ network: asking.network }) }));
const { GET } = await import("./route");

const DUE = addMonths(dayOf(new Date()), 6);
let ada: Actor;
let turn = 0;
const tokenOf = async (who: Actor) => (await findOwnCalendar(who))?.token ?? "";
const get = (feed: string, headers: Record<string, string> = {}) =>
  GET(new Request("http://localhost/api/calendars/x", { headers }), { params: Promise.resolve({ feed }) });

beforeAll(async () => {
  [ada] = (await makeCrowd(1)) as [Actor];
  const deliverables = [{ row: 0, title: "Un luogo coperto aperto due giorni", due: DUE }];
  await makeProject(ada, { title: "Il forno", deliverables }, new Date());
});
beforeEach(async () => {
  asking.network = `192.0.2.${++turn}`;
  await db.throttle.deleteMany();
  await makeCalendar(ada, {});
});

test("A1: answers without a session, with what its owner may see, kept by nobody on the way", async () => {
  const answer = await get(`${await tokenOf(ada)}.ics`);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/calendar; charset=utf-8"]);
  expect(answer.headers.get("cache-control")).toBe("private, no-cache");
  const text = (await answer.text()).replaceAll("\r\n ", "");
  expect(text).toContain("SUMMARY:Consegna: Un luogo coperto aperto due giorni\r\n");
  const [from, to] = [DUE, dayAfter(DUE)].map((day) => day.replaceAll("-", ""));
  expect(text).toContain(`DTSTART;VALUE=DATE:${from}\r\nDTEND;VALUE=DATE:${to}\r\n`);
  expect(text).toContain("NAME:Tessera\r\n");
  expect(text).toContain(`URL:${env.APP_URL}/progetti/`);
});

test("whoever has it already gets nothing but its mark, until something changes; and it speaks the language of their mail", async () => {
  const token = await tokenOf(ada);
  const mark = (await get(token)).headers.get("etag") ?? "";
  const known = await get(token, { "if-none-match": mark });
  expect([known.status, await known.text(), known.headers.get("etag")]).toEqual([304, "", mark]);
  await db.account.update({ where: { id: ada.accountId }, data: { locale: "en" } });
  const changed = await get(token, { "if-none-match": mark });
  expect(changed.status).toBe(200);
  expect(await changed.text()).toMatch(/SUMMARY:Hand over:[\s\S]+\/en\/projects\//);
});

test("what never was, was taken away, was replaced, or is of somebody suspended answers alike", async () => {
  const answers: string[] = [];
  const note = async (feed: string) => {
    const answer = await get(feed);
    answers.push(JSON.stringify([answer.status, [...answer.headers], await answer.text()]));
  };
  for (const feed of ["A".repeat(43), "x", "'; --", "%"]) await note(feed);
  const first = await tokenOf(ada);
  await renewCalendar(ada, {});
  await note(first);
  const second = await tokenOf(ada);
  await db.account.update({ where: { id: ada.accountId }, data: { suspendedAt: new Date() } });
  await note(second);
  await db.account.update({ where: { id: ada.accountId }, data: { suspendedAt: null } });
  expect((await get(second)).status).toBe(200);
  await removeCalendar(ada);
  await note(second);
  expect(new Set(answers)).toEqual(new Set([answers[0]]));
  expect(answers[0]).toMatch(/^\[404,/);
});

test("whoever asks too often waits: each calendar for itself, strangers by their network", async () => {
  standStill();
  const token = await tokenOf(ada);
  for (let i = 0; i < env.API_PER_MINUTE; i++) await get("A".repeat(43));
  const refused = await get("A".repeat(43));
  expect([refused.status, Number(refused.headers.get("retry-after")) > 0]).toEqual([429, true]);
  expect((await get(token)).status).toBe(200);
});
