import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { KINDS, MAY_IMPORT, ROOMS } from "./layers";

const ROOT = path.resolve(import.meta.dirname, "../..");
const IMPORT = /(?:^|\s)(?:from|import)\s*\(?\s*"([^"]+)"/g;

const kindOf = (file: string) => KINDS.find(([, pattern]) => pattern.test(file))?.[0];
const roomOf = (file: string) => (ROOMS as readonly string[]).indexOf(file.split("/")[1] ?? "");
const files = ["app", "components", "lib"]
  .flatMap((top) =>
    readdirSync(path.join(ROOT, top), { recursive: true, encoding: "utf8" }).map((below) => `${top}/${below}`),
  )
  .filter((file) => /\.tsx?$/.test(file) && !/\/generated\//.test(file));

/** Imports of one file: repository paths for local ones (with extension when it exists), package names otherwise. */
function importsOf(file: string): string[] {
  return [...readFileSync(path.join(ROOT, file), "utf8").matchAll(IMPORT)].map(([, from = ""]) => {
    const local = from.startsWith("@/")
      ? from.slice(2)
      : from.startsWith(".")
        ? path.posix.join(path.posix.dirname(file), from)
        : null;
    if (local === null) return from;
    return (
      files.find((known) =>
        [`${local}.ts`, `${local}.tsx`, `${local}/index.ts`, `${local}/index.tsx`].includes(known),
      ) ?? `${local}.ts`
    );
  });
}

function violationsOf(file: string): string[] {
  const kind = kindOf(file);
  if (kind === "test") return [];
  const rule = MAY_IMPORT[kind ?? ""];
  if (!kind || !rule) return [`${file}: no such kind of file; see lib/architecture/layers.ts`];

  const [kinds, packages] = rule;
  return importsOf(file).flatMap((target) => {
    const isLocal = /^(app|components|lib)\//.test(target);
    if (isLocal ? !kinds.includes(kindOf(target) ?? "") : !packages.test(target))
      return [`${file} (${kind}) → ${target}`];
    const climbs = roomOf(file) >= 0 && isLocal && target.startsWith("lib/") && roomOf(target) > roomOf(file);
    return climbs ? [`${file} climbs to ${target}`] : [];
  });
}

test("every import goes in an allowed direction, and every file is of a known kind", () => {
  expect(files.flatMap(violationsOf)).toEqual([]);
});

test('"use server" appears only in app/_actions', () => {
  const marked = files.filter((file) => /^"use server"/m.test(readFileSync(path.join(ROOT, file), "utf8")));
  expect(marked.filter((file) => !file.startsWith("app/_actions/"))).toEqual([]);
});

test("every page has the one shape, so that what is not there, and faults of ours, are drawn by the server", () => {
  const pages = files.filter((file) => /^app\/.*\/page\.tsx$/.test(file));
  const bare = pages.filter((file) => {
    const text = readFileSync(path.join(ROOT, file), "utf8");
    return (
      !/export default page\(|= documentPage\(/.test(text) ||
      /export async function generateMetadata[\s\S]*?notFound\(/.test(text.split("export default")[0] ?? "")
    );
  });
  expect(pages.length).toBeGreaterThan(0);
  expect(bare).toEqual([]);
});

test("only queries read past Prisma", () => {
  const asking = files.filter((file) => /\breadRows\b/.test(readFileSync(path.join(ROOT, file), "utf8")));
  expect(asking.filter((file) => !/\/queries\.ts$/.test(file) && kindOf(file) !== "test")).toEqual([
    "lib/db/client.ts",
  ]);
});
