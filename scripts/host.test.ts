import { expect, test } from "vitest";
import { hostFor } from "./lib/host.mjs";

test.each([
  ["nothing is said", {}, "localhost"],
  ["variables are empty", { HOST: "", APP_URL: "" }, "localhost"],
  ["the address is local", { APP_URL: "http://localhost:3000" }, "localhost"],
  ["the address is a loopback number", { APP_URL: "http://127.0.0.1:3000" }, "localhost"],
  ["the address is public", { APP_URL: "https://tessera.example" }, undefined],
  ["the address only begins like a local one", { APP_URL: "https://localhost.example" }, undefined],
  ["a host is named", { HOST: "localhost", APP_URL: "https://tessera.example" }, "localhost"],
])("where a site listens when %s", (_, env, host) => {
  expect(hostFor(env, false)).toBe(host);
});

test("in a container a site can be reached", () => {
  expect(hostFor({}, true)).toBeUndefined();
});
