import fs from "node:fs";
import path from "node:path";
import { inRoot } from "./root.mjs";

/** What this clone keeps between starts: the embedded database, its secrets, its locks. Others may pass, not read. */
export function dataFolder() {
  const folder = path.resolve(process.env.TESSERA_DATA ?? inRoot(".data"));
  fs.mkdirSync(folder, { recursive: true, mode: 0o711 });
  return folder;
}

export const inData = (name) => path.join(dataFolder(), name);
