import fs from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import { filesBelow } from "./stamp.mjs";

const text = /\.(css|js|json|svg|txt)$/;
const brotli = promisify(brotliCompress);
const ways = { ".br": brotli, ".gz": (data) => promisify(gzip)(data, { level: 9 }) };

/** Leaves beside each text of a folder, where that is less, what it is compressed as hard as it goes. */
export async function compressTexts(folder) {
  const files = filesBelow(".", folder).filter((file) => text.test(file));
  await Promise.all(files.map((file) => compressFile(path.join(folder, file))));
}

async function compressFile(file) {
  const data = await fs.readFile(file);
  for (const [ending, compress] of Object.entries(ways)) {
    const less = await compress(data);
    if (less.length < data.length) await fs.writeFile(file + ending, less);
  }
}
