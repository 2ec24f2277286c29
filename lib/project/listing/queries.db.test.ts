import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { aNeed, anOffer, brokenInvariants, makeCrowd, makeGroup, makeProject } from "@/lib/testing/projects";
import { findDeeds } from "../deeds/queries";
import { findDesk } from "../desk/queries";
import { acceptOffer, offerToNeed } from "../offer/commands";
import { findNeed } from "../offer/queries";
import { findProject } from "../page/queries";
import { findProposing } from "../proposal/queries";
import { foldProjectTallies } from "./commands";
import { listMyProjects, listProjects, listProjectsOf } from "./queries";
import { filtersOf } from "./rules";

const NOW = new Date("2026-11-21T10:00:00Z");
let owner: Actor;
let member: Actor;
let paused: Actor;
let gone: Actor;
let outsider: Actor;
let group: { id: string; slug: string };
let open: Awaited<ReturnType<typeof makeProject>>;
let closed: Awaited<ReturnType<typeof makeProject>>;
let offerId = "";

beforeAll(async () => {
  [owner, member, paused, gone, outsider] = (await makeCrowd(5)) as [Actor, Actor, Actor, Actor, Actor];
  group = await makeGroup({ steward: owner, active: [member, gone], paused: [paused] });
  const key = { associationId: group.id, memberId: gone.memberId };
  const { id } = await db.membership.update({
    where: { associationId_memberId: key },
    data: { state: "LEFT" },
    select: { id: true },
  });
  await db.membershipEvent.create({ data: { membershipId: id, from: "ACTIVE", to: "LEFT", at: NOW } });
  const needs = [
    aNeed({ competence: "nonprofit-accounting" }),
    aNeed({ title: "Furgone", kind: "RESOURCE", isCritical: false, due: null }),
  ];
  open = await makeProject(
    owner,
    { title: "Aperto a tutti", association: group.slug, needs },
    new Date("2026-11-02T10:00:00Z"),
  );
  closed = await makeProject(
    owner,
    { title: "Riservato ai membri", association: group.slug, isMembersOnly: true, needs },
    new Date("2026-11-03T10:00:00Z"),
  );
  await makeProject(outsider, { title: "Personale", kind: "PERSONAL" }, new Date("2026-11-04T10:00:00Z"));
  const offered = await offerToNeed(member, anOffer(closed.needIds[0] ?? ""), NOW);
  offerId = offered.ok ? offered.value.offerId : "";
});
afterAll(async () => expect(await brokenInvariants()).toEqual([]));

const list = async (viewer: Actor | null, query = {}) => {
  const page = await listProjects(viewer, filtersOf(query), NOW);
  return { ...page, titles: page.items.map(({ title }) => title) };
};

describe("A2: a project for members only", () => {
  const everybody: [string, () => Actor | null, boolean][] = [
    ["a visitor", () => null, false],
    ["an outsider", () => outsider, false],
    ["somebody who left", () => gone, false],
    ["an active member", () => member, true],
    ["a member in pause", () => paused, true],
    ["its owner", () => owner, true],
  ];
  test.each(everybody)("%s, in lists, counts, search, addresses: %s", async (_who, viewerOf, sees) => {
    const viewer = viewerOf();
    const more = Number(sees);
    const all = await list(viewer);
    expect(all.titles.includes("Riservato ai membri")).toBe(sees);
    expect([all.total, all.states.PROPOSED]).toEqual([2 + more, 2 + more]);
    expect((await list(viewer, { q: "riservato" })).total).toBe(more);
    expect((await list(viewer, { association: group.slug })).total).toBe(1 + more);
    expect((await listProjectsOf(group.slug, viewer, NOW)).length).toBe(1 + more);
    expect((await findProject(viewer, closed.slug)) !== null).toBe(sees);
    expect((await findDeeds(viewer, closed.slug, NOW)) !== null).toBe(sees);
  });

  test("its needs are not there for those outside", async () => {
    const found = async (actor: Actor) =>
      (await findNeed(actor, { slug: closed.slug, needId: closed.needIds[0] ?? "" }, NOW)) !== null;
    expect([await found(outsider), await found(gone)]).toEqual([false, false]);
    expect([await found(member), await found(paused)]).toEqual([true, true]);
  });

  test("a need is not found under another project's address, nor by nonsense", async () => {
    const needId = closed.needIds[0] ?? "";
    expect(await findNeed(member, { slug: open.slug, needId }, NOW)).toBeNull();
    expect(await findNeed(member, { slug: closed.slug, needId: "1" }, NOW)).toBeNull();
  });
});

describe("who may offer, as the page says it", () => {
  const may = async (actor: Actor, slug: string, needId = "") =>
    (await findNeed(actor, { slug, needId }, NOW))?.mayOffer;
  test.each([
    ["the owner", () => owner, false],
    ["a member", () => member, true],
    ["somebody outside", () => outsider, true],
  ] as const)("%s, open project: %s", async (_who, actor, isAllowed) => {
    expect(await may(actor(), open.slug, open.needIds[0])).toBe(isAllowed);
  });

  test("a member in pause reads a closed project's need and does not offer; whoever waits does not offer twice", async () => {
    expect(await may(paused, closed.slug, closed.needIds[0])).toBe(false);
    expect(await may(member, closed.slug, closed.needIds[0])).toBe(false);
    expect(await may(member, closed.slug, closed.needIds[1])).toBe(true);
  });
});

describe("lists", () => {
  test("by state, kind, competence sought with those below it, words without accents", async () => {
    expect((await list(null, { kind: "personal" })).titles).toEqual(["Personale"]);
    expect((await list(null, { state: "active" })).total).toBe(0);
    expect((await list(null, { competence: "accounting" })).titles).toEqual(["Aperto a tutti"]);
    expect((await list(null, { competence: "tax-advice" })).total).toBe(0);
    expect((await list(null, { q: "RIAPRIRLO perso" })).titles).toEqual(["Personale"]);
    expect((await list(null, { q: "100%" })).total).toBe(0);
  });

  test("P34: a need that is covered no longer seeks its competence", async () => {
    const { needIds, slug } = await makeProject(owner, {
      title: "Coperto",
      needs: [aNeed({ competence: "accounting" })],
    });
    expect((await list(null, { competence: "accounting" })).titles).toContain("Coperto");
    const offered = await offerToNeed(member, anOffer(needIds[0] ?? ""), NOW);
    await acceptOffer(owner, { offerId: offered.ok ? offered.value.offerId : "" }, NOW);
    expect((await list(null, { competence: "accounting" })).titles).not.toContain("Coperto");
    await db.project.delete({ where: { slug } });
  });

  test("and a project’s page name the same next day, never one that went by", async () => {
    const needs = [aNeed({ due: "2026-12-01" }), aNeed({ title: "Furgone", due: "2027-01-10" })];
    const { slug } = await makeProject(outsider, { title: "Scadenze", needs, deliverables: [] }, NOW);
    for (const [now, due] of [
      [NOW, "2026-12-01"],
      [new Date("2026-12-15T10:00:00Z"), "2027-01-10"],
      [new Date("2027-02-15T10:00:00Z"), null],
    ] as const) {
      expect((await findProject(null, slug, now))?.nextDue).toBe(due);
      expect((await findDeeds(null, slug, now))?.project.nextDue).toBe(due);
      const page = await listProjects(null, filtersOf({ q: "scadenze" }), now);
      expect(page.items.map(({ nextDue }) => nextDue)).toEqual([due]);
    }
    await db.project.delete({ where: { slug } });
  });

  /** Every page of an order, one after the other. */
  async function walk(sort: string) {
    const seen: { title: string; nextDue: string }[] = [];
    let after: string | null = "";
    while (after !== null) {
      const page: Awaited<ReturnType<typeof list>> = await list(null, { q: "passo", sort, after });
      seen.push(...page.items.map(({ title, nextDue }) => ({ title, nextDue: nextDue ?? "never" })));
      after = page.nextCursor;
    }
    return seen;
  }

  test("are walked by key without losing or repeating anybody, in either order", async () => {
    for (let i = 0; i < 50; i++)
      await makeProject(outsider, {
        title: `Passo ${i}`,
        needs: [aNeed({ due: i % 3 ? `2027-0${1 + (i % 9)}-10` : null })],
      });
    for (const sort of ["newest", "due"]) {
      const seen = await walk(sort);
      expect([seen.length, new Set(seen.map(({ title }) => title)).size]).toEqual([50, 50]);
    }
    const dues = (await walk("due")).map(({ nextDue }) => nextDue);
    expect(dues).toEqual(dues.toSorted());
    await db.project.deleteMany({ where: { title: { startsWith: "Passo" } } });
  });
});

describe("what waits", () => {
  test("an offer, on the owner's desk alone", async () => {
    expect((await findDesk(owner, closed.slug))?.needs[0]?.waiting).toMatchObject([{ id: offerId }]);
    for (const actor of [member, paused, gone, outsider]) expect(await findDesk(actor, closed.slug)).toBeNull();
  });

  test("PT3: nobody but its giver and the owner reads an offer that waits", async () => {
    for (const viewer of [paused, owner, null]) {
      const page = await findProject(viewer, viewer ? closed.slug : open.slug);
      expect(JSON.stringify(page)).not.toContain(offerId);
    }
    expect((await findProject(member, closed.slug))?.viewer?.offers).toMatchObject([{ id: offerId, state: "WAITING" }]);
  });
});

describe("P47, PV2: who leads", () => {
  const opening = async (isPublic: boolean, isVisible: boolean) => {
    await db.member.update({ where: { id: owner.memberId }, data: { isPublic } });
    await db.membership.updateMany({ where: { memberId: owner.memberId }, data: { isVisible } });
    await db.$executeRaw`SELECT directory_refresh(ARRAY[${owner.memberId}::uuid])`;
  };

  test.each([
    [false, false, null],
    [true, false, null],
    [false, true, null],
    [true, true, "named"],
  ])(
    "a visitor reads it of a public profile (%s) that shows the belonging (%s): %s",
    async (isPublic, isVisible, said) => {
      await opening(isPublic, isVisible);
      const leader = (await findProject(null, open.slug))?.owner;
      expect(leader ? "named" : null).toBe(said);
      await opening(false, false);
    },
  );

  test("members read who signed", async () => {
    expect((await findProject(outsider, open.slug))?.owner).toMatchObject({ name: owner.name, isReadable: true });
  });
});

test("PJ1: one proposes where one is active, and on one's own with a minimum profile", async () => {
  expect((await findProposing(member)).associations.map(({ slug }) => slug)).toEqual([group.slug]);
  for (const actor of [paused, gone, outsider]) expect((await findProposing(actor)).associations).toEqual([]);
  expect((await findProposing(outsider)).missing).toEqual([]);
});

test("what anybody may see stays counted, whatever happens to it, before and after the changes are summed up", async () => {
  const counts = async () => {
    const { total, states, kinds } = await list(null);
    return [total, states, kinds];
  };
  const before = await counts();
  const { slug } = await makeProject(outsider, { title: "Contato", kind: "PERSONAL" }, NOW);
  const isAt = async (states: object, kinds: object, more: number) => {
    const [total, was] = [before[0] as number, before[1] as object];
    expect(await counts()).toEqual([total + more, { ...was, ...states }, { ...(before[2] as object), ...kinds }]);
  };
  const at = (key: 1 | 2, name: string) => (before[key] as Record<string, number>)[name] ?? 0;
  const one = { PROPOSED: at(1, "PROPOSED") + 1 };
  await isAt(one, { PERSONAL: at(2, "PERSONAL") + 1 }, 1);
  await foldProjectTallies();
  await isAt(one, { PERSONAL: at(2, "PERSONAL") + 1 }, 1);
  await db.project.update({ where: { slug }, data: { kind: "THEMATIC" } });
  await isAt(one, { THEMATIC: at(2, "THEMATIC") + 1 }, 1);
  await db.project.update({ where: { slug }, data: { isWithheld: true } });
  expect(await counts()).toEqual(before);
  await db.project.update({ where: { slug }, data: { isWithheld: false } });
  expect(await foldProjectTallies()).toBeGreaterThan(0);
  await isAt(one, { THEMATIC: at(2, "THEMATIC") + 1 }, 1);
  await db.project.delete({ where: { slug } });
  expect(await counts()).toEqual(before);
});

test("counts are exact after folding while others write", async () => {
  const { slug } = await makeProject(outsider, { title: "Ora sì, ora no", kind: "PERSONAL" }, NOW);
  const again = async (times: number, act: () => Promise<unknown>) => {
    for (let i = 0; i < times; i++) await act();
  };
  await Promise.all([
    again(60, () => db.$executeRaw`UPDATE "Project" SET "isWithheld" = NOT "isWithheld" WHERE "slug" = ${slug}`),
    again(60, foldProjectTallies),
  ]);
  expect(await brokenInvariants()).toEqual([]);
});

test("one's own projects say what one is in them", async () => {
  const parts = async (actor: Actor) => (await listMyProjects(actor)).map(({ title, part }) => [title, part]);
  expect(await parts(owner)).toEqual([
    ["Riservato ai membri", "OWNER"],
    ["Aperto a tutti", "OWNER"],
  ]);
  expect(await parts(member)).toEqual([["Riservato ai membri", "WAITING"]]);
  expect(await parts(gone)).toEqual([]);
});
