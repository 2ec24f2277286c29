import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { anAssociation } from "@/lib/testing/associations";
import { makeMember } from "@/lib/testing/members";
import { listNamed } from "./queries";

const GIVEN = ["Anna", "Mario", "Ròsa", "Dall’Ò"];
const FAMILY = ["Rossi", "Rosati", "Marini", "D’Anna"];
const QUERIES = [
  "an",
  "anna",
  "anna r",
  "mar",
  "mario ros",
  "ros",
  "rosa",
  "rossi",
  "marini m",
  "dall'o",
  "d anna",
  "quart",
];

let member: Actor;
let before: unknown;

const answers = async () => ({
  visitor: await Promise.all(QUERIES.map((q) => listNamed(null, q))),
  member: await Promise.all(QUERIES.map((q) => listNamed(member, q))),
});

beforeAll(async () => {
  member = await makeMember({ name: "Anna Rossi", handle: "anna" });
  for (const [i, given] of GIVEN.entries())
    for (const family of FAMILY.slice(i)) await makeMember({ name: `${given} ${family}`, isPublic: i % 2 === 0 });
  await anAssociation({ name: "Quartiere aperto" });
  before = await answers();
});

const name = fc.tuple(fc.constantFrom(...GIVEN), fc.constantFrom(...FAMILY)).map((words) => words.join(" "));
const hidden = fc.oneof(
  name.map((name) => ({ name, isListed: false })),
  fc.tuple(name, fc.boolean()).map(([name, isPublic]) => ({ name, isPublic, isSuspended: true })),
);

test("A2: whoever is not listed or is suspended, and a closed association, change nothing that is suggested", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(hidden, { minLength: 1, maxLength: 3 }), fc.uuid(), async (people, mark) => {
      for (const person of people) await makeMember(person);
      const { id } = await anAssociation({ name: `Quartiere ${mark}` });
      await db.association.update({ where: { id }, data: { state: "CLOSED" } });
      expect(await answers()).toEqual(before);
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

test("A2: whoever is not public changes nothing that is suggested to a visitor", async () => {
  await fc.assert(
    fc.asyncProperty(name, async (name) => {
      await makeMember({ name });
      expect((await answers()).visitor).toEqual((before as Awaited<ReturnType<typeof answers>>).visitor);
    }),
    { numRuns: 12, endOnFailure: true },
  );
  expect(await answers()).not.toEqual(before);
});
