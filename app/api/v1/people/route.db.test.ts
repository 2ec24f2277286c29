import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Viewer } from "@/lib/auth/actor";
import { peopleAnswer } from "@/lib/directory/answer/schema";
import { standStill } from "@/lib/testing/clock";
import { makeMember } from "@/lib/testing/members";

vi.stubEnv("API_PER_MINUTE", "30");
const asking = vi.hoisted(() => ({ viewer: null as unknown, network: "192.0.2.0" }));
vi.mock("@/lib/auth/session", () => ({ getViewer: async () => asking.viewer }));
vi.mock("@/lib/auth/request", () => ({ readOrigin: async () => ({ network: asking.network }) }));
const { GET } = await import("./route");

const get = (query = "", headers: Record<string, string> = {}) =>
  GET(new Request(`http://localhost/api/v1/people${query && `?${query}`}`, { headers }));
const listed = async (query = "") => peopleAnswer.parse(await (await get(query)).json());
const as = (viewer: Viewer) => {
  asking.viewer = viewer;
};

let member: Viewer;
let networks = 0;

beforeAll(async () => {
  member = await makeMember({ name: "Guido Prova", handle: "guido", placeSlug: "torino" });
  await makeMember({
    name: "Ilaria Zanasi",
    handle: "ilaria",
    headline: "Bilanci semplici",
    isPublic: true,
    placeSlug: "bologna",
    competences: { "tax-advice": 3, photography: 1 },
    exchanges: [{ side: "OFFER", title: "Un’ora", competence: "tax-advice" }],
  });
  await makeMember({ name: "Carlo Conti", handle: "carlo", placeSlug: "imola", competences: { "tax-advice": 2 } });
  await makeMember({ name: "Ugo Nascosto", handle: "ugo", isListed: false, competences: { "tax-advice": 4 } });
});

beforeEach(() => {
  asking.network = `192.0.2.${++networks}`;
  as(null);
});

describe("a list", () => {
  test("keeps to those who offer when the words say so, and leaves those words out of names and rest", async () => {
    as(member);
    const { items, understood } = await listed("q=chi+offre+consulenza+fiscale&locale=it");
    expect(items.map(({ handle }) => handle)).toEqual(["ilaria"]);
    expect(understood).toEqual({ competences: ["tax-advice"], places: [], names: [], rest: "" });
  });

  test("names the words it sets aside where nobody satisfies everything, and none elsewhere", async () => {
    as(member);
    const { items, setAside, understood } = await listed("q=fotografa+trapezisti+commercialista&locale=it");
    expect([items.map(({ handle }) => handle), setAside]).toEqual([["ilaria"], ["trapezisti"]]);
    expect([understood.competences.toSorted(), understood.rest]).toEqual([
      ["accounting", "photography", "tax-advice"],
      "trapezisti",
    ]);
    expect(await listed("q=fotografa&locale=it")).not.toHaveProperty("setAside");
  });

  test("says who, where, what they bring and why, and what was understood", async () => {
    expect(await listed("q=commercialista+bologna&locale=it")).toEqual({
      items: [
        {
          handle: "ilaria",
          name: "Ilaria Zanasi",
          headline: "Bilanci semplici",
          place: "bologna",
          competences: ["tax-advice", "photography"],
          why: expect.stringMatching(/ di mestiere, a Bologna\.$/),
        },
      ],
      understood: { competences: expect.arrayContaining(["tax-advice"]), places: ["bologna"], names: [], rest: "" },
      facets: {
        areas: expect.objectContaining({ "tax-accounting": 1 }),
        competences: expect.objectContaining({ "tax-advice": 1 }),
        regions: { "emilia-romagna": 1 },
        provinces: { BO: 1 },
        kinds: { offer: 1, ask: 0 },
        exact: true,
      },
      total: { count: 1, exact: true },
      nextCursor: null,
    });
  });

  test("answers in the language asked for", async () => {
    const { items } = await listed("competence=tax-advice&locale=en");
    expect(items[0]?.why).toMatch(/^Tax.* by profession\.$/);
  });

  test("names stand apart from other words", async () => {
    expect((await listed("q=ilaria+petunia")).understood).toEqual({
      competences: [],
      places: [],
      names: ["ilaria", "petunia"],
      rest: "",
    });
  });

  test.each([
    ["competence=tax-advice", ["carlo", "ilaria"]],
    ["competence=tax-advice&competence=photography", ["ilaria"]],
    ["place=BO", ["carlo", "ilaria"]],
    ["kind=offer", ["ilaria"]],
    ["kind=ask", []],
    ["association=no-such", []],
  ])("?%s finds %j", async (query, handles) => {
    as(member);
    expect((await listed(query)).items.map(({ handle }) => handle).toSorted()).toEqual(handles);
  });

  test("A2: a visitor is told of public profiles only, counts included; nobody of those who are not listed", async () => {
    const visible = async () => {
      const { items, total, facets } = await listed("competence=tax-advice");
      return [items.map(({ handle }) => handle).toSorted(), total.count, facets.competences["tax-advice"]];
    };
    expect(await visible()).toEqual([["ilaria"], 1, 1]);
    as(member);
    expect(await visible()).toEqual([["carlo", "ilaria"], 2, 2]);
  });

  test("is walked to its end by its cursors", async () => {
    as(member);
    for (let i = 0; i < 30; i++) await makeMember({ name: `Pia ${i}`, headline: "brigata" });
    const first = await listed("q=brigata");
    const second = await listed(`q=brigata&cursor=${first.nextCursor}`);
    const handles = [...first.items, ...second.items].map(({ handle }) => handle);
    expect([first.total.count, new Set(handles).size, second.nextCursor]).toEqual([30, 30, null]);
  });
});

test("whoever has the list already is told so, until it changes", async () => {
  const first = await get("q=nuova");
  const mark = first.headers.get("etag") ?? "";
  expect(first.headers.get("cache-control")).toBe("private, no-cache");
  expect(first.headers.get("vary")).toBe("Cookie");
  expect((await get("q=nuova", { "if-none-match": mark })).status).toBe(304);
  await makeMember({ name: "Ada Nuova", isPublic: true });
  expect((await get("q=nuova", { "if-none-match": mark })).status).toBe(200);
});

test.each([
  ["sort=name&locale=it", "directory.unknownParameter", "sort", "Questo parametro non esiste: «sort»."],
  ["sort=name&locale=en", "directory.unknownParameter", "sort", "There is no such parameter: “sort”."],
  ["q=a&q=b", "directory.repeated", "q", "«q» va dato una volta sola."],
  [`q=${"x".repeat(121)}`, "directory.tooLong", "q", "«q» può avere al massimo 120 caratteri."],
])("?%s is refused with a sentence", async (query, code, field, message) => {
  const answer = await get(query);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({ error: { code, field, message } });
});

test("too many in a minute are turned away, each account and network for itself", async () => {
  standStill();
  for (let i = 0; i < 30; i++) await get("locale=xx");
  const answer = await get("locale=en");
  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await answer.json()).toMatchObject({ error: { code: "common.tooOften", field: null } });
  as(await makeMember());
  expect((await get()).status).toBe(200);
});
