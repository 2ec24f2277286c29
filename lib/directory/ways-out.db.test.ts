import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor, Viewer } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { expectInvariants } from "@/lib/testing/associations";
import { makePeople, search } from "@/lib/testing/directory";
import { makeMember } from "@/lib/testing/members";
import { searchPeople } from "./queries";

let viewer: Actor;
beforeAll(async () => {
  viewer = await makePeople();
});
afterAll(expectInvariants);

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

  test("before anything is set aside, those who wrote the same words, as far as whoever looks may read them", async () => {
    const tea = { name: "Tea Trapani", about: "Racconto come un fiscalista fece il trapezista.", isPublic: true };
    const { handle } = await makeMember({ ...tea, audiences: { ABOUT: "MEMBERS" } });
    const as = { names: ["Tea Trapani"], setAside: [], kept: 1, total: 1 };
    expect(await found("q=fiscalista trapezista")).toEqual(as);
    expect(await found('q="fiscalista trapezista"')).toEqual(as);
    const { beneath } = await search(viewer, "q=fiscalista trapezista");
    expect(beneath).toMatchObject({ way: { filters: { q: "fiscalista" } }, items: [{ name: "Ilaria Zanasi" }] });
    expect(await search(viewer, 'q="fiscalista trapezista"')).toMatchObject({ beneath: null, waysOut: [] });
    expect(await found("q=fiscalista")).toMatchObject({ names: ["Ilaria Zanasi"] });
    expect(await found("q=fiscalista trapezista", null)).toMatchObject({
      names: ["Ilaria Zanasi"],
      setAside: ["trapezista"],
    });
    expect(await found('q="fiscalista trapezista"', null)).toMatchObject({ names: [], setAside: [] });
    await db.member.delete({ where: { handle } });
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
    expect([nobody.total, nobody.waysOut.map(({ filters }) => filters.q)]).toEqual([0, ["fiscalista", "torino"]]);
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

const namesOf = (beneath: Awaited<ReturnType<typeof search>>["beneath"]) =>
  beneath?.items.map(({ name }) => name).toSorted();

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
    expect(page.beneath?.way.wider?.ref).toBe("emilia-romagna");
    expect(namesOf(page.beneath)).toEqual(["Carlo Dall’Ò", "Ilaria Zanasi"]);
    for (const { why } of page.beneath?.items ?? [])
      expect(why[0]).toMatchObject({ code: "competence", place: expect.any(String) });
  });

  test("a competence is widened to the one above before the place is", async () => {
    const page = await search(viewer, "q=contabile imola&c=bookkeeping");
    expect(page.total).toBe(0);
    expect(told(page)[0]).toEqual(["competence", "accounting", 1]);
    expect(namesOf(page.beneath)).toEqual(["Carlo Dall’Ò"]);
  });

  test("a name with a slip in it leads to whoever bears it, of those that whoever looks may find", async () => {
    const page = await search(viewer, "q=Ilria Zanasi");
    const spelt = async (who: Viewer, query: string) =>
      told(await search(who, query)).filter(([, wider]) => wider !== null);
    expect(told(page)[0]).toEqual(["words", "Ilaria Zanasi", 1]);
    expect([page.beneath?.way.filters.q, namesOf(page.beneath)]).toEqual(["Ilaria Zanasi", ["Ilaria Zanasi"]]);
    expect((await spelt(viewer, "q=zanassi bologna"))[0]).toEqual(["words", "Zanasi", 1]);
    expect((await spelt(viewer, "q=Sara Chiussa"))[0]).toEqual(["words", "Sara Chiusa", 1]);
    expect(await spelt(null, "q=Sara Chiussa")).toEqual([]);
    expect(await spelt(viewer, "q=Ugo Nascossto")).toEqual([]);
  });

  test("where nobody says the only words, nobody is shown for having none of them", async () => {
    const { waysOut, beneath } = await search(viewer, "q=petunia");
    expect([waysOut.map(({ isAimed }) => isAimed), beneath]).toEqual([[false], null]);
  });

  test("what was set aside to get there is said", async () => {
    const { waysOut, beneath, total } = await search(viewer, "q=fiscalista trapezisti rimini");
    expect(total).toBe(0);
    expect(waysOut.map(({ setAside }) => setAside)).toEqual([["trapezisti"], ["trapezisti"]]);
    expect([beneath?.way.setAside, namesOf(beneath)]).toEqual([["trapezisti"], ["Ilaria Zanasi"]]);
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

describe("beneath those who satisfy it all", () => {
  const QUERY = "q=logopedista per bambino";
  const made: string[] = [];
  const speech = async (name: string, more: Partial<Parameters<typeof makeMember>[0]> = {}) =>
    made.push((await makeMember({ name, isPublic: true, competences: { "speech-therapy": 3 }, ...more })).handle);

  beforeAll(async () => {
    for (let n = 0; n < 2; n += 1) await speech(`Bea ${n}`, { competences: { "speech-therapy": 3, childcare: 2 } });
    for (let n = 0; n < 24; n += 1) await speech(`Lea ${n}`);
  });
  afterAll(() => db.member.deleteMany({ where: { handle: { in: made } } }));

  test("stand some who do but for what may not have been meant, none of them twice, up to ten in all", async () => {
    const { total, items, beneath, waysOut } = await search(viewer, QUERY);
    expect([total, items.map(({ name }) => name).toSorted()]).toEqual([2, ["Bea 0", "Bea 1"]]);
    expect(beneath?.way).toEqual(waysOut[0]);
    expect([beneath?.way.criterion.typed, beneath?.way.total]).toEqual(["bambino", 26]);
    expect(new Set(beneath?.items.map(({ name }) => name.slice(0, 3)))).toEqual(new Set(["Lea"]));
    expect(new Set(beneath?.items.map(({ handle }) => handle)).size).toBe(8);
  });

  test("stands nobody on a further page, nor where nothing draws them", async () => {
    expect((await search(viewer, `${QUERY}&after=x`)).beneath).toBeNull();
    for (const view of ["table", "map"]) expect((await search(viewer, `${QUERY}&view=${view}`)).beneath).toBeNull();
  });

  test("stands nobody from another place while somebody is in the one asked for", async () => {
    const { total, beneath, waysOut } = await search(viewer, "q=commercialista bologna");
    expect([total, beneath, waysOut[0]?.wider?.ref]).toEqual([1, null, "BO"]);
  });

  test("A2: stands nobody whom, or whose competences, whoever looks may not see", async () => {
    const before = JSON.stringify(await search(null, QUERY));
    await speech("Lia Chiusa", { audiences: { COMPETENCES: "MEMBERS" } });
    await speech("Lia Iscritta", { isPublic: false });
    await speech("Lia Nascosta", { isListed: false, isPublic: false });
    await speech("Lia Sospesa", { isSuspended: true });
    expect(JSON.stringify(await search(null, QUERY))).toBe(before);
    expect((await search(viewer, QUERY)).beneath?.way.total).toBe(28);
  });
});
