import "server-only";
import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";
import { ok, type Result, refuse } from "@/lib/core/result";
import { drawPicture } from "./picture";
import { entriesOf, type ZipEntry } from "./zip";

export const ATTACHMENT_BYTES_MAX = 10 * 1024 * 1024;
const SIDE_MAX = 2560;
const NAME_CHARS_MAX = 120;
/** What an office document may unpack to; nobody here unpacks it, whoever downloads it will. */
const UNPACKED_BYTES_MAX = 100 * 1024 * 1024;

export type AttachmentRefusal =
  | "work.fileTooLarge"
  | "work.fileEmpty"
  | "work.fileName"
  | "work.fileType"
  | "work.fileMixed"
  | "work.fileBomb"
  | "work.imageTooLarge"
  | "work.imageUnreadable";

export type Attachment = { readonly name: string; readonly mime: string; readonly bytes: Uint8Array<ArrayBuffer> };
type Kept = Result<Omit<Attachment, "name"> & { readonly extension: string }, AttachmentRefusal>;

const no = (code: AttachmentRefusal) => refuse(code, { field: "file" });

/**
 * A file as it may be kept: a picture decoded and drawn again, so that nothing of it survives but its colours; or a PDF, an
 * office document, a text, for download alone. What it is, its bytes say, never its name. Refuses what is two things at once,
 * unpacks to too much, or is of another kind.
 */
export async function readAttachment(given: {
  name: string;
  bytes: Uint8Array;
}): Promise<Result<Attachment, AttachmentRefusal>> {
  const { bytes } = given;
  if (bytes.byteLength > ATTACHMENT_BYTES_MAX) return no("work.fileTooLarge");
  if (bytes.byteLength === 0) return no("work.fileEmpty");
  const stem = stemOf(given.name);
  if (stem === null) return no("work.fileName");
  const kept = await keep(bytes);
  if (!kept.ok) return kept;
  const { extension, ...file } = kept.value;
  return ok({ ...file, name: `${stem}.${extension}` });
}

// Controls, direction marks and everything else that cannot be seen.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\uFFFD]/u;

/** The name without folders and without its last extension; null for one that hides something or says nothing. */
function stemOf(name: string): string | null {
  const last = name.normalize("NFC").split(/[\\/]/).at(-1)?.trim() ?? "";
  if (last === "" || !last.isWellFormed() || UNSEEN.test(last)) return null;
  const stem = last
    .replace(/\.[^.]{0,10}$/, "")
    .replace(/^\.+/, "")
    .trim();
  return stem === "" || stem.length > NAME_CHARS_MAX ? null : stem;
}

const textOf = (bytes: Uint8Array, from: number, to?: number) =>
  Buffer.from(bytes.subarray(from, to)).toString("latin1");
const startsWith = (bytes: Uint8Array, magic: string) => textOf(bytes, 0, magic.length) === magic;
const MARKUP = /<(?:!doctype|html|head|body|script|svg|iframe|object|embed|\?xml)/i;

async function keep(bytes: Uint8Array): Promise<Kept> {
  if (isPicture(bytes)) return redraw(bytes);
  if (startsWith(bytes, "%PDF-")) return keepPdf(bytes);
  if (startsWith(bytes, "PK\u0003\u0004")) return keepOffice(bytes);
  return keepText(bytes);
}

/** Whether it says of itself that it is a picture of a kind that is drawn again. */
export const isPicture = (bytes: Uint8Array) =>
  startsWith(bytes, "\u00FF\u00D8\u00FF") ||
  startsWith(bytes, "\u0089PNG\r\n\u001A\n") ||
  (startsWith(bytes, "RIFF") && textOf(bytes, 8, 12) === "WEBP");

async function redraw(bytes: Uint8Array): Promise<Kept> {
  const drawn = await drawPicture(bytes, SIDE_MAX);
  return drawn.ok ? ok({ mime: drawn.value.mime, extension: "webp", bytes: drawn.value.bytes }) : drawn;
}

/** From the first byte to the last a PDF, and nothing else: no page of markup before it, no archive behind it. */
function keepPdf(bytes: Uint8Array): Kept {
  const end = textOf(bytes, Math.max(0, bytes.byteLength - 2048));
  if (!/%%EOF[\s\0]*$/.test(end)) return no("work.fileMixed");
  const text = textOf(bytes, 0);
  if (MARKUP.test(text.slice(0, 4096)) || /<(?:html|script|svg|iframe)[\s>]/i.test(text)) return no("work.fileMixed");
  if (text.includes("PK\u0005\u0006")) return no("work.fileMixed");
  return ok({ mime: "application/pdf", extension: "pdf", bytes: new Uint8Array(bytes) });
}

const OFFICE: readonly (readonly [folder: string, mime: string, extension: string])[] = [
  ["word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"],
  ["xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"],
  ["ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"],
];
const OPEN: Readonly<Record<string, string>> = {
  "application/vnd.oasis.opendocument.text": "odt",
  "application/vnd.oasis.opendocument.spreadsheet": "ods",
  "application/vnd.oasis.opendocument.presentation": "odp",
};

async function keepOffice(bytes: Uint8Array): Promise<Kept> {
  const entries = entriesOf(bytes);
  if (entries === null) return no("work.fileMixed");
  if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > UNPACKED_BYTES_MAX) return no("work.fileBomb");
  const kind = kindOfOffice(entries);
  if (!kind) return no("work.fileType");
  for (const entry of entries) if (!(await isTrue(entry))) return no("work.fileBomb");
  return ok({ ...kind, bytes: new Uint8Array(bytes) });
}

function kindOfOffice(entries: readonly ZipEntry[]) {
  const names = entries.map(({ name }) => name);
  if (names.some((name) => /vbaProject|\.\.|^\/|\\/i.test(name))) return null;
  const [first] = entries;
  if (first?.name === "mimetype" && first.method === 0) {
    const mime = Buffer.from(first.packed).toString("latin1");
    const extension = OPEN[mime];
    return extension ? { mime, extension } : null;
  }
  if (!names.includes("[Content_Types].xml")) return null;
  const found = OFFICE.find(([folder]) => names.some((name) => name.startsWith(folder)));
  return found ? { mime: found[1], extension: found[2] } : null;
}

const inflate = promisify(inflateRaw) as (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Buffer>;

/** Whether an entry unpacks to what it says, and no further: a lie is a bomb. */
async function isTrue({ method, packed, unpacked }: ZipEntry): Promise<boolean> {
  if (method === 0) return packed.byteLength === unpacked;
  try {
    return (await inflate(packed, { maxOutputLength: Math.max(1, unpacked) })).byteLength === unpacked;
  } catch {
    return false;
  }
}

/** Text as people write it: UTF-8, without controls, and not a page a browser would run. */
function keepText(bytes: Uint8Array): Kept {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (/[^\P{Cc}\t\n\r\f]/u.test(text)) return no("work.fileType");
    if (/^\s*</.test(text) || MARKUP.test(text)) return no("work.fileType");
    return ok({ mime: "text/plain", extension: "txt", bytes: new Uint8Array(bytes) });
  } catch {
    return no("work.fileType");
  }
}
