import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { findChromium } from "./lib/chromium.mjs";

const folder = mkdtempSync(path.join(os.tmpdir(), "tessera-chromium-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function program(name: string, code: number): string {
  const file = path.join(folder, name);
  writeFileSync(file, `#!/bin/sh\nexit ${code}\n`, { mode: 0o755 });
  return file;
}

test("a browser that was named is taken before any other", () => {
  const named = program("my-browser", 0);
  program("chromium-browser", 0);
  expect(findChromium({ CHROMIUM: named, PATH: folder }, [])).toBe(named);
});

test("a program that does not run is passed over, such as the stub of a package that is not installed", () => {
  program("chromium", 1);
  program("chromium-browser", 1);
  const good = program("google-chrome", 0);
  expect(findChromium({ CHROMIUM: path.join(folder, "absent"), PATH: `/nowhere:${folder}` }, [])).toBe(good);
});

test("a browser in an unusual place is found last; without any the answer is none", () => {
  const own = program("downloaded", 0);
  expect(findChromium({ PATH: "" }, [own])).toBe(own);
  expect(findChromium({ PATH: "" }, [path.join(folder, "absent")])).toBeNull();
});
