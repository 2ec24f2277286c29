import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { anAssociation, aPerson } from "@/lib/testing/associations";
import { makeMember } from "@/lib/testing/members";
import { makeProject } from "@/lib/testing/projects";
import { countPromises, findFront, listPublicNames } from "./queries";

const soon = new Date("2026-11-10T10:00:00Z");

async function aWorld() {
  const { id, slug, steward } = await anAssociation();
  const open = await makeProject(steward, { association: slug, title: "Un forno per tutti" });
  const closed = await makeProject(steward, { association: slug, title: "Solo per noi", isMembersOnly: true });
  return { id, slug, open, closed };
}

test("A2: what is for members only is on no page for everybody, nor in the map of the site", async () => {
  const { slug, open, closed } = await aWorld();
  const front = await findFront(soon);
  const names = await listPublicNames();
  expect(front.deeds.map(({ project }) => project.slug)).toContain(open.slug);
  expect(names.projects).toContain(open.slug);
  expect(names.results).not.toContain(open.slug);
  expect(JSON.stringify([front, names])).not.toContain(closed.slug);
  expect(JSON.stringify(front)).not.toContain("Solo per noi");
  expect(front.associations.find((association) => association.slug === slug)?.wanted).toEqual(["Verifica strutturale"]);
});

test("A2: an association that closed is gone from both", async () => {
  const { id, slug } = await aWorld();
  await db.association.update({ where: { id }, data: { state: "CLOSED" }, select: { id: true } });
  expect(JSON.stringify([await findFront(soon), (await listPublicNames()).associations])).not.toContain(`"${slug}"`);
});

test("PV2: the map of the site names only people who asked search engines in", async () => {
  const shown = await makeMember({ isPublic: true, isIndexed: true });
  const open = await makeMember({ isPublic: true });
  const listed = await makeMember();
  const { people } = await listPublicNames();
  expect(people).toContain(shown.handle);
  expect([open, listed].filter(({ handle }) => people.includes(handle))).toEqual([]);
});

test("the associations of the first page change with the day, whatever their size", async () => {
  for (let i = 0; i < 6; i++) await anAssociation({ name: `Associazione ${"abcdef"[i]}` });
  const days = Array.from({ length: 12 }, (_, i) => new Date(Date.UTC(2026, 10, i + 1, 12)));
  const shown = new Set<string>();
  for (const day of days) for (const { slug } of (await findFront(day)).associations) shown.add(slug);
  expect((await findFront(soon)).associations).toHaveLength(3);
  expect(shown.size).toBeGreaterThan(5);
});

test("PV5: promises are counted together only once five people made them", async () => {
  const closed = { text: "Una cosa", state: "KEPT" as const, createdAt: soon, closedAt: soon };
  const add = async () => db.commitment.create({ data: { ...closed, memberId: (await aPerson()).memberId } });
  for (let i = 0; i < 4; i++) await add();
  expect(await countPromises(new Date("2026-11-11T00:00:00Z"))).toBeNull();
  await add();
  expect(await countPromises(new Date("2026-11-11T01:00:00Z"))).toMatchObject({ kept: 5 });
});
