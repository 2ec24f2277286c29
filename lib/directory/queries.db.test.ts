import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor, Viewer } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { aMemberOf, anAssociation } from "@/lib/testing/associations";
import { makeMember } from "@/lib/testing/members";
import { encodeCursor } from "./cursor/rules";
import { readFilters } from "./filter/rules";
import { searchPeople } from "./queries";

const search = (viewer: Viewer, query: string) =>
  searchPeople(viewer, readFilters(paramsOf(query)), { language: "it" });

function paramsOf(query: string): Record<string, string[]> {
  const params: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(query)) params[name] = [...(params[name] ?? []), value];
  return params;
}

const namesOf = async (viewer: Viewer, query: string) => {
  const { items, total } = await search(viewer, query);
  expect(total).toBe(items.length);
  return items.map(({ name }) => name).toSorted();
};

let viewer: Actor;

beforeAll(async () => {
  viewer = await makeMember({
    name: "Guido Prova",
    handle: "guido",
    placeSlug: "bologna",
    exchanges: [
      { side: "ASK", title: "Un sito", competence: "web-development" },
      { side: "OFFER", title: "Contratti", competence: "nonprofit-law" },
    ],
    values: ["trust", "care", "active-listening"],
  });
  await makeMember({
    name: "Ilaria Zanasi",
    handle: "ilaria",
    isPublic: true,
    placeSlug: "bologna",
    competences: { "tax-advice": 3, "nonprofit-accounting": 2 },
    exchanges: [{ side: "OFFER", title: "Un’ora sul bilancio", competence: "nonprofit-accounting" }],
    values: ["care", "trust"],
  });
  await makeMember({
    name: "Carlo Dall’Ò",
    handle: "carlo",
    headline: "Già liutaia, ora ragioniere",
    placeSlug: "imola",
    competences: { accounting: 4 },
  });
  await makeMember({
    name: "Marta Ferrara",
    handle: "marta",
    placeSlug: "torino",
    competences: { "frontend-development": 3 },
    exchanges: [
      { side: "OFFER", title: "Pagine che si leggono", competence: "frontend-development" },
      { side: "ASK", title: "Chi legga uno statuto", competence: "nonprofit-law" },
    ],
    story: "Ho imparato in un circo.",
  });
  await makeMember({
    name: "Sara Chiusa",
    handle: "sara",
    placeSlug: "ferrara",
    competences: { "tax-advice": 3 },
    story: "Nessuno legga questa parola: petunia.",
    audiences: { COMPETENCES: "ONLY_ME", STORY: "CONNECTED", PLACE: "SHARED_ASSOCIATIONS" },
  });
  await makeMember({ name: "Ugo Nascosto", handle: "ugo", isListed: false, competences: { "tax-advice": 4 } });
  await makeMember({ name: "Ida Sospesa", handle: "ida", isSuspended: true, competences: { "tax-advice": 4 } });
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

describe("why, and in what order", () => {
  test("the cause is what was looked for, with its level and the place", async () => {
    const { items } = await search(viewer, "q=commercialista bologna");
    expect(items[0]?.why[0]).toEqual({ code: "competence", slug: "tax-advice", level: 3, place: "bologna" });
  });

  test("who seeks what I offer comes first in a list nobody narrowed", async () => {
    const { items } = await search(viewer, "");
    expect(items[0]?.name).toBe("Marta Ferrara");
    expect(items[0]?.why).toEqual([
      { code: "needsMe", slug: "nonprofit-law" },
      { code: "givesMe", slug: "frontend-development" },
    ]);
    expect(items[1]?.why).toEqual([
      { code: "values", slugs: ["care", "trust"] },
      { code: "near", place: "bologna" },
    ]);
  });

  test("every card of a narrowed list says why it is there", async () => {
    for (const query of [
      "q=commercialista",
      "q=liutaia",
      "q=circo",
      "side=offers",
      "place=BO",
      "area=software",
      "q=zanasi",
    ]) {
      const { items } = await search(viewer, query);
      expect(items.length, query).toBeGreaterThan(0);
      for (const { why, name } of items) expect(why.length, `${query}: ${name}`).toBeGreaterThan(0);
    }
  });
});

describe("where nobody satisfies everything typed", () => {
  const found = async (query: string, who: Viewer = viewer) => {
    const { items, setAside, criteria, total } = await search(who, query);
    return { names: items.map(({ name }) => name).toSorted(), setAside, kept: criteria.length, total };
  };

  test("words left over are set aside, and the page says which", async () => {
    const one = { names: ["Ilaria Zanasi"], setAside: [], kept: 1, total: 1 };
    expect(await found("q=fiscalista")).toEqual(one);
    expect(await found("q=fiscalista trapezisti")).toEqual({ ...one, setAside: ["trapezisti"] });
  });

  test("then what is less sure; a place and what was chosen hold", async () => {
    expect(await found("q=fiscalista liutaio")).toMatchObject({ names: ["Ilaria Zanasi"], setAside: ["liutaio"] });
    expect(await found("q=fiscalista trapezisti torino")).toEqual({ names: [], setAside: [], kept: 3, total: 0 });
    expect(await found("q=fiscalista trapezisti&place=torino")).toMatchObject({ names: [], setAside: [] });
  });

  test("nothing is set aside while somebody satisfies it all", async () => {
    const { handle } = await makeMember({
      name: "Tea Trapani",
      competences: { "tax-advice": 2 },
      about: "Trapezista.",
    });
    expect(await found("q=fiscalista trapezista")).toMatchObject({ names: ["Tea Trapani"], setAside: [] });
    await db.member.delete({ where: { handle } });
  });

  test("A2: what somebody closed to whoever looks does not keep words from being set aside", async () => {
    const tea = { name: "Tea Trapani", competences: { "tax-advice": 2 }, about: "Trapezista.", isPublic: true };
    const { handle } = await makeMember({ ...tea, audiences: { ABOUT: "MEMBERS" } });
    expect(await found("q=fiscalista trapezista")).toMatchObject({ names: ["Tea Trapani"], setAside: [] });
    const both = { names: ["Ilaria Zanasi", "Tea Trapani"], setAside: ["trapezista"] };
    expect(await found("q=fiscalista trapezista", null)).toMatchObject(both);
    await db.member.delete({ where: { handle } });
  });

  test("steps out go on from what is kept, or from the search without the words left over", async () => {
    const { waysOut } = await search(viewer, "q=fiscalista trapezisti bologna");
    expect(waysOut.map(({ filters, total }) => [filters.q, filters.place?.ref ?? null, total])).toEqual([
      ["bologna", null, 2],
    ]);
    const nobody = await search(viewer, "q=fiscalista trapezisti torino");
    expect([nobody.total, nobody.waysOut.map(({ filters }) => filters.q)]).toEqual([0, ["torino", "fiscalista"]]);
  });

  test("all its pages are of the same list, whoever comes meanwhile", async () => {
    const made = await Promise.all(
      Array.from({ length: 25 }, (_, i) => makeMember({ name: `Olga ${i}`, competences: { "art-therapy": 3 } })),
    );
    const first = await search(viewer, "q=arteterapia trapezisti");
    made.push(await makeMember({ name: "Tea Trapani", about: "Trapezisti.", competences: { "art-therapy": 1 } }));
    const second = await search(viewer, `q=arteterapia trapezisti&after=${first.nextCursor}`);
    expect([first.total, first.items.length, first.setAside]).toEqual([25, 20, ["trapezisti"]]);
    expect([second.items.length, second.setAside, second.isRestarted]).toEqual([6, ["trapezisti"], false]);
    expect((await found("q=arteterapia trapezisti")).names).toEqual(["Tea Trapani"]);
    await db.member.deleteMany({ where: { id: { in: made.map(({ memberId }) => memberId) } } });
  });
});

describe("ways out", () => {
  const told = (page: Awaited<ReturnType<typeof search>>) =>
    page.waysOut.map(({ criterion, wider, total }) => [criterion.kind, wider?.ref ?? null, total]);

  test("nothing found names the filter to drop and the number it would free", async () => {
    const page = await search(viewer, "q=commercialista torino");
    expect(page.total).toBe(0);
    expect(told(page)).toEqual([
      ["place", null, 2],
      ["competence", null, 1],
    ]);
  });

  test("a place is widened before it is dropped, and who is there is shown", async () => {
    const page = await search(viewer, "q=commercialista rimini");
    expect(told(page)).toEqual([
      ["place", "emilia-romagna", 2],
      ["place", null, 2],
    ]);
    expect(page.nearby.map(({ name }) => name).toSorted()).toEqual(["Carlo Dall’Ò", "Ilaria Zanasi"]);
    for (const { why } of page.nearby) expect(why[0]).toMatchObject({ code: "competence", place: expect.any(String) });
  });

  test("going that way finds exactly so many", async () => {
    const { waysOut } = await search(viewer, "c=accounting&place=TO&level=3&side=offers");
    expect(waysOut.length).toBeGreaterThan(0);
    for (const { filters, total } of waysOut)
      expect((await searchPeople(viewer, filters, { language: "it" })).total).toBe(total);
  });

  test("a list that is long enough, or of one filter, is left alone", async () => {
    expect((await search(viewer, "q=zanasi")).waysOut).toEqual([]);
    expect((await search(viewer, "")).waysOut).toEqual([]);
  });
});

describe("walking the list", () => {
  test.each(["relevance", "name", "newest"])("by %s, each person comes exactly once", async (sort) => {
    const joinedAt = new Date("2026-05-05T05:05:05.555Z");
    const many = Array.from({ length: 60 }, (_, i) => ({ name: `Pia ${i % 7}`, handle: `${sort}-${i}`, joinedAt }));
    for (const person of many) await makeMember({ ...person, headline: `brigata${sort}` });
    const seen: string[] = [];
    let after: string | null = "";
    while (after !== null) {
      const page = await search(viewer, `q=brigata${sort}&sort=${sort}${after && `&after=${after}`}`);
      expect(page.total).toBe(60);
      expect(page.isRestarted).toBe(false);
      seen.push(...page.items.map(({ handle }) => handle));
      after = page.nextCursor;
    }
    expect(seen).toHaveLength(60);
    expect(new Set(seen).size).toBe(60);
  });

  test.each(["x", "e30", "WyJuYW1lIiwiYSIsN10", "a'; DROP TABLE"])(
    "a broken cursor «%s» starts again and says so",
    async (after) => {
      const page = await search(viewer, `sort=name&after=${encodeURIComponent(after)}`);
      expect(page.isRestarted).toBe(true);
      expect(page.items[0]?.name).toBe("Carlo Dall’Ò");
    },
  );
});

test("A2: a cursor goes on after whom it names, and tells nothing of whoever is not found", async () => {
  const after = (handle: string) => encodeURIComponent(encodeCursor({ sort: "name", key: "carlo dall'o", handle }));
  const first = async (handle: string) => (await search(viewer, `sort=name&after=${after(handle)}`)).items[0]?.name;
  expect(await first("carlo")).not.toBe("Carlo Dall’Ò");
  expect(await first("nobody")).toBe("Carlo Dall’Ò");
  expect(await first("ugo")).toBe("Carlo Dall’Ò");
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
