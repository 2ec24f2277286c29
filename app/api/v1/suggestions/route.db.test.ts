import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Viewer } from "@/lib/auth/actor";
import { suggestionsAnswer } from "@/lib/directory/suggestion/schema";
import { anAssociation } from "@/lib/testing/associations";
import { standStill } from "@/lib/testing/clock";
import { makeMember } from "@/lib/testing/members";

vi.stubEnv("API_PER_MINUTE", "5");
const asking = vi.hoisted(() => ({ viewer: null as unknown, network: "192.0.2.0" }));
vi.mock("@/lib/auth/session", () => ({ getViewer: async () => asking.viewer }));
vi.mock("@/lib/auth/request", () => ({ readOrigin: async () => ({ network: asking.network }) }));
const { GET } = await import("./route");

const get = (query = "", headers: Record<string, string> = {}) =>
  GET(new Request(`http://localhost/api/v1/suggestions${query && `?${query}`}`, { headers }));
const items = async (query: string) => suggestionsAnswer.parse(await (await get(query)).json()).items;
const as = (viewer: Viewer) => {
  asking.viewer = viewer;
};

let member: Viewer;
let networks = 0;

beforeAll(async () => {
  member = await makeMember({ name: "Guido Prova", handle: "guido" });
  await makeMember({
    name: "Imma Imolesi",
    handle: "imma",
    headline: "Restauro tavoli",
    isPublic: true,
  });
  await makeMember({ name: "Imelda Chiusa", handle: "imelda" });
  await anAssociation({ name: "Imolò insieme" });
});

beforeEach(() => {
  asking.network = `192.0.2.${++networks}`;
  as(null);
});

describe("an answer", () => {
  test("says what may be meant, what tells it apart and where it leads", async () => {
    expect(await items("q=imol")).toEqual([
      {
        ...{ kind: "place", label: "Imola", detail: "Comune · Emilia-Romagna", lang: "it" },
        ...{ handle: null, href: "/persone?place=imola" },
      },
      {
        ...{ kind: "person", label: "Imma Imolesi", detail: "Restauro tavoli", lang: "it" },
        ...{ handle: "imma", href: "/persone/imma" },
      },
      {
        kind: "association",
        label: "Imolò insieme",
        detail: "Rimettiamo in uso edifici vuoti.",
        lang: "it",
        handle: null,
        href: "/associazioni/imolo-insieme",
      },
    ]);
  });

  test("is in the language asked for, addresses included", async () => {
    expect(await items("q=commercialista&locale=en")).toContainEqual({
      kind: "competence",
      label: "Tax advice",
      detail: "commercialista",
      lang: "it",
      handle: null,
      href: "/en/people?c=tax-advice",
    });
    expect(await items("q=imma&locale=en")).toContainEqual(expect.objectContaining({ href: "/en/people/imma" }));
    expect(await items("q=toscana&locale=en")).toMatchObject([{ label: "Tuscany", detail: "Region" }]);
  });

  test("keeps in words what came before what may be meant", async () => {
    const [, , place] = await items("q=avvocato+terzo+settore+bolog");
    expect((await items("q=avvocato+bolog"))[0]?.href).toBe("/persone?q=avvocato&place=bologna");
    expect(place).toBeUndefined();
  });

  test("is empty below two letters", async () => {
    expect(await items("q=i")).toEqual([]);
    expect(await items("")).toEqual([]);
  });

  test("A2: a visitor is told of public profiles only", async () => {
    expect(await items("q=ime")).toEqual([]);
    as(member);
    expect(await items("q=ime")).toMatchObject([{ href: "/persone/imelda" }]);
  });

  test("is never kept for anybody else, and told again only once it changed", async () => {
    const first = await get("q=nuo");
    expect(first.headers.get("cache-control")).toBe("private, no-cache");
    expect(first.headers.get("vary")).toBe("Cookie");
    const mark = { "if-none-match": first.headers.get("etag") ?? "" };
    expect((await get("q=nuo", mark)).status).toBe(304);
    await makeMember({ name: "Nuoro Nuovi", isPublic: true });
    expect((await get("q=nuo", mark)).status).toBe(200);
  });
});

test.each([
  ["sort=name&locale=it", "directory.unknownParameter", "sort", "Questo parametro non esiste: «sort»."],
  ["competence=tax-advice", "directory.unknownParameter", "competence", "Questo parametro non esiste: «competence»."],
  ["q=a&q=b&locale=en", "directory.repeated", "q", "“q” may be given only once."],
  ["locale=fr", "directory.unknownLocale", "locale", "«locale» può essere it o en."],
  ["q=%00", "directory.characters", "q", "«q» contiene caratteri che nessuno può scrivere."],
  [`q=${"x".repeat(121)}`, "directory.tooLong", "q", "«q» può avere al massimo 120 caratteri."],
])("?%s is refused with a sentence", async (query, code, field, message) => {
  const answer = await get(query);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({ error: { code, field, message } });
});

test("typing may ask four times as often as a program, each account and network for itself, and takes nothing from the list", async () => {
  standStill();
  for (let i = 0; i < 20; i++) expect((await get("q=im")).status).toBe(200);
  const answer = await get("q=im&locale=en");
  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await answer.json()).toMatchObject({ error: { code: "common.tooOften", field: null } });
  as(await makeMember());
  expect((await get("q=im")).status).toBe(200);
});
