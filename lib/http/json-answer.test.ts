import { expect, test } from "vitest";
import { jsonAnswer } from "./json-answer";

const ask = (mark?: string) => jsonAnswer({ headers: new Headers(mark ? { "if-none-match": mark } : {}) }, { a: "è" });

test("the same bytes bear the same strong mark, others another", async () => {
  const [one, same] = [await ask(), await ask()];
  const other = await jsonAnswer({ headers: new Headers() }, { a: "e" });
  expect(one.headers.get("etag")).toMatch(/^"[\w-]{43}"$/);
  expect(same.headers.get("etag")).toBe(one.headers.get("etag"));
  expect(other.headers.get("etag")).not.toBe(one.headers.get("etag"));
  expect(await one.json()).toEqual({ a: "è" });
  expect(one.headers.get("cache-control")).toBe("private, no-cache");
  expect(one.headers.get("vary")).toBe("Cookie");
});

test("whoever names the mark gets nothing else", async () => {
  const mark = (await ask()).headers.get("etag") ?? "";
  for (const named of [mark, `"x", ${mark}`, `W/${mark}`, "*"]) {
    const answer = await ask(named);
    expect([named, answer.status, await answer.text()]).toEqual([named, 304, ""]);
    expect(answer.headers.get("etag")).toBe(mark);
  }
  expect((await ask('"x"')).status).toBe(200);
  expect((await ask(mark.slice(1, -1))).status).toBe(200);
});
