import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { aNeed, brokenInvariants, makeCrowd, makeGroup, makeProject } from "@/lib/testing/projects";
import { listProjects } from "../listing/queries";
import { filtersOf } from "../listing/rules";

/** More needs to come than a page by the next day looks at first (200), on so few days that many share one. */
const PROJECTS = 40;
const NEEDS_EACH = 10;
const DAYS = ["2027-01-10", "2027-01-11", "2027-02-01", "2027-03-08", "2027-05-20", "2027-08-15", "2027-12-24"];
const TODAYS = ["2026-11-21", "2027-01-11", "2027-04-01", "2028-01-01"];
const NEVER = "never";

let member: Actor;

/** Nearly all on one day, some before and after, some on none. */
const dueOf = (project: number, need: number): string | null => {
  if (project % 5 === 0) return null;
  return (need === 0 ? DAYS[project % DAYS.length] : DAYS[2]) ?? null;
};

beforeAll(async () => {
  const [owner, other] = (await makeCrowd(2)) as [Actor, Actor];
  member = other;
  const group = await makeGroup({ steward: owner, active: [member] });
  for (let i = 0; i < PROJECTS; i++)
    await makeProject(
      owner,
      {
        title: `Scadenza ${i}`,
        deliverables: [{ row: 0, title: "Il resto", due: DAYS[i % DAYS.length] ?? "" }],
        association: group.slug,
        isMembersOnly: i % 4 === 0,
        needs: Array.from({ length: NEEDS_EACH }, (_, n) => aNeed({ title: `Parte ${n}`, due: dueOf(i, n) })),
      },
      new Date(`${TODAYS[0]}T10:00Z`),
    );
  // The first by id are no longer the first to be read among those of one day.
  await db.need.updateMany({
    where: { project: { title: { in: ["Scadenza 2", "Scadenza 3", "Scadenza 4"] } } },
    data: { title: "Spostata" },
  });
});
afterAll(async () => expect(await brokenInvariants()).toEqual([]));

/** What a list by the next day must show, from what is due itself. */
async function expected(viewer: Actor | null, today: string) {
  const projects = await db.project.findMany({
    where: viewer ? {} : { isMembersOnly: false },
    select: { id: true, slug: true, needs: { select: { dueOn: true } }, deliverables: { select: { dueOn: true } } },
  });
  const next = (days: readonly (Date | null)[]) =>
    days
      .map((day) => day?.toISOString().slice(0, 10) ?? NEVER)
      .filter((day) => day >= today)
      .toSorted()[0] ?? NEVER;
  return projects
    .map(({ id, slug, needs, deliverables }) => ({
      id,
      slug,
      due: next([...needs, ...deliverables].map(({ dueOn }) => dueOn)),
    }))
    .toSorted((a, b) => (a.due + a.id < b.due + b.id ? -1 : 1))
    .map(({ slug, due }) => `${due} ${slug}`);
}

async function walk(viewer: Actor | null, today: string, more: Record<string, string>) {
  const seen: string[] = [];
  let after: string | null = "";
  while (after !== null) {
    const filters = filtersOf({ ...more, sort: "due", after });
    const page: Awaited<ReturnType<typeof listProjects>> = await listProjects(
      viewer,
      filters,
      new Date(`${today}T10:00Z`),
    );
    seen.push(...page.items.map(({ slug, nextDue }) => `${nextDue ?? NEVER} ${slug}`));
    after = page.nextCursor;
  }
  return seen;
}

test.each(TODAYS)(
  "by the next day, on %s: each project once, where what is due puts it, whoever looks",
  async (today) => {
    for (const viewer of [null, member]) {
      const right = await expected(viewer, today);
      expect(await walk(viewer, today, {})).toEqual(right);
      expect(await walk(viewer, today, { q: "scadenza" })).toEqual(right);
      expect(await walk(viewer, today, { q: "nessuno" })).toEqual([]);
    }
  },
);
