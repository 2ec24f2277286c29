import fs from "node:fs";
import { compressTexts } from "./compressed.mjs";
import { inData } from "./data-folder.mjs";
import { withLock } from "./lock.mjs";
import { inRoot } from "./root.mjs";
import { actionsKey } from "./secrets.mjs";
import { filesBelow, readStamp, stampOf } from "./stamp.mjs";
import { runNode } from "./step.mjs";

const places = [
  ...["app", "components", "lib", "public", "types", "proxy.ts", "instrumentation.ts"],
  ...["next.config.js", "postcss.config.mjs", "package-lock.json", "prisma"],
];
/** Whether a file has a part in the build. */
export const isSource = (file) =>
  !/\.test\.tsx?$|\.d\.json\.ts$|\/generated\//.test(file) && (!file.startsWith("prisma/") || file.endsWith(".prisma"));

const stampFile = (folder) => inRoot(folder, "source-stamp");
const stampNow = () => `${stampOf(places.flatMap((place) => filesBelow(place)).filter(isSource))} ${actionsKey()}`;

/** Whether the build in a folder was made from other sources than those that lie here. */
export const isStale = (folder) => readStamp(stampFile(folder)) !== stampNow();

/** Builds for production when the sources are not those of the build; says whether it did. */
export function build(folder = ".next") {
  return withLock(inData("build.lock"), async () => {
    if (!isStale(folder)) return false;
    const stamp = stampNow();
    await keeping(["tsconfig.json", "next-env.d.ts"], () => runBuild(folder));
    fs.writeFileSync(stampFile(folder), stamp);
    return true;
  });
}

async function runBuild(folder) {
  fs.rmSync(stampFile(folder), { force: true });
  const env = {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    NEXT_DIST_DIR: folder,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey(),
  };
  await runNode(["node_modules/next/dist/bin/next", "build"], { what: "The build", env });
  await compressTexts(inRoot(folder, "static"));
}

/** Next writes the folder of a build into these files; they are to name the usual one. */
async function keeping(files, body) {
  const kept = files.filter((file) => fs.existsSync(inRoot(file))).map((file) => [file, fs.readFileSync(inRoot(file))]);
  try {
    await body();
  } finally {
    for (const [file, content] of kept) fs.writeFileSync(inRoot(file), content);
  }
}
