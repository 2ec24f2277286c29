import { expect, test } from "vitest";
import { isInstalled, requireNode } from "./lib/packages.mjs";

const own = { os: [process.platform], cpu: [process.arch], optional: true };
const wanted = {
  "": { name: "tessera" },
  "node_modules/next": { version: "16.4.6" },
  "node_modules/for-us": { version: "1.0.0", ...own },
  "node_modules/for-others": { version: "1.0.0", os: ["sunos"], cpu: ["arm64"], optional: true },
};
const present = { "node_modules/next": { version: "16.4.6" }, "node_modules/for-us": { version: "1.0.0", ...own } };

test("nothing is installed again when node_modules is what the lockfile says", () => {
  expect(isInstalled(wanted, present)).toBe(true);
});

test.each([
  ["there is no node_modules", null],
  ["a version differs", { ...present, "node_modules/next": { version: "16.4.5" } }],
  ["a package lacks", { "node_modules/for-us": present["node_modules/for-us"] }],
  ["the package for this platform lacks", { "node_modules/next": present["node_modules/next"] }],
  ["there is one too many", { ...present, "node_modules/left-over": { version: "1.0.0" } }],
])("packages are installed when %s", (_, found) => {
  expect(isInstalled(wanted, found)).toBe(false);
});

test.each(["18.20.0", "20.18.3"])("Node %s is refused in words", (version) => {
  expect(() => requireNode(version)).toThrow(`Node 20.19 or newer is needed; this is ${version}.`);
});

test.each(["20.19.0", "22.0.0", "24.21.0"])("Node %s will do", (version) => {
  expect(() => requireNode(version)).not.toThrow();
});
