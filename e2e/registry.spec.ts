import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "./fixtures";

const FOLDER = "app/_actions";
const MANIFEST = path.join(process.env.NEXT_DIST_DIR || ".next", "server/server-reference-manifest.json");

const sources = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
  .map((name) => ({ file: `${FOLDER}/${name}`, text: readFileSync(path.join(FOLDER, name), "utf8") }))
  .filter(({ text }) => /^"use server";/m.test(text));

const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = ""]) => name);

/** What the modules of actions export: each is a public address whoever finds its id can post to. */
const exported = sources
  .flatMap(({ file, text }) =>
    found(text, /^export (?:const|(?:async )?function) (\w+)/gm).map((name) => `${file}#${name}`),
  )
  .sort();

/** The names under which they are registered, each once. */
const registered = sources.flatMap(({ text }) => found(text, /"(app\/_actions\/[\w/-]+\.ts#\w+)"/g)).sort();

type Manifest = Record<"node" | "edge", Record<string, { filename?: string; exportedName?: string }>>;

/** What the build made callable from outside. */
function emitted(): string[] {
  const { node, edge } = JSON.parse(readFileSync(MANIFEST, "utf8")) as Manifest;
  const entries = [...Object.values(node), ...Object.values(edge)];
  return [...new Set(entries.map(({ filename, exportedName }) => `${filename}#${exportedName}`))].sort();
}

test("every action has the one shape: what is exported is what is registered", () => {
  expect(exported.length).toBeGreaterThan(0);
  expect(registered).toEqual(exported);
});

test("the build made nothing callable that the registry does not know, and left nothing out", () => {
  expect(emitted()).toEqual(registered);
});
