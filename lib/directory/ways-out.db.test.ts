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
