import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { sentenceOf } from "./problem.mjs";
import { inRoot } from "./root.mjs";
import { run, runNode, step } from "./step.mjs";

const playwright = inRoot("node_modules/@playwright/test/cli.js");
const usual = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const onMac = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** A Chromium that runs: one on this machine, else one installed now; null when there is none. */
export async function provideChromium() {
  let found = findChromium();
  for (const [words, install] of found ? [] : installers()) {
    await step(`Installing Chromium, ${words}`, () => tried(install));
    found ??= findChromium();
    if (found) break;
  }
  return found;
}

/**
 * The first program in the usual places that can say its version.
 * @param {{ CHROMIUM?: string | undefined, PATH?: string | undefined }} env
 */
export function findChromium(env = process.env, elsewhere = [...onMac, chromium.executablePath()]) {
  const places = [env.CHROMIUM, ...usual, ...elsewhere].flatMap((name) => programs(name, env.PATH));
  return places.find((place) => spawnSync(place, ["--version"], { stdio: "ignore" }).status === 0) ?? null;
}

/** A program by its path, or by its name wherever PATH has it. */
function programs(name, search = "") {
  const folders = name?.includes("/") ? [""] : search.split(path.delimiter);
  return name ? folders.map((folder) => path.join(folder, name)).filter((file) => fs.existsSync(file)) : [];
}

/** Debian's package where we may install it, for it brings its libraries; then the build that Playwright offers. */
function installers() {
  const own = [
    "Playwright's build",
    () => runNode([playwright, "install", "chromium"], { what: "playwright install" }),
  ];
  return isRootOnDebian() ? [["Debian's package", installPackage], own] : [own];
}

async function installPackage() {
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update"], { what: "apt-get update", env });
  await run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { what: "apt-get install", env });
}

async function tried(install) {
  try {
    await install();
  } catch (error) {
    return sentenceOf(error).split("\n").slice(0, 3).join(" ");
  }
}

function isRootOnDebian() {
  const release = "/etc/os-release";
  return process.getuid?.() === 0 && fs.existsSync(release) && /^ID=debian$/m.test(fs.readFileSync(release, "utf8"));
}
