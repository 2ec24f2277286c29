import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { browse } from "./browser-tests.mjs";
import { build, isStale } from "./build.mjs";
import { inData } from "./data-folder.mjs";
import { onEnd } from "./lifecycle.mjs";
import { lockHolder } from "./lock.mjs";
import { tryMatrix } from "./matrix.mjs";
import { sentenceOf } from "./problem.mjs";
import { inRoot } from "./root.mjs";
import { runNode, show, step } from "./step.mjs";
import { countOne, countRun, countVitest, sum } from "./tally.mjs";
import { startThrowaway } from "./throwaway.mjs";

const biome = "node_modules/@biomejs/biome/bin/biome";
const next = "node_modules/next/dist/bin/next";
const tsc = "node_modules/typescript/bin/tsc";
/** The proofs of docs/proofs.md, in their short form. */
const PROOFS = ["races", "model", "crash"];

/** Runs every check, also after one has failed, and sums up, with the names of what failed. */
export async function checkEverything() {
  const reports = fs.mkdtempSync(path.join(os.tmpdir(), "tessera-reports-"));
  onEnd(() => fs.rmSync(reports, { recursive: true, force: true }));
  const server = await startThrowaway();
  onEnd(() => server.stop());
  const folder = buildFolder();

  const counts = [
    await check("Style", () => runNode([biome, "check", ...withoutGit(), "."], { what: "biome" })),
    await check("Types", async () => {
      await runNode([next, "typegen"], { what: "next typegen" });
      await runNode([tsc, "--noEmit"], { what: "tsc" });
    }),
    await vitest("unit", reports, {}),
    await vitest("database", reports, { TEST_POSTGRES_URL: server.url("postgres") }),
  ];
  const built = await check("Production build", () => build(folder));
  counts.push(built);
  const site = { TEST_POSTGRES_URL: server.url("postgres"), NEXT_DIST_DIR: folder };
  const onBuild = async (name, body) => counts.push(built.failed ? countOne(false, `${name}: no build`) : await body());
  await onBuild("Browser", () => browse({ server, folder, reports }));
  await onBuild("Matrix", () => matrix(site));
  for (const proof of PROOFS) await onBuild(`Proof: ${proof}`, () => prove(proof, site));
  if (folder !== ".next") fs.rmSync(inRoot(folder), { recursive: true, force: true });
  return sum(counts);
}

/** Biome takes what it is to leave out from Git, which a source archive lacks. */
const withoutGit = () => (fs.existsSync(inRoot(".git")) ? [] : ["--vcs-enabled=false"]);

/** The build that `npm start` serves, unless a running instance serves it and it would have to be replaced. */
function buildFolder() {
  const isServed = lockHolder(inData("launcher.lock")) !== null;
  return isServed && isStale(".next") ? ".next-test" : ".next";
}

async function check(words, body) {
  try {
    await step(words, async () => void (await body()));
    return countOne(true);
  } catch (error) {
    console.error(sentenceOf(error));
    return countOne(false, words);
  }
}

async function matrix(env) {
  console.log("· Matrix");
  const { code, words } = await tryMatrix({ env });
  console.log(words);
  return countOne(code === 0, `Matrix: ${words}`);
}

async function prove(name, env) {
  console.log(`· Proof: ${name}`);
  const code = await show([`soak/${name}.mjs`, "--quick"], env);
  return countOne(code === 0, `Proof: ${name}`);
}

async function vitest(project, reports, env) {
  const file = path.join(reports, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const args = ["node_modules/vitest/vitest.mjs", "run", "--project", project, ...reporters];
  const code = await show(args, { NODE_ENV: "test", ...env });
  return countRun({ code, file, count: countVitest });
}
