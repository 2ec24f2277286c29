import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

test("every pair of roles that meet is legible, in both themes", () => {
  const said = execFileSync(process.execPath, ["scripts/check-contrast.mjs"], { encoding: "utf8" });
  expect(said).toContain("113 pairs, 0 failed");
});
