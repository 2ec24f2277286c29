import fs from "node:fs";
import path from "node:path";
import { Problem } from "./problem.mjs";
import { inRoot } from "./root.mjs";
import { run, step } from "./step.mjs";

const OLDEST_NODE = [20, 19];

/** Refuses a Node that is too old, in words, before anything fails for that reason. */
export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  const isOld = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
  if (isOld) throw new Problem(`Node ${OLDEST_NODE.join(".")} or newer is needed; this is ${version}.`);
}

/** Installs what the lockfile names, when node_modules holds something else. */
export async function installPackages() {
  const wanted = readPackages("package-lock.json");
  const present = readPackages("node_modules/.package-lock.json");
  if (isInstalled(wanted, present)) return;
  // The npm that called us: the same version, wherever it lies. Scripts of packages are not needed, so they do not run.
  const caller = process.env.npm_execpath ?? "";
  const [program, prefix] = path.basename(caller) === "npm-cli.js" ? [process.execPath, [caller]] : ["npm", []];
  const options = ["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  await step("Installing packages", async () => {
    await run(program, [...prefix, ...options], { what: "npm ci", env: { NODE_ENV: "development" } });
  });
}

function readPackages(file) {
  try {
    return JSON.parse(fs.readFileSync(inRoot(file), "utf8")).packages;
  } catch {
    return null;
  }
}

/**
 * Whether npm's own record of node_modules agrees with the lockfile. Packages for other platforms may lack; those for ours may
 * not, so that a folder brought from another machine is noticed.
 */
export function isInstalled(wanted, present) {
  if (!present) return false;
  const isRight = ([name, entry]) => (present[name] ? present[name].version === entry.version : mayLack(entry));
  const packages = Object.entries(wanted).filter(([name]) => name !== "");
  return packages.every(isRight) && Object.keys(present).every((name) => wanted[name]);
}

function mayLack({ optional, os, cpu, libc }) {
  const isForUs = os?.includes(process.platform) && cpu?.includes(process.arch) && !libc;
  return optional === true && !isForUs;
}
