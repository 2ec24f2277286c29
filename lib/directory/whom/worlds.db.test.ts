import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { makeMember } from "@/lib/testing/members";
import { findWhom } from "./facts";

const NAMES = ["Anna Rossi", "Ròsa Marini", "Mario Dall’Ò", "Marta", "Zeno Bruni"];
const TYPED = [...NAMES, "anna rossi", "rosa  MARINI", "mario dall'o", "@marta", "zeno-bruni", "Nessuno Qui"];

let actor: Actor;
let before: unknown;

const answers = () =>
  Promise.all(TYPED.map((typed) => db.$transaction((tx) => findWhom(tx, actor, { typed, nobody: "nobody" as const }))));

/** One bears the first name, two the second, one the third; the rest nobody. */
beforeAll(async () => {
  actor = await makeMember({ name: "Guido Prova" });
  for (const name of ["Anna Rossi", "Ròsa Marini", "Rosa Marini", "Mario Dall’Ò"]) await makeMember({ name });
  before = await answers();
});

const handles = ["marta", "zeno-bruni", "anna-rossi"];
const hidden = fc.record({
  name: fc.constantFrom(...NAMES),
  handle: fc.option(fc.constantFrom(...handles), { nil: undefined }),
  how: fc.constantFrom({ isListed: false }, { isSuspended: true }, { isSuspended: true, isPublic: true }),
});

test("A2: whoever is not listed or is suspended is meant by nothing that is typed, and makes no name unclear", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(hidden, { minLength: 1, maxLength: 3 }), async (people) => {
      for (const { name, handle, how } of people) {
        const isFree = handle && (await db.member.count({ where: { handle } })) === 0;
        await makeMember({ name, ...how, ...(isFree && { handle }) });
      }
      expect(await answers()).toEqual(before);
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

test("whoever is listed changes it", async () => {
  await makeMember({ name: "Anna Rossi" });
  expect(await answers()).not.toEqual(before);
});
