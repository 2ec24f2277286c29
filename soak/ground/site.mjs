import { startApplication } from "../../scripts/lib/application.mjs";
import { build } from "../../scripts/lib/build.mjs";
import { applicationEnvironment } from "../../scripts/lib/environment.mjs";
import { anyPort } from "../../scripts/lib/port.mjs";
import { Problem } from "../../scripts/lib/problem.mjs";
import { step } from "../../scripts/lib/step.mjs";

/** No mail leaves; what a soak does to it, it may log as often as it likes: nobody reads it unless it does not start. */
const QUIET = { SMTP_URL: "", LOG_LEVEL: "error", TRUSTED_PROXIES: "", DEMO: "" };

/** The folder of the build to serve: the one NEXT_DIST_DIR names, else the usual one, made when the sources have changed. */
export async function provideBuild() {
  const folder = process.env.NEXT_DIST_DIR || ".next";
  await step("Build", async () => ((await build(folder)) ? "made" : "up to date"));
  return folder;
}

/** Serves the build on a database, at a port or any; address and process. */
export async function serve(databaseUrl, { folder, port: wanted, worker = "off" }) {
  const port = wanted ?? (await anyPort());
  const settings = { ...QUIET, WORKER: worker, NEXT_DIST_DIR: folder };
  const env = { ...applicationEnvironment({ databaseUrl, port, appUrl: "" }), ...settings };
  const program = await startApplication({ port, host: "localhost", env });
  if (!program) throw new Problem(`Somebody took port ${port}: run again.`);
  return { origin: `http://localhost:${port}`, port, pid: program.pid, exited: program.exited, stop: program.stop };
}
