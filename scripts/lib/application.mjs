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
  const address = `http://${everywhere.has(host) ? "localhost" : host}:${port}`;
  // Where "localhost" has two addresses, browsers fall back to the older kind, some tools do not.
  const args = ["--dns-result-order=ipv4first", "scripts/server.mjs", "--port", String(port)];
  // As `next start` does: from there it fetches the page that an action leads to, whatever a proxy in front says of itself.
  const program = startProgram([...args, ...(host ? ["--host", host] : [])], {
    ...env,
    __NEXT_PRIVATE_ORIGIN: address,
  });
  const listens = await program.says("Ready");
  if (!listens && program.text().includes("EADDRINUSE")) return null;
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
