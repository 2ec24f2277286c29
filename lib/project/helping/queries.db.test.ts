import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { makeMember } from "@/lib/testing/members";
import { aNeed, anOffer, brokenInvariants, makeCrowd, makeGroup, makeProject } from "@/lib/testing/projects";
import { listProjects } from "../listing/queries";
import { encodeCursor, filtersOf } from "../listing/rules";
import { acceptOffer, declineOffer, offerToNeed } from "../offer/commands";
import { listHelpNeeds } from "./queries";

const NOW = new Date("2026-11-21T10:00:00Z");
const PROFILE = { headline: "Aiuto", about: "Aiuto.", valueBrought: "Mani.", audience: "Chi serve." };
const [NURSING, HOUSING, TAILORING, MAPPING, SIGNING] = [
  ...(["nursing", "cohousing", "sartorial-tailoring", "gis-mapping", "sign-language"] as const),
];
let owner: Actor;

beforeAll(async () => {
  [owner] = (await makeCrowd(1)) as [Actor];
});
afterAll(async () => expect(await brokenInvariants()).toEqual([]));

const helper = (competence: string, fields = {}) =>
  makeMember({ ...PROFILE, name: "Chi Aiuta", competences: { [competence]: 3 }, ...fields });
const titles = async (actor: Actor, now = NOW) =>
  (await listHelpNeeds(actor, { max: 50 }, now)).map(({ project, title }) => `${project.title}: ${title}`);
const projectFor = (title: string, change: Parameters<typeof aNeed>[0], fields = {}) =>
  makeProject(owner, { title, ...fields, needs: [aNeed(change)] }, NOW);

describe("where somebody can help", () => {
  test("P55: the whole list of projects has it above, as far as it is read through; nothing narrowed, no further page, no visitor", async () => {
    for (const title of ["Uno", "Due", "Tre", "Quattro", "Cinque"])
      await projectFor(`Teatro ${title}`, { title: "Segni", competence: SIGNING });
    const actor = await helper(SIGNING);
    const above = async (viewer: Actor | null, query = {}) =>
      (await listProjects(viewer, filtersOf(query), NOW)).helping;
    const after = encodeCursor({
      sort: "newest",
      key: "2026-11-21T10:00:00Z",
      id: "019d50a1-c5d0-7011-8000-000000003c15",
    });
    expect(await above(actor)).toEqual(await listHelpNeeds(actor, { max: 4 }, NOW));
    expect((await above(actor)).length).toBe(4);
    expect((await above(actor, { sort: "due" })).length).toBe(4);
    for (const query of [
      { q: "teatro" },
      { state: "active" },
      { kind: "thematic" },
      { competence: MAPPING },
      { after },
    ])
      expect(await above(actor, query)).toEqual([]);
    expect(await above(null)).toEqual([]);
  });

  test("P55: seats that ask for what they hold, or for something above it, with the reason", async () => {
    await projectFor("Conti in piazza", { title: "Conti", competence: "accounting" });
    const found = await listHelpNeeds(await helper("nonprofit-accounting"), { max: 50 }, NOW);
    expect(found.map(({ project, held, sought }) => [project.title, held, sought])).toEqual([
      ["Conti in piazza", "nonprofit-accounting", null],
    ]);
    expect(await titles(await helper(NURSING))).toEqual([]);
    expect(await titles(owner)).toEqual([]);
  });

  test("P34: contacts and things asked for in their province, and what they look for, after what they can do", async () => {
    await projectFor("Furgone a Imola", { title: "Furgone", kind: "RESOURCE", competence: null }, { place: "imola" });
    const near = await helper("accounting", { placeSlug: "bologna" });
    const [first, second] = await listHelpNeeds(near, { max: 50 }, NOW);
    expect([first?.held, first?.isNear]).toEqual(["accounting", false]);
    expect([second?.project.title, second?.held, second?.isNear]).toEqual(["Furgone a Imola", null, true]);
    expect(await titles(await helper(NURSING, { placeSlug: "palermo" }))).toEqual([]);

    const curious = await helper(NURSING);
    const accounting = await db.competence.findUniqueOrThrow({ where: { slug: "accounting" }, select: { id: true } });
    const ask = { side: "ASK", kind: "SKILL", title: "Imparare i conti", competenceId: accounting.id } as const;
    const { id } = await db.exchange.create({ data: { ...ask, memberId: curious.memberId }, select: { id: true } });
    expect((await listHelpNeeds(curious, { max: 50 }, NOW)).map(({ sought }) => sought)).toEqual(["accounting"]);
    await db.exchange.updateMany({ where: { id }, data: { withdrawnAt: NOW } });
    expect(await titles(curious)).toEqual([]);
  });

  test("P34: of what is alike the near comes first, however many others are due sooner; where a project moves, its needs do", async () => {
    const seeking = (title: string, due: string, place: string) =>
      projectFor(title, { title: "Cucito", competence: TAILORING, due }, { place });
    for (const day of [1, 2, 3, 4]) await seeking(`Lontano ${day}`, `2026-12-0${day}`, "palermo");
    const { slug } = await seeking("Vicino", "2026-12-20", "imola");
    const near = await helper(TAILORING, { placeSlug: "bologna" });
    const first = async () =>
      (await listHelpNeeds(near, { max: 2 }, NOW)).map(({ project, isNear }) => [project.title, isNear]);
    expect(await first()).toEqual([
      ["Vicino", true],
      ["Lontano 1", false],
    ]);
    await db.project.update({ where: { slug }, data: { placeSlug: "palermo" } });
    expect(await first()).toEqual([
      ["Lontano 1", false],
      ["Lontano 2", false],
    ]);
    await db.project.update({ where: { slug }, data: { placeSlug: null } });
    await db.need.updateMany({ where: { project: { slug } }, data: { provinceCode: "BO" } });
    expect((await first()).some(([, isNear]) => isNear)).toBe(false);
  });

  test("P34: what they can do comes before what they look for; then the indispensable, the near, the sooner, the newer", async () => {
    const [CERAMICS, WEAVING] = ["ceramics", "weaving"];
    const seat = (title: string, competence: string, isCritical: boolean, due: string | null, place: string) =>
      projectFor(title, { title: "Posto", competence, isCritical, due }, { place });
    await seat("cercato, indispensabile, vicino", WEAVING, true, "2026-12-01", "palermo");
    await seat("utile, lontano", CERAMICS, false, "2026-12-01", "imola");
    await seat("utile, vicino, senza giorno", CERAMICS, false, null, "palermo");
    await seat("utile, vicino", CERAMICS, false, "2026-12-09", "palermo");
    await seat("indispensabile, lontano", CERAMICS, true, "2026-12-02", "imola");
    await seat("indispensabile, senza luogo, prima", CERAMICS, true, "2026-12-05", "imola");
    await seat("indispensabile, senza luogo, dopo", CERAMICS, true, "2026-12-05", "imola");
    await db.project.updateMany({ where: { title: { contains: "senza luogo" } }, data: { placeSlug: null } });
    await seat("indispensabile, vicino", CERAMICS, true, "2026-12-30", "palermo");
    const actor = await helper(CERAMICS, { placeSlug: "palermo" });
    const weaving = await db.competence.findUniqueOrThrow({ where: { slug: WEAVING }, select: { id: true } });
    const ask = { side: "ASK", kind: "SKILL", title: "Imparare a tessere", competenceId: weaving.id } as const;
    await db.exchange.create({ data: { ...ask, memberId: actor.memberId } });
    const inOrder = [
      "indispensabile, vicino",
      "indispensabile, lontano",
      "indispensabile, senza luogo, dopo",
      "indispensabile, senza luogo, prima",
      "utile, vicino",
      "utile, vicino, senza giorno",
      "utile, lontano",
      "cercato, indispensabile, vicino",
    ];
    const first = async (max: number) => (await listHelpNeeds(actor, { max }, NOW)).map(({ project }) => project.title);
    expect(await first(50)).toEqual(inOrder);
    for (const max of [1, 3, 5, 7]) expect(await first(max)).toEqual(inOrder.slice(0, max));
  });

  test("PJ3, MO4: a project that takes no offers asks nobody, and its needs cannot say otherwise", async () => {
    const { slug } = await projectFor("Teatro di quartiere", { title: "Ceste", competence: "basketry" });
    const actor = await helper("basketry");
    const project = (data: Parameters<typeof db.project.update>[0]["data"]) =>
      db.project.update({ where: { slug }, data });
    const shown = () => titles(actor);
    expect(await shown()).toEqual(["Teatro di quartiere: Ceste"]);
    await project({ state: "SUSPENDED" });
    await db.need.updateMany({ where: { project: { slug } }, data: { takesFrom: "ANYBODY" } });
    expect(await shown()).toEqual([]);
    await project({ state: "FEASIBILITY" });
    expect(await shown()).toHaveLength(1);
    await project({ isWithheld: true });
    expect(await shown()).toEqual([]);
    await project({ isWithheld: false });
    expect(await shown()).toHaveLength(1);
  });

  test("PT3: what was offered to is not shown, a «non ora» for ninety days, a full seat to nobody", async () => {
    const turn = { title: "Turno", competence: NURSING, due: null };
    const { needIds } = await projectFor("Ambulatorio di cortile", turn);
    const [ada, bo, cy] = [await helper(NURSING), await helper(NURSING), await helper(NURSING)];
    const offer = async (actor: Actor) => {
      const offered = await offerToNeed(actor, { ...anOffer(needIds[0] ?? ""), competence: NURSING }, NOW);
      if (!offered.ok) throw new Error(offered.refusal.code);
      return offered.value.offerId;
    };
    const [first, second] = [await offer(ada), await offer(bo)];
    expect(await titles(ada)).toEqual([]);
    await declineOffer(owner, { offerId: first }, NOW);
    expect(await titles(ada, addDays(NOW, 89))).toEqual([]);
    expect(await titles(ada, addDays(NOW, 90))).toEqual(["Ambulatorio di cortile: Turno"]);
    expect(await titles(cy)).toEqual(["Ambulatorio di cortile: Turno"]);
    await acceptOffer(owner, { offerId: second }, NOW);
    expect(await titles(cy)).toEqual([]);
  });

  test("a seat wanted by a day is shown until that day, in Italy", async () => {
    await projectFor("Mercato in piazza", { title: "Banco", competence: MAPPING, due: "2026-12-10" });
    const actor = await helper(MAPPING);
    expect(await titles(actor, new Date("2026-12-10T22:59:00Z"))).toEqual(["Mercato in piazza: Banco"]);
    expect(await titles(actor, new Date("2026-12-10T23:00:00Z"))).toEqual([]);
  });

  test("A2, M10: a project for members only is for those who belong and are not in pause", async () => {
    const [inside, paused, outside] = [await helper(HOUSING), await helper(HOUSING), await helper(HOUSING)];
    const group = await makeGroup({ steward: owner, active: [inside], paused: [paused] });
    await projectFor(
      "Riservato",
      { title: "Regole", competence: HOUSING },
      { association: group.slug, isMembersOnly: true },
    );
    expect(await titles(inside)).toEqual(["Riservato: Regole"]);
    expect(await titles(paused)).toEqual([]);
    expect(await titles(outside)).toEqual([]);
  });
});
