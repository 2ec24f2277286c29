import { brotliDecompressSync } from "node:zlib";

const HEADER = 48;
const [CMAP, GLYF, LOCA, OTHER_TAG] = [0, 10, 11, 63];

/** Characters that a WOFF2 file has a glyph for. */
export function charactersOf(file: Buffer): Set<number> {
  const { offset, end } = placeOf(file);
  const tables = brotliDecompressSync(file.subarray(end, end + file.readUInt32BE(20)));
  return mapped(tables.subarray(offset));
}

/** Where `cmap` begins in the tables, and where their directory ends. */
function placeOf(file: Buffer): { offset: number; end: number } {
  let [at, offset, cmap] = [HEADER, 0, -1];
  const number = () => {
    let value = 0;
    for (;;) {
      const byte = file.readUInt8(at++);
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  for (let i = 0; i < file.readUInt16BE(12); i++) {
    const flags = file.readUInt8(at++);
    const tag = flags & 63;
    if (tag === OTHER_TAG) at += 4;
    if (tag === CMAP) cmap = offset;
    const length = number();
    offset += isTransformed(tag, flags >> 6) ? number() : length;
  }
  if (cmap < 0) throw new Error("no cmap in the file");
  return { offset: cmap, end: at };
}

const isTransformed = (tag: number, version: number) => (tag === GLYF || tag === LOCA ? version !== 3 : version !== 0);

/** The characters of the first table of format 4, which every text face of the basic plane has. */
function mapped(cmap: Buffer): Set<number> {
  const records = Array.from({ length: cmap.readUInt16BE(2) }, (_, i) => cmap.readUInt32BE(8 + 8 * i));
  const start = records.find((record) => cmap.readUInt16BE(record) === 4);
  if (start === undefined) throw new Error("no cmap of format 4");
  const bytes = cmap.readUInt16BE(start + 6);
  const found = new Set<number>();
  for (let i = 0; i < bytes; i += 2) {
    const last = cmap.readUInt16BE(start + 14 + i);
    const first = cmap.readUInt16BE(start + 16 + bytes + i);
    for (let point = first; point <= last && point < 0xffff; point++) found.add(point);
  }
  return found;
}
