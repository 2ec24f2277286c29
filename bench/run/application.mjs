import { startApplication } from "../../scripts/lib/application.mjs";
import { applicationEnvironment } from "../../scripts/lib/environment.mjs";
import { anyPort } from "../../scripts/lib/port.mjs";
import { Problem } from "../../scripts/lib/problem.mjs";
import { pin } from "../measure/affinity.mjs";

/** As an instance serves, but for what would disturb a measurement: no jobs, no line a request, a limit that is counted and never reached. */
const BENCH = { BENCH: "1", WORKER: "off", LOG_LEVEL: "warn", API_PER_MINUTE: "100000000" };

/** Serves the build on a database; its address and process. */
export async function serveOn(databaseUrl, cores) {
  const port = await anyPort();
  const env = { ...applicationEnvironment({ databaseUrl, port }), ...BENCH };
  const program = await startApplication({ port, host: "localhost", env });
  if (!program) throw new Problem(`Somebody took port ${port}: run again.`);
  program.passOn();
  if (cores) pin(program.pid, cores.server);
  return { origin: `http://127.0.0.1:${port}`, pid: program.pid, stop: program.stop };
}
