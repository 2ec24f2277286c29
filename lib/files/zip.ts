import "server-only";

export type ZipEntry = {
  readonly name: string;
  readonly method: number;
  readonly packed: Uint8Array;
  /** Bytes it says it unpacks to. */
  readonly unpacked: number;
};

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const ENTRIES_MAX = 2_000;

/**
 * The entries of an archive that is nothing but an archive: it begins with its first entry, its directory ends where the end
 * record begins, and that ends the file. Null for anything else: text before or behind it, encryption, sizes told elsewhere,
 * entries that lie over one another.
 */
export function entriesOf(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.byteLength - 22;
  if (end < 0 || view.getUint32(end, true) !== END) return null;
  const count = view.getUint16(end + 10, true);
  const [size, start] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
  if (count === 0 || count > ENTRIES_MAX || start + size !== end) return null;
  const entries: ZipEntry[] = [];
  let at = start;
  let from = 0;
  for (let i = 0; i < count; i++) {
    const found = at + 46 <= end ? entryAt(view, { at, start, from }) : null;
    if (!found) return null;
    entries.push(found.entry);
    ({ at, from } = found);
  }
  return at === end ? entries : null;
}

type Place = { at: number; start: number; from: number };

/** One entry, packed where its directory says, behind those before it. */
function entryAt(view: DataView, { at, start, from }: Place) {
  if (view.getUint32(at, true) !== CENTRAL) return null;
  const u16 = (offset: number) => view.getUint16(at + offset, true);
  const u32 = (offset: number) => view.getUint32(at + offset, true);
  const [flags, method, packed, unpacked, local] = [u16(8), u16(10), u32(20), u32(24), u32(42)];
  const isPlain = (flags & 1) === 0 && (method === 0 || method === 8) && packed !== 0xffffffff;
  if (!isPlain || local < from || (from === 0 && local !== 0) || local + 30 > start) return null;
  if (view.getUint32(local, true) !== LOCAL) return null;
  const data = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (data + packed > start) return null;
  const bytes = (offset: number, length: number) => new Uint8Array(view.buffer, view.byteOffset + offset, length);
  const name = Buffer.from(bytes(at + 46, u16(28))).toString("utf8");
  const entry = { name, method, packed: bytes(data, packed), unpacked };
  return { entry, at: at + 46 + u16(28) + u16(30) + u16(32), from: data + packed };
}
