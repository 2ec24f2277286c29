import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isSource } from "./lib/build.mjs";
import { filesBelow, stampOf } from "./lib/stamp.mjs";

let folder: string;
const stamp = () => stampOf(filesBelow("app", folder), folder);

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "tessera-stamp-"));
  mkdirSync(path.join(folder, "app/deep"), { recursive: true });
  writeFileSync(path.join(folder, "app/page.tsx"), "one");
  writeFileSync(path.join(folder, "app/deep/page.tsx"), "two");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("the same contents have the same stamp, whatever their dates", () => {
  const before = stamp();
  utimesSync(path.join(folder, "app/page.tsx"), new Date(0), new Date(0));
  expect(stamp()).toBe(before);
});

test.each<[string, (place: string) => void]>([
  ["an edit", (place) => writeFileSync(path.join(place, "app/page.tsx"), "One")],
  ["a new file", (place) => writeFileSync(path.join(place, "app/new.tsx"), "")],
  ["a removal", (place) => rmSync(path.join(place, "app/deep/page.tsx"))],
  ["a new name", (place) => renameSync(path.join(place, "app/page.tsx"), path.join(place, "app/paga.tsx"))],
])("%s changes the stamp", (_, change) => {
  const before = stamp();
  change(folder);
  expect(stamp()).not.toBe(before);
});

test("what does not exist has no files", () => {
  expect(filesBelow("absent", folder)).toEqual([]);
});

test.each([
  ["app/[locale]/page.tsx", true],
  ["lib/core/money.ts", true],
  ["lib/i18n/messages/it/common.json", true],
  ["prisma/models/member.prisma", true],
  ["lib/core/money.test.ts", false],
  ["lib/db/generated/client.ts", false],
  ["lib/i18n/messages/it/common.d.json.ts", false],
  ["prisma/seed/demo.mjs", false],
])("%s counts for the build: %s", (file, counts) => {
  expect(isSource(file)).toBe(counts);
});
