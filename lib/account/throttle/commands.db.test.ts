import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { sweepThrottles, takeTurn } from "./commands";
import { LINKS_BY_ADDRESS, LINKS_BY_NETWORK, PASSWORDS_BY_ADDRESS, PASSWORDS_BY_NETWORK } from "./rules";

const NOW = new Date("2026-11-21T10:00:00Z");
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

test.each([
  [LINKS_BY_ADDRESS, 5, 3600],
  [LINKS_BY_NETWORK, 20, 3600],
  [PASSWORDS_BY_ADDRESS, 10, 900],
  [PASSWORDS_BY_NETWORK, 50, 900],
])("$name: the last turn is taken, the next is not, until the window ends", async (limit, max, seconds) => {
  const turns = [];
  for (let i = 0; i <= max; i++) turns.push(await takeTurn(limit, "ada", NOW));
  expect(turns).toEqual([...Array(max).fill(true), false]);
  expect(await takeTurn(limit, "ada", after(seconds - 1))).toBe(false);
  expect(await takeTurn(limit, "ada", after(seconds))).toBe(true);
});

test("each subject and each limit has its own count", async () => {
  const limit = { name: "own", max: 1, windowSeconds: 60 };
  expect(await takeTurn(limit, "ada", NOW)).toBe(true);
  expect(await takeTurn(limit, "eva", NOW)).toBe(true);
  expect(await takeTurn({ ...limit, name: "other" }, "ada", NOW)).toBe(true);
  expect(await takeTurn(limit, "ada", NOW)).toBe(false);
});

test("A5: of sixty-four at the same instant exactly ten get a turn", async () => {
  const limit = { name: "race", max: 10, windowSeconds: 60 };
  const turns = await Promise.all(Array.from({ length: 64 }, () => takeTurn(limit, "ada", NOW)));
  expect(turns.filter(Boolean)).toHaveLength(10);
});

test("nothing that is kept says who was counted", async () => {
  await takeTurn(LINKS_BY_ADDRESS, "ada@example.org", NOW);
  const rows = await db.throttle.findMany();
  expect(JSON.stringify(rows)).not.toContain("ada");
});

test("windows of a day ago are swept, newer ones stay", async () => {
  const limit = { name: "sweep", max: 1, windowSeconds: 60 };
  await db.throttle.deleteMany();
  await takeTurn(limit, "old", after(-86_400 - 60));
  await takeTurn(limit, "new", after(-86_400));
  expect(await sweepThrottles(NOW)).toBe(1);
  expect(await db.throttle.count()).toBe(1);
});
