import { expect, test } from "@playwright/test";

const APP_URL = process.env.APP_URL ?? "http://localhost:3000";

async function statusOf(path: string, init: RequestInit = {}): Promise<number> {
  const response = await fetch(APP_URL + path, { redirect: "manual", ...init });
  await response.arrayBuffer();
  return response.status;
}

const LISTS = ["/persone", "/progetti", "/associazioni", "/competenze", "/en/people", "/en/projects"];
const ID = "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";
const cursorOf = (sort: string, key: string) =>
  `sort=${sort}&after=${Buffer.from(JSON.stringify([sort, key, ID])).toString("base64url")}`;
const QUERIES = [
  "q=%00",
  "q=a&q=b",
  "q=%",
  "q=%ED%A0%80",
  "q=%5C_%25'",
  `q=${"a".repeat(6000)}`,
  "after=x&after=y",
  "after=AAAA",
  `after=${ID}.%2500`,
  cursorOf("due", "2026-02-31"),
  cursorOf("due", "0000-01-01"),
  cursorOf("newest", "2026-02-31T00:00:00Z"),
  cursorOf("newest", "0000-01-01T00:00:00Z"),
  "__proto__=x&constructor=y",
];

for (const path of LISTS)
  test(`no query makes ${path} fail`, async () => {
    const failed = [];
    for (const query of QUERIES) if ((await statusOf(`${path}?${query}`)) >= 500) failed.push(query.slice(0, 40));
    expect(failed).toEqual([]);
    expect(await statusOf(`${path}?q=%00`)).toBe(400);
    expect(await statusOf(path, { method: "HEAD" })).toBe(200);
  });

for (const path of ["/persone/%00", "/persone/%ff", "/en/people/%E0%A4%A", "/progetti/x%00/bisogni/1"])
  test(`${path} is an address nobody can read`, async () => {
    expect(await statusOf(path)).toBe(400);
  });

/** Bodies that are no form of ours, by what they say they are. */
const BODIES: readonly [type: string, body: string][] = [
  ["multipart/form-data; boundary=x", "garbage"],
  ["multipart/form-data", "garbage"],
  ["multipart/form-data; boundary=x", ""],
  ["application/json", "[]"],
  ["text/plain;charset=UTF-8", "[{},{}]"],
  ["application/x-www-form-urlencoded", "a=b"],
];

for (const how of ["with", "without"])
  test(`a body that is no form is refused, ${how} script`, async () => {
    const headers = how === "with" ? { "next-action": await anActionId() } : {};
    for (const [type, body] of BODIES) {
      const sent = { method: "POST", body, headers: { ...headers, origin: APP_URL, "content-type": type } };
      expect(await statusOf("/accedi", sent), `${type}: ${body}`).toBe(400);
    }
  });

test("an action called with too little, or with something else than a form, is answered", async () => {
  for (const args of ["[]", "[{}]", '[{},"x"]', "[null,null]", '[{"attempt":{}},"$K9"]']) {
    const body = new FormData();
    body.append("0", args);
    const headers = { origin: APP_URL, "next-action": await anActionId() };
    expect(await statusOf("/accedi", { method: "POST", body, headers }), args).toBe(200);
  }
});

/** An action of the sign-in page, as the page itself names it. */
async function anActionId(): Promise<string> {
  const page = await (await fetch(`${APP_URL}/accedi`)).text();
  return page.match(/&quot;id&quot;:&quot;([0-9a-f]{42})&quot;/)?.[1] ?? "";
}
