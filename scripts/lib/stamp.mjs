import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { root } from "./root.mjs";

/** Files below a place of the repository (or the file itself), in a fixed order; nothing when it does not exist. */
export function filesBelow(place, base = root) {
  const whole = path.join(base, place);
  const found = fs.statSync(whole, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [place];
  return fs
    .readdirSync(whole)
    .sort()
    .flatMap((name) => filesBelow(path.join(place, name), base));
}

/** One hash for the names and contents of files. */
export function stampOf(files, base = root) {
  const hash = createHash("sha256");
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(fs.readFileSync(path.join(base, file)))
      .update("\0");
  return hash.digest("hex");
}

/** The stamp that was left, or "". */
export function readStamp(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "";
}
