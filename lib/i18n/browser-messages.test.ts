import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { browserMessages } from "./browser-messages";
import en from "./messages/en";
import it from "./messages/it";

const ROOT = path.resolve(import.meta.dirname, "../..");
const textOf = (file: string) => readFileSync(path.join(ROOT, file), "utf8");
const IMPORT = /^(?:import|export)\s+(?!type\b)[^;]*?from\s+"([^"]+)"/gms;

/** Shared with the browser for what else is in the file; drawn on the server only. */
const SERVER_ONLY = new Set(["layout.filters.title", "layout.filters.active"]);

const marked = ["app", "components"]
  .flatMap((top) => readdirSync(path.join(ROOT, top), { recursive: true, encoding: "utf8" }).map((f) => `${top}/${f}`))
  .filter((file) => file.endsWith(".tsx") && /^"use client"/m.test(textOf(file)));

function importsOf(file: string): string[] {
  return [...textOf(file).matchAll(IMPORT)].flatMap(([, from = ""]) => {
    const local = from.startsWith("@/") ? from.slice(2) : path.posix.join(path.posix.dirname(file), from);
    return [`${local}.ts`, `${local}.tsx`].filter((known) => existsSync(path.join(ROOT, known)));
  });
}

/** Everything a browser may run: what is marked, and what that imports. */
function reached(from: readonly string[], seen = new Set<string>()): Set<string> {
  for (const file of from)
    if (!seen.has(file) && !/^"use server"/m.test(textOf(file))) reached(importsOf(file), seen.add(file));
  return seen;
}

/** Keys written out in a file; where one is put together, its namespace. */
function saidIn(file: string): string[] {
  const text = textOf(file);
  return [...text.matchAll(/useTranslations\("([^"]+)"\)/g)].flatMap(([, namespace]) => [
    `${namespace}`,
    ...[...text.matchAll(/\bt(?:\.rich)?\("([^"]+)"/g)].map(([, key]) => `${namespace}.${key}`),
  ]);
}

test.each(Object.entries({ it, en }))("every page carries what components of the browser say (%s)", (_, catalogue) => {
  const sent = browserMessages(catalogue as typeof it);
  const { has } = createTranslator({ locale: "it", messages: sent });
  const said = [...reached(marked)].flatMap(saidIn).filter((key) => !SERVER_ONLY.has(key) && key !== "layout.filters");
  expect(said).toContain("ui.offers");
  expect(said.filter((key) => !has(key as "ui.offers"))).toEqual([]);
});

test("every page carries less than a kilobyte of messages, not a catalogue", () => {
  expect(JSON.stringify(browserMessages(it)).length).toBeLessThan(1000);
});
