import { Problem } from "./problem.mjs";
import { waitUntil } from "./processes.mjs";
import { startProgram } from "./program.mjs";

const everywhere = new Set([undefined, "0.0.0.0", "::"]);

/**
 * Serves the built application and returns when it is ready; what it says is held back until `passOn`. Null when somebody else
 * took the port in the meantime.
 * @param {{ port: number, host?: string, env: Record<string, string> }} options
 */
export async function startApplication({ port, host, env }) {
  const where = ["-p", String(port), ...(host ? ["-H", host] : [])];
  // Where "localhost" has two addresses, browsers fall back to the older kind, some tools do not.
  const args = ["--dns-result-order=ipv4first", "node_modules/next/dist/bin/next", "start", ...where];
  const program = startProgram(args, env);
  const listens = await program.says("Ready in");
  if (!listens && program.text().includes("EADDRINUSE")) return null;
  const address = `http://${everywhere.has(host) ? "localhost" : host}:${port}`;
  const isOver = async () => !program.isRunning() || (await isReady(address));
  if (!(listens && (await waitUntil(isOver, { milliseconds: 60_000, every: 100 })) && program.isRunning()))
    throw new Problem(`The application does not get ready.\n${program.text()}`.trimEnd());
  return program;
}

function isReady(address) {
  return fetch(`${address}/api/health/ready`, { signal: AbortSignal.timeout(5000) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Only the jobs of the application, without its pages (WORKER=only). */
export async function startJobs(env) {
  const program = startProgram(["scripts/jobs.mjs"], env);
  if (!(await program.says("Ready"))) throw new Problem(`The jobs do not start.\n${program.text()}`.trimEnd());
  return program;
}
