import { expect, test, vi } from "vitest";
import * as z from "zod";
import { standStill } from "@/lib/testing/clock";
import { makeMember } from "@/lib/testing/members";

vi.stubEnv("API_PER_MINUTE", "20");
vi.mock("@/lib/auth/session", () => ({ getViewer: async () => null }));
vi.mock("@/lib/auth/request", () => ({ readOrigin: async () => ({ network: "192.0.2.1" }) }));
const { GET } = await import("./route");
const people = await import("../people/route");
const suggestions = await import("../suggestions/route");

const document = await (await GET(new Request("http://localhost/api/v1/openapi.json"))).json();
const operation = document.paths["/people"].get;
const suggesting = document.paths["/suggestions"].get;

/** The schema the document gives for an answer of this status. */
function schemaFor(status: number, { responses } = operation): z.ZodType {
  const { $ref } = responses[status].content["application/json"].schema;
  return z.fromJSONSchema(document.components.schemas[$ref.split("/").at(-1)]);
}

const ask = (query: string, headers: Record<string, string> = {}) =>
  people.GET(new Request(`http://localhost${document.servers[0].url}/people?${query}`, { headers }));

test("it says which version of OpenAPI it is, and every reference leads somewhere", () => {
  expect(document.openapi).toBe("3.1.0");
  const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
  expect(new Set(references)).toEqual(new Set(Object.keys(document.components.schemas)));
});

test("it names the parameters that are read, and no others", async () => {
  const named = operation.parameters.filter((one: { in: string }) => one.in === "query");
  expect(named.map(({ name }: { name: string }) => name)).toEqual([
    "q",
    "competence",
    "place",
    "association",
    "kind",
    "cursor",
    "locale",
  ]);
  for (const { name, schema } of named) {
    expect(["string", "array"], name).toContain(schema.type);
    expect((await ask(`${name}=`)).status, name).toBe(200);
  }
});

test("answers of every kind are as it says", async () => {
  standStill();
  await makeMember({
    isPublic: true,
    placeSlug: "bologna",
    competences: { "tax-advice": 3 },
    exchanges: [{ side: "OFFER", title: "Un’ora", competence: "tax-advice" }],
  });
  await makeMember({ isPublic: true });
  for (const query of ["", "q=commercialista+bologna+ilaria", "competence=tax-advice&locale=en", "sort=name"]) {
    const answer = await ask(query);
    const body = await answer.json();
    expect(schemaFor(answer.status).parse(body), query).toEqual(body);
  }
  const first = await ask("q=a");
  const again = await ask("q=a", { "if-none-match": first.headers.get("ETag") ?? "" });
  expect(operation.responses[again.status]).toBeDefined();
  let last = again;
  for (let i = 0; i < 20 && last.status !== 429; i++) last = await ask("locale=fr");
  expect(last.status).toBe(429);
  schemaFor(429).parse(await last.json());
  for (const name of Object.keys(operation.responses[429].headers)) expect(last.headers.get(name)).toMatch(/^\d+$/);
});

test("suggestions are as it says, and take the parameters it names", async () => {
  const suggest = (query: string) =>
    suggestions.GET(new Request(`http://localhost${document.servers[0].url}/suggestions?${query}`));
  const named = suggesting.parameters.filter((one: { in: string }) => one.in === "query");
  expect(named.map(({ name }: { name: string }) => name)).toEqual(["q", "locale"]);
  for (const query of ["", "q=bolog", "q=commerc&locale=en", "sort=name"]) {
    const answer = await suggest(query);
    const body = await answer.json();
    expect(schemaFor(answer.status, suggesting).parse(body), query).toEqual(body);
  }
  expect(Object.keys(suggesting.responses)).toEqual(Object.keys(operation.responses));
  expect(schemaFor(200, suggesting).safeParse({ items: [{ kind: "value" }] }).success).toBe(false);
});

test("an answer of another shape would not pass", async () => {
  expect(schemaFor(200).safeParse({ items: [] }).success).toBe(false);
  expect(schemaFor(400).safeParse({ error: { code: "x", field: null } }).success).toBe(false);
});
