import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Viewer } from "@/lib/auth/actor";
import { readFilters } from "@/lib/directory/filter/rules";
import { listPeople } from "@/lib/directory/queries";
import { standStill } from "@/lib/testing/clock";
import { anyText } from "@/lib/testing/fuzz";
import { makeMember } from "@/lib/testing/members";

const asking = vi.hoisted(() => ({ viewer: null as unknown, network: "192.0.2.0" }));
vi.mock("@/lib/auth/session", () => ({ getViewer: async () => asking.viewer }));
vi.mock("@/lib/auth/request", () => ({ readOrigin: async () => ({ network: asking.network }) }));
const { GET } = await import("./route");

let turns = 0;
/** From a network, or by an account, that has not asked before. */
const get = (query = "", viewer: Viewer = null) => {
  asking.network = `192.0.2.${++turns}`;
  asking.viewer = viewer && { ...viewer, accountId: `00000000-0000-4000-8000-${String(turns).padStart(12, "0")}` };
  return GET(new Request(`http://localhost/api/exports/people.csv${query && `?${query}`}`));
};
/** With its mark of byte order, which `text()` would hide. */
const textOf = async (answer: Response) =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(await answer.arrayBuffer());
const linesOf = async (query?: string, viewer?: Viewer) => (await textOf(await get(query, viewer))).split("\r\n");
const namesIn = async (query?: string, viewer?: Viewer) =>
  (await linesOf(query, viewer)).slice(1, -1).map((line) => line.split(",")[0]);

let member: Viewer;

beforeAll(async () => {
  member = await makeMember({ name: "Guido Prova", handle: "guido", placeSlug: "torino" });
  await makeMember({
    name: "Ilaria Zanasi",
    handle: "ilaria",
    headline: "Bilanci, semplici",
    isPublic: true,
    placeSlug: "imola",
    competences: { "tax-advice": 3, photography: 1 },
    exchanges: [{ side: "OFFER", title: '=HYPERLINK("http://example.org")', competence: "tax-advice" }],
  });
  await makeMember({ name: "Carlo Conti", handle: "carlo", placeSlug: "bologna", competences: { "tax-advice": 2 } });
});

beforeEach(() => {
  asking.viewer = null;
});

describe("the file", () => {
  test("holds what the cards say, under heads in the language asked for, with no formula in it", async () => {
    expect(await linesOf()).toEqual([
      "\uFEFFPersona,Si presenta così,Comune,Provincia,Regione,Competenze,Offre,Cerca,Profilo",
      `Ilaria Zanasi,"Bilanci, semplici",Imola,Bologna,Emilia-Romagna,"Consulenza fiscale | Fotografia","'=HYPERLINK(""http://example.org"")",,http://localhost:3000/persone/ilaria`,
      "",
    ]);
    const [heads = "", row = ""] = await linesOf("locale=en");
    expect(heads).toBe("\uFEFFPerson,In their words,Town,Province,Region,Competences,Offers,Looks for,Profile");
    expect(row).toContain(",http://localhost:3000/en/people/ilaria");
  });

  test("is a download by its name, kept by nobody on the way", async () => {
    const { headers } = await get("locale=en");
    expect(headers.get("content-type")).toBe("text/csv; charset=utf-8; header=present");
    expect(headers.get("content-disposition")).toMatch(/^attachment; filename="people-\d{4}-\d\d-\d\d\.csv"$/);
    expect([headers.get("cache-control"), headers.get("vary")]).toEqual(["private, no-store", "Cookie"]);
  });

  test.each([
    ["q=commercialista", ["Carlo Conti", "Ilaria Zanasi"]],
    ["place=BO&c=tax-advice&c=photography", ["Ilaria Zanasi"]],
    ["side=offers", ["Ilaria Zanasi"]],
    ["level=3&c=tax-advice", ["Ilaria Zanasi"]],
    ["sort=name&view=table&after=xyz&nothing=1", ["Carlo Conti", "Guido Prova", "Ilaria Zanasi"]],
    ["q=nessuno-cosi", []],
  ])("?%s finds whom the page finds: %j", async (query, names) => {
    expect((await namesIn(query, member)).toSorted()).toEqual(names);
  });

  test("is the list that is shown, without the words set aside", async () => {
    expect(await namesIn("q=fiscalista trapezisti", member)).toEqual(await namesIn("q=fiscalista", member));
    expect((await namesIn("q=fiscalista trapezisti", member)).toSorted()).toEqual(["Carlo Conti", "Ilaria Zanasi"]);
  });

  test("goes on beyond one page, in the order of the pages, each person once", async () => {
    for (let i = 10; i < 60; i++) await makeMember({ name: `Pia ${i}`, headline: "brigata" });
    const names = await namesIn("q=brigata&sort=name", member);
    expect(names).toEqual(Array.from({ length: 50 }, (_, i) => `Pia ${i + 10}`));
  });
});

describe("A2: what is closed to whoever asks", () => {
  const closed = fc.record({
    name: fc.constantFrom("Ilaria Zanasi", "Ugo Nascosto", "=1+1"),
    headline: fc.constantFrom("", "brigata", "Bilanci"),
    placeSlug: fc.constantFrom("imola", "bologna", "torino"),
  });
  const QUERIES = ["", "q=bilanci", "place=BO", "side=offers&sort=newest", "c=tax-advice&level=2"];
  const filesFor = (viewer: Viewer) => Promise.all(QUERIES.map(async (query) => textOf(await get(query, viewer))));

  test("is absent for visitors: who shows to members alone, and addresses of mail", async () => {
    expect(await namesIn("q=commercialista")).toEqual(["Ilaria Zanasi"]);
    expect((await linesOf("", member)).join()).not.toContain("@");
  });

  test.each([
    ["somebody who is not listed, for members", () => member, { isListed: false }],
    ["somebody who is not listed, for visitors", () => null, { isListed: false }],
    ["somebody suspended, for members", () => member, { isSuspended: true, isPublic: true }],
    ["somebody suspended, for visitors", () => null, { isSuspended: true, isPublic: true }],
    ["somebody who shows to members alone, for visitors", () => null, { isPublic: false }],
  ])("changes no byte: two worlds that differ only by %s, give one file", async (_who, viewerOf, state) => {
    await fc.assert(
      fc.asyncProperty(closed, async (fields) => {
        const before = await filesFor(viewerOf());
        await makeMember({
          ...fields,
          ...state,
          competences: { "tax-advice": 4 },
          exchanges: [{ side: "OFFER", title: "Bilanci", competence: "tax-advice" }],
        });
        expect(await filesFor(viewerOf())).toEqual(before);
      }),
      { numRuns: 5 },
    );
  });

  test("changes a byte as soon as it is open: the worlds above could have differed", async () => {
    const before = await filesFor(null);
    await makeMember({ name: "Ugo Palese", isPublic: true, placeSlug: "bologna", headline: "Bilanci" });
    expect(await filesFor(null)).not.toEqual(before);
  });

  test("nor do the counts that the map draws", async () => {
    const counts = async () => (await listPeople(member, readFilters({ view: "map" }), { language: "it" })).facets;
    const before = await counts();
    await makeMember({ name: "Ugo Nascosto", isListed: false, placeSlug: "palermo" });
    expect(await counts()).toEqual(before);
    await makeMember({ name: "Ugo Palese", placeSlug: "palermo" });
    expect(await counts()).not.toEqual(before);
  });
});

test("whatever is asked, there is a file with the same columns", async () => {
  const names = fc.constantFrom("q", "c", "area", "place", "side", "level", "sort", "after", "association", "locale");
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(names, anyText), { maxLength: 4 }), async (pairs) => {
      const answer = await get(new URLSearchParams(pairs).toString());
      expect(answer.status).toBe(200);
      expect((await textOf(answer)).split("\r\n")[0]?.split(",")).toHaveLength(9);
    }),
    { numRuns: 40 },
  );
});

test("an eleventh file in a minute is refused with a page that says so, to each account and network for itself", async () => {
  standStill();
  const from = (network: string) => {
    asking.network = network;
    return GET(new Request("http://localhost/api/exports/people.csv?q=nessuno-cosi&locale=en"));
  };
  for (let i = 0; i < 10; i++) expect((await from("198.51.100.1")).status).toBe(200);
  const refused = await from("198.51.100.1");
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await refused.text()).toContain("Wait a minute");
  expect((await from("198.51.100.2")).status).toBe(200);
});
