import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor, Viewer } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { aMemberOf, anAssociation } from "@/lib/testing/associations";
import { makePeople, search } from "@/lib/testing/directory";
import { makeMember } from "@/lib/testing/members";
import { readFilters } from "./filter/rules";
import { searchPeople } from "./queries";

const namesOf = async (viewer: Viewer, query: string) => {
  const { items, total } = await search(viewer, query);
  expect(total).toBe(items.length);
  return items.map(({ name }) => name).toSorted();
};

let viewer: Actor;
beforeAll(async () => {
  viewer = await makePeople();
});

describe("what is found", () => {
  test.each([
    ["q=commercialista bologna", ["Ilaria Zanasi"]],
    ["q=chi offre frontend", ["Marta Ferrara"]],
    ["q=offre diritto del terzo settore", ["Guido Prova"]],
    ["q=chi cerca un sito web", ["Guido Prova"]],
    ["q=offro diritto del terzo settore", ["Marta Ferrara"]],
    ["q=cerco commercialista", ["Carlo Dall’Ò", "Ilaria Zanasi"]],
    ["q=commercialista", ["Carlo Dall’Ò", "Ilaria Zanasi"]],
    ["q=fiscalità", ["Ilaria Zanasi"]],
    ["q=fiscalita", ["Ilaria Zanasi"]],
    ["q=sviluppatrice web", ["Marta Ferrara"]],
    ["q=web developer", ["Marta Ferrara"]],
    ["q=commercialista provincia di bologna", ["Carlo Dall’Ò", "Ilaria Zanasi"]],
    ["q=commercialista zona bologna", ["Carlo Dall’Ò", "Ilaria Zanasi"]],
    ["q=liutaia", ["Carlo Dall’Ò"]],
    ["q=liutaia&level=1", []],
    ["q=zanasi", ["Ilaria Zanasi"]],
    ["q=ilaria z", ["Ilaria Zanasi"]],
    ["q=ZANASI ilaria", ["Ilaria Zanasi"]],
    ["q=dall'o", ["Carlo Dall’Ò"]],
    ["q=circo", ["Marta Ferrara"]],
    ["c=software-engineering", ["Marta Ferrara"]],
    ["area=tax-accounting", ["Carlo Dall’Ò", "Ilaria Zanasi"]],
    ["area=tax-accounting&place=BO", ["Carlo Dall’Ò", "Ilaria Zanasi"]],
    ["area=tax-accounting&place=bologna", ["Ilaria Zanasi"]],
    ["place=emilia-romagna&c=accounting", ["Carlo Dall’Ò", "Ilaria Zanasi"]],
    ["c=tax-advice&level=4", []],
    ["c=accounting&level=4", ["Carlo Dall’Ò"]],
    ["level=4", ["Carlo Dall’Ò"]],
    ["side=offers", ["Guido Prova", "Ilaria Zanasi", "Marta Ferrara"]],
    ["side=offers&c=accounting", ["Ilaria Zanasi"]],
    ["side=asks&c=nonprofit-law", ["Marta Ferrara"]],
    ["side=givesMe", ["Marta Ferrara"]],
    ["side=needsMe", ["Marta Ferrara"]],
    ["q=%3F%3F", ["Carlo Dall’Ò", "Guido Prova", "Ilaria Zanasi", "Marta Ferrara", "Sara Chiusa"]],
  ])("%s", async (query, expected) => {
    expect(await namesOf(viewer, query)).toEqual(expected);
  });

  test("a surname that is also a town finds the person and those who live there", async () => {
    expect(await namesOf(viewer, "q=ferrara")).toEqual(["Marta Ferrara"]);
    expect(await namesOf(viewer, "q=ferrara&sort=name")).toEqual(["Marta Ferrara"]);
  });

  test("A2: a visitor finds public profiles only, by whatever way, counts included", async () => {
    expect(await namesOf(null, "")).toEqual(["Ilaria Zanasi"]);
    expect(await namesOf(null, "q=commercialista")).toEqual(["Ilaria Zanasi"]);
    const { facets } = await search(null, "");
    expect(facets.areas).toEqual({ "tax-accounting": 1 });
    expect(facets.regions).toEqual({ "emilia-romagna": 1 });
  });

  test("A2: a closed competence, story or place is found by nobody, in lists, counts and ways out", async () => {
    expect(await namesOf(viewer, "q=petunia")).toEqual([]);
    expect(await namesOf(viewer, "place=ferrara")).toEqual([]);
    const { facets, waysOut } = await search(viewer, "c=tax-advice&place=ferrara");
    expect(facets.competences["tax-advice"]).toBeUndefined();
    expect(waysOut.map(({ total }) => total)).toEqual([1, 1]);
    const all = await search(viewer, "");
    expect(all.facets.competences["tax-advice"]).toBe(1);
    expect(all.facets.provinces).toEqual({ BO: 3, TO: 1 });
  });

  test("A2: unlisted and suspended people are absent from every list and count", async () => {
    const { items, total } = await search(viewer, "sort=name");
    expect(total).toBe(5);
    expect(items.map(({ name }) => name)).toEqual([
      "Carlo Dall’Ò",
      "Guido Prova",
      "Ilaria Zanasi",
      "Marta Ferrara",
      "Sara Chiusa",
    ]);
    expect(await namesOf(viewer, "q=nascosto")).toEqual([]);
  });
});

describe("around a town, a language, an hour and an ear", () => {
  beforeAll(async () => {
    const fields = { headline: "Cicala", placeSlug: "imola" };
    await makeMember({
      ...fields,
      name: "Rita Parla",
      handle: "rita",
      languages: ["it", "ar"],
      exchanges: [{ side: "OFFER", kind: "TIME", title: "Due ore" }],
    });
    await makeMember({
      ...fields,
      name: "Tina Tace",
      handle: "tina",
      languages: ["ar"],
      audiences: { LANGUAGES: "ONLY_ME", OFFERS: "ONLY_ME" },
      exchanges: [{ side: "OFFER", kind: "TIME", title: "Tre ore" }],
    });
    await makeMember({
      ...fields,
      name: "Elio Ascolta",
      handle: "elio",
      placeSlug: "bologna",
      exchanges: [
        { side: "OFFER", kind: "LISTENING", title: "Ti ascolto" },
        { side: "ASK", kind: "TIME", title: "Chi mi dà un’ora" },
      ],
    });
  });
  afterAll(async () => {
    await db.member.updateMany({ where: { headline: "Cicala" }, data: { isListed: false } });
    await db.$executeRaw`SELECT directory_refresh(NULL)`;
  });

  test.each([
    ["place=bologna", ["Elio Ascolta"]],
    ["place=bologna&within=10", ["Elio Ascolta"]],
    ["place=bologna&within=50", ["Elio Ascolta", "Rita Parla", "Tina Tace"]],
    ["near=Bologna&within=50", ["Elio Ascolta", "Rita Parla", "Tina Tace"]],
    ["place=imola&within=10", ["Rita Parla", "Tina Tace"]],
    ["place=torino&within=100", []],
    ["place=BO&within=10", ["Elio Ascolta", "Rita Parla", "Tina Tace"]],
    ["language=it", ["Rita Parla"]],
    ["language=en", []],
    ["ready=time", ["Rita Parla"]],
    ["ready=listening", ["Elio Ascolta"]],
    ["ready=time&ready=listening", []],
  ])("%s", async (query, expected) => {
    expect(await namesOf(viewer, `q=cicala&${query}`)).toEqual(expected);
  });

  test("a town that words name is looked around, too", async () => {
    expect(await namesOf(viewer, "q=cicala bologna")).toEqual(["Elio Ascolta"]);
    expect(await namesOf(viewer, "q=cicala bologna&within=50")).toEqual(["Elio Ascolta", "Rita Parla", "Tina Tace"]);
  });

  test("A2: a language or an hour its owner closed finds nobody", async () => {
    expect(await namesOf(viewer, "q=cicala&language=ar")).toEqual(["Rita Parla"]);
    const { waysOut } = await search(viewer, "q=cicala&language=ar&ready=time&place=torino");
    expect(waysOut.map(({ total }) => total)).toEqual([1]);
  });
});

test("A2: a belonging finds somebody only for those who share it, or once its owner opened it", async () => {
  const { slug, steward } = await anAssociation();
  const inside = await aMemberOf((await db.association.findUniqueOrThrow({ where: { slug } })).id);
  const seen = async (who: Viewer) => {
    const { items, total } = await search(who, `association=${slug}`);
    const emblems = items.flatMap(({ associations }) => associations.map((one) => one.slug));
    return [total, emblems.length];
  };
  expect(await seen(inside)).toEqual([2, 2]);
  expect(await seen(viewer)).toEqual([0, 0]);
  await db.membership.updateMany({ where: { memberId: steward.memberId }, data: { isVisible: true } });
  expect(await seen(viewer)).toEqual([1, 1]);
  expect(await seen(null)).toEqual([0, 0]);
  await db.membership.updateMany({ data: { isVisible: false } });
  const { items } = await search(viewer, `q=${encodeURIComponent(steward.name)}`);
  expect(items.map(({ associations }) => associations)).toEqual([[]]);
  await db.member.updateMany({ where: { id: { in: [steward.memberId, inside.memberId] } }, data: { isListed: false } });
  await db.$executeRaw`SELECT directory_refresh(NULL)`;
});

test("what ended yesterday is not on a card, even before the hourly refresh", async () => {
  await makeMember({
    name: "Olga Scaduta",
    handle: "olga",
    exchanges: [{ side: "OFFER", title: "Oggi", untilOn: "2099-01-01" }],
  });
  const filters = readFilters({ q: "scaduta" });
  const offersOn = async (day: string) =>
    (await searchPeople(viewer, filters, { language: "it", now: new Date(day) })).items[0]?.card.offers.length;
  expect(await offersOn("2099-01-01T22:00:00Z")).toBe(1);
  expect(await offersOn("2099-01-01T23:00:00Z")).toBe(0);
  expect(await db.$queryRaw`SELECT * FROM check_invariants()`).toEqual([]);
});
