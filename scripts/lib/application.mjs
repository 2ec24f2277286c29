import { spawn } from "node:child_process";
import { onEnd } from "./lifecycle.mjs";
import { Problem } from "./problem.mjs";
import { waitUntil } from "./processes.mjs";
import { inRoot, root } from "./root.mjs";

const follow = inRoot("scripts/lib/follow-parent.mjs");
const everywhere = new Set([undefined, "0.0.0.0", "::"]);
const banner = /^\s*(?:$|▲|- |✓)/;

/**
 * Starts the built application and waits until it is ready. Null when somebody else took the port in the meantime.
 * @param {{ port: number, host?: string, env: Record<string, string> }} options
 */
export async function startApplication({ port, host, env }) {
  const where = host ? ["-H", host] : [];
  // Where a name has two addresses ("localhost"), browsers fall back to the older kind, some tools do not.
  const node = ["--import", follow, "--dns-result-order=ipv4first"];
  const args = [...node, "node_modules/next/dist/bin/next", "start", "-p", String(port), ...where];
  // Detached: Ctrl-C in the terminal reaches only the launcher, which ends things in order.
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const exited = new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
  onEnd(() => stop(child, exited));
  const output = collect(child);
  const listens = await Promise.race([output.listening, exited.then(() => false)]);
  if (!listens && output.text().includes("EADDRINUSE")) return null;
  const address = `http://${everywhere.has(host) ? "localhost" : host}:${port}`;
  const isUp = listens && (await waitUntil(() => isReady(child, address), { milliseconds: 60_000, every: 100 }));
  if (!isUp || child.exitCode !== null)
    throw new Problem(`The application does not start.\n${output.text()}`.trimEnd());
  output.passOn();
  return { exited };
}

async function isReady(child, address) {
  if (child.exitCode !== null) return true;
  return fetch(`${address}/api/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Holds back what the application says until it is ready; then passes everything on, without Next's banner. */
function collect(child) {
  let held = [];
  let told;
  const listening = new Promise((resolve) => {
    told = resolve;
  });
  const take = (stream) => (part) => {
    if (!held) return stream.write(part);
    held.push(part);
    if (/Ready in/.test(Buffer.concat(held).toString())) told(true);
  };
  child.stdout.on("data", take(process.stdout));
  child.stderr.on("data", take(process.stderr));
  const text = () => Buffer.concat(held ?? []).toString();
  return {
    listening,
    text,
    passOn() {
      const lines = text()
        .split("\n")
        .filter((line) => !banner.test(line));
      held = null;
      if (lines.length > 0) console.log(lines.join("\n"));
    },
  };
}

async function stop(child, exited) {
  const impatience = setTimeout(() => child.kill("SIGKILL"), 5000);
  child.kill("SIGTERM");
  await exited;
  clearTimeout(impatience);
}
