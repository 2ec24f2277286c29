import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor, Viewer } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { findHome } from "@/lib/notification/home/queries";
import { expectInvariants, said } from "@/lib/testing/associations";
import { makeMember } from "@/lib/testing/members";
import { makeCrowd, makeGroup } from "@/lib/testing/projects";
import { conclude, contributed, makeRunning } from "@/lib/testing/results";
import { findDeeds } from "../deeds/queries";
import { listProjects, listProjectsOf } from "../listing/queries";
import { filtersOf } from "../listing/rules";
import { findProject } from "../page/queries";
import { findPerson } from "../person/queries";
import { findCard, findResult } from "../result/queries";
import { resultData } from "../schema-org/rules";
import { signResult } from "./commands";
import { signedName } from "./rules";
import { SIGNATURE_LOOKS, type SignatureLook } from "./types";

const NOW = new Date("2026-11-21T10:00:00Z");
const NAME = "Zenobia Quarantotti Ùbaldi";
const PERSON = { headline: "Geometra", about: "Misuro.", valueBrought: "Occhio.", audience: "Chi costruisce." };

let owner: Actor;
let stranger: Actor;
let fellow: Actor;
let other: Actor;
let zenobia: Actor;
let home = "";
let slug = "";
let running = "";

beforeAll(async () => {
  [owner, stranger, fellow, other] = (await makeCrowd(4)) as [Actor, Actor, Actor, Actor];
  zenobia = await makeMember({ ...PERSON, name: NAME, isPublic: true, competences: { accounting: 3 } });
  const association = await makeGroup({ steward: owner, active: [zenobia, fellow, other] });
  home = association.slug;
  const making = { owner, seated: [zenobia, other], association: home };
  slug = (await makeRunning(making, NOW)).slug;
  running = (await makeRunning({ owner, seated: [zenobia], association: home }, NOW)).slug;
  await contributed(slug, { by: zenobia, witness: owner }, NOW);
  await contributed(slug, { by: other, witness: zenobia }, NOW);
  await conclude(slug, { owner }, NOW);
});
afterAll(expectInvariants);

const sign = (look: SignatureLook, competence: string | null = null, by = zenobia) =>
  signResult(by, { slug, look, competence }, NOW);

/** Everything that is told of the project to somebody, as one text. */
async function told(viewer: Viewer): Promise<string> {
  const result = await findResult(viewer, slug, NOW);
  const filters = filtersOf({});
  return JSON.stringify([
    ...[result, result && resultData(result, { url: "https://x.example/a", card: "https://x.example/b" })],
    ...[await findProject(viewer, slug, NOW), await findDeeds(viewer, slug, NOW), await findCard(slug)],
    ...[await listProjects(viewer, filters, NOW), await listProjectsOf(home, viewer, NOW)],
    viewer ? (await findHome(viewer, NOW)).happenings.filter(({ project }) => project?.slug === slug) : null,
  ]);
}

describe("PV1, PJ7: each decides how they are signed", () => {
  test("whoever had a part in a concluded project, and nobody else", async () => {
    expect(said(await sign("FULL"))).toBe("ok");
    expect(said(await sign("FULL", null, owner))).toBe("ok");
    expect(said(await sign("FULL", null, stranger))).toBe("project.hadNoPart");
    expect(said(await sign("FULL", null, fellow))).toBe("project.hadNoPart");
    expect(said(await signResult(zenobia, { slug: running, look: "FULL", competence: null }, NOW))).toBe(
      "project.notConcluded",
    );
    expect(said(await signResult(zenobia, { slug: "nessuno", look: "FULL", competence: null }, NOW))).toBe(
      "common.notFound",
    );
    expect(said(await sign("COMPETENCE", "welding"))).toBe("project.signCompetence");
  });

  test.each([
    ["FULL", NAME],
    ["COMPETENCE", NAME],
    ["FIRST_NAME", "Zenobia"],
    ["INITIALS", "Z. Q. Ù."],
  ] as const)("%s is read by everybody as %s, in the page and by machines", async (look, name) => {
    expect(said(await sign(look, look === "COMPETENCE" ? "accounting" : null))).toBe("ok");
    for (const viewer of [null, stranger, fellow, owner, zenobia] as Viewer[]) {
      const hands = (await findResult(viewer, slug, NOW))?.hands ?? [];
      const hand = hands.find((one) => one.person.name === name);
      expect(hand).toMatchObject({ isSigned: true, seats: ["Posto numero 1"] });
      expect(hand?.deeds).toHaveLength(1);
      expect(hand?.person.competence ?? null).toBe(look === "COMPETENCE" ? "accounting" : null);
    }
    expect(await told(null)).toContain(JSON.stringify({ "@type": "Person", name }).slice(1, -1).replaceAll('"', '\\"'));
  });

  test.each(["FIRST_NAME", "INITIALS", "UNSIGNED"] as const)("%s leaves no trace of whose it is", async (look) => {
    const where = { id: zenobia.memberId };
    const { handle } = await db.member.findUniqueOrThrow({ where, select: { handle: true } });
    expect(said(await sign(look))).toBe("ok");
    for (const viewer of [null, stranger, fellow]) {
      const text = await told(viewer ?? null);
      expect([NAME, "Quarantotti", handle, zenobia.memberId].filter((word) => text.includes(word))).toEqual([]);
    }
    expect(JSON.stringify(await findProject(owner, slug, NOW))).toContain(NAME);
  });

  test("PV1: on their own page stands what they signed in full, to whoever may see what they do", async () => {
    const where = { id: zenobia.memberId };
    const { handle } = await db.member.findUniqueOrThrow({ where, select: { handle: true } });
    const shown = async (viewer: Viewer) => (await findPerson(viewer, handle))?.more.map((one) => one.slug);
    const all = async () => [await shown(null), await shown(stranger), await shown(fellow), await shown(zenobia)];
    const change = (data: { isMembersOnly?: boolean; isWithheld?: boolean }) =>
      db.project.update({ where: { slug }, data });
    await sign("FULL");
    expect(await all()).toEqual([[slug], [slug], [slug], [slug]]);
    const key = { memberId: zenobia.memberId, field: "DEEDS" as const };
    await db.memberFieldAudience.create({ data: { ...key, audience: "SHARED_ASSOCIATIONS" } });
    expect(await all()).toEqual([[], [], [slug], [slug]]);
    await db.memberFieldAudience.deleteMany({ where: key });
    await change({ isMembersOnly: true });
    expect(await all()).toEqual([[], [], [slug], [slug]]);
    await change({ isMembersOnly: false, isWithheld: true });
    const owning = await db.member.findUniqueOrThrow({ where: { id: owner.memberId }, select: { handle: true } });
    await sign("FULL", null, owner);
    expect((await findPerson(owner, owning.handle))?.more).toEqual([]);
    await change({ isWithheld: false });
    expect((await findPerson(owner, owning.handle))?.more).toHaveLength(1);
    await sign("INITIALS");
    expect(await all()).toEqual([[], [], [], []]);
  });

  test("what those who do not sign did stands together, and tells them apart from nobody", async () => {
    await sign("UNSIGNED");
    await sign("UNSIGNED", null, other);
    for (const viewer of [null, stranger, owner] as Viewer[]) {
      const result = await findResult(viewer, slug, NOW);
      expect(result?.unsigned).toHaveLength(2);
      expect(result?.hands.map(({ isLead }) => isLead)).toEqual([true]);
    }
  });

  test("until somebody says anything, members read their name, visitors only where it is public, machines never", async () => {
    await db.projectSignature.deleteMany({ where: { memberId: { in: [zenobia.memberId, other.memberId] } } });
    const names = async (viewer: Viewer) => (await findResult(viewer, slug, NOW))?.hands.map((one) => one.person.name);
    expect(await names(stranger)).toContain(NAME);
    expect(await names(null)).toContain(NAME);
    const result = await findResult(null, slug, NOW);
    expect(result && resultData(result, { url: "https://x.example/a", card: "https://x.example/b" })).not.toContain(
      NAME,
    );
  });
});

test("a name is shortened by the database as by the rules", async () => {
  for (const name of [NAME, "Ötzi", "Samira  El Fassi", "Jean-Luc P.", "李 小龙"])
    for (const look of SIGNATURE_LOOKS) {
      const [row] = await db.$queryRaw<
        { name: string | null }[]
      >`SELECT signed_name(${name}, ${look}::"SignatureLook") AS "name"`;
      expect(row?.name ?? null).toBe(signedName(name, look));
    }
});

test("the table refuses a signature of who had no part, and under what is not concluded", async () => {
  const [done, open] = await Promise.all(
    [slug, running].map((at) => db.project.findUniqueOrThrow({ where: { slug: at }, select: { id: true } })),
  );
  const row = (projectId = "", memberId = "") => ({ projectId, memberId, look: "FULL" as const, signedAt: NOW });
  await expect(db.projectSignature.create({ data: row(done?.id, stranger?.memberId) })).rejects.toThrow();
  await expect(db.projectSignature.create({ data: row(open?.id, zenobia.memberId) })).rejects.toThrow();
});
