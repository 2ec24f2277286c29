import { createTranslator } from "next-intl";
import { expect, test, vi } from "vitest";
import { madeFormats } from "./made-formats";
import request from "./request";

vi.mock("next-intl/server", () => ({ getRequestConfig: (read: unknown) => read }));

type Config = Parameters<typeof createTranslator>[0];
const read = request as unknown as (asked: { requestLocale: Promise<string> }) => Promise<Config>;

/** What a page of its own request says. */
async function say(locale: string, count: number): Promise<string> {
  const t = createTranslator({ ...(await read({ requestLocale: Promise.resolve(locale) })), namespace: "layout" });
  return (t as (key: string, values: object) => string)("waiting", { count });
}

test("a message is parsed once for all requests in a language, whatever it is told", async () => {
  const parsed = () => Object.keys(madeFormats.message).length;
  expect(parsed()).toBe(0);
  expect([await say("it", 1), await say("it", 3)]).toEqual(["Ti aspetta una cosa", "Ti aspettano 3 cose"]);
  expect(parsed()).toBe(1);
  expect(await say("en", 3)).toContain("3");
  expect(parsed()).toBe(2);
});
