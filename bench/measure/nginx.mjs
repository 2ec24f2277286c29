import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { anyPort } from "../../scripts/lib/port.mjs";
import { waitUntil } from "../../scripts/lib/processes.mjs";

const FOLDERS = [...(process.env.PATH ?? "").split(":"), "/usr/sbin", "/usr/local/sbin"];

/** Where this machine keeps nginx; null when it has none. */
export const findNginx = () =>
  FOLDERS.map((folder) => path.join(folder, "nginx")).find((file) => existsSync(file)) ?? null;

/** One worker, nothing logged, nothing written outside its folder. */
const configOf = (folder, port) => `
daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error;
${process.getuid?.() === 0 ? "user root;" : ""}
events {}
http {
  access_log off; gzip off; sendfile on; keepalive_requests 1000000; default_type text/html;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join(" ")}
  server { listen 127.0.0.1:${port}; root ${folder}/site; }
}
`;

/** Floor F5: the given bytes served from disk; address and process, or null where nginx does not answer. */
export async function startNginx(program, bytes) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "tessera-nginx-"));
  const port = await anyPort();
  const origin = `http://127.0.0.1:${port}`;
  writeSite(folder, { port, bytes });
  const child = spawn(program, ["-p", folder, "-c", path.join(folder, "conf"), "-e", path.join(folder, "error")], {
    stdio: "ignore",
  });
  child.on("error", () => {});
  const stop = () => {
    child.kill("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  };
  const answers = () =>
    fetch(`${origin}/page`).then(
      ({ ok }) => ok,
      () => false,
    );
  if (await waitUntil(answers, { milliseconds: 5000, every: 50 })) return { origin, pid: child.pid, stop };
  stop();
  return null;
}

function writeSite(folder, { port, bytes }) {
  mkdirSync(path.join(folder, "site"));
  writeFileSync(path.join(folder, "site/page"), bytes);
  writeFileSync(path.join(folder, "conf"), configOf(folder, port));
}
