import { readFileSync } from "node:fs";
import path from "node:path";
import { startApplication } from "../../scripts/lib/application.mjs";
import { applicationEnvironment } from "../../scripts/lib/environment.mjs";
import { anyPort } from "../../scripts/lib/port.mjs";

const folder = process.env.NEXT_DIST_DIR || ".next";

type Entry = { filename: string; exportedName: string; workers: Record<string, unknown> };
const { node } = JSON.parse(readFileSync(path.join(folder, "server/server-reference-manifest.json"), "utf8")) as {
  node: Record<string, Entry>;
};

/** An action as the build knows it: its id, and the routes whose pages have it. */
export function builtAction(name: string) {
  const [id, entry] = Object.entries(node).find(([, { exportedName }]) => exportedName === name) ?? [];
  if (!id || !entry) throw new Error(`the build has no ${name}`);
  return { id, routes: Object.keys(entry.workers).map(routeOf) };
}

const routeOf = (worker: string) =>
  worker
    .replace(/^app/, "")
    .replace(/\/page$/, "")
    .replace(/\/\[locale\]|\/\([a-z]+\)/g, "") || "/";

type Note = { event?: string; action?: string; outcome?: "ok" | string[] };

/** The built site, serving the database of this process; what it notes of each action is read as it comes. */
export async function openBuilt() {
  const databaseUrl = process.env.DATABASE_URL ?? "";
  const port = await anyPort();
  const env = { ...applicationEnvironment({ databaseUrl, port, appUrl: "" }), ...SEALED, NEXT_DIST_DIR: folder };
  const program = await startApplication({ port, host: "localhost", env });
  if (!program) throw new Error("the port was taken meanwhile");
  const notes: Note[] = [];
  const waiting: ((note: Note) => void)[] = [];
  let rest = "";
  program.follow((part: Buffer) => {
    const lines = (rest + part).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line.includes('"event":"action"')) hear(JSON.parse(line));
  });
  const hear = (note: Note) => (waiting.length > 0 ? waiting.shift()?.(note) : void notes.push(note));
  const heard = () =>
    new Promise<Note>((resolve) => (notes.length > 0 ? resolve(notes.shift() as Note) : waiting.push(resolve)));
  return { origin: env.APP_URL, heard, unheard: () => notes.length, stop: () => program.stop() };
}

const SEALED = { SMTP_URL: "", WORKER: "off", LOG_LEVEL: "info", TRUSTED_PROXIES: "", DEMO: "", BENCH: "" };
