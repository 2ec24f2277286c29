import { randomUUID } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { expectInvariants, said, tally } from "@/lib/testing/associations";
import { makeCrowd, makeProject } from "@/lib/testing/projects";
import { removeFile, uploadFile } from "./commands";
import { findFiles, findProjectFile } from "./queries";
import { PROJECT_BYTES_MAX } from "./rules";

let [owner, stranger]: Actor[] = [];
let slug = "";
let projectId = "";

beforeAll(async () => {
  [owner, stranger] = await makeCrowd(2);
});
beforeEach(async () => {
  ({ slug, id: projectId } = await makeProject(owner as Actor, { title: `File ${randomUUID()}` }));
});
afterAll(expectInvariants);

const fileOf = (bytes: Uint8Array | string, name: string) => new File([bytes as Uint8Array<ArrayBuffer>], name);
const upload = (bytes: Uint8Array | string, name: string, by = owner as Actor) =>
  uploadFile(by, { slug, file: fileOf(bytes, name) });
const kept = () => db.projectFile.count({ where: { projectId } });

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 90, b: 40 } }, limitInputPixels: false });

type Part = { name: string; text: string | Buffer; isStored?: boolean; lie?: number };

/** An archive written by hand, so that it may lie. */
function zipOf(parts: readonly Part[]): Buffer {
  const [local, central]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const { name, text, isStored = false, lie } of parts) {
    const raw = Buffer.from(text);
    const packed = isStored ? raw : deflateRawSync(raw);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(isStored ? 0 : 8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(lie ?? raw.length, 22);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(isStored ? 0 : 8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(lie ?? raw.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    local.push(head, Buffer.from(name), packed);
    central.push(entry, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, directory, end]);
}

const TYPES = { name: "[Content_Types].xml", text: "<Types/>" };
const DOCX = [TYPES, { name: "word/document.xml", text: "<w:document/>" }];
const ODT = [
  { name: "mimetype", text: "application/vnd.oasis.opendocument.text", isStored: true },
  { name: "content.xml", text: "<office/>" },
];
const PDF = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n";
const HTML = "<!doctype html><script>alert(document.domain)</script>";

describe("what is kept", () => {
  test("a picture is drawn again: smaller, and without where and when it was taken", async () => {
    const exif = { IFD0: { Artist: "Ada", Copyright: "segreto" }, IFD3: { GPSLatitude: "45/1 4/1 0/1" } };
    expect(said(await upload(await picture(4000, 3000).withExif(exif).jpeg().toBuffer(), "il tetto.JPG"))).toBe("ok");
    const [line] = (await findFiles(owner as Actor, slug))?.files ?? [];
    expect(line).toMatchObject({ name: "il tetto.webp", mime: "image/webp", mayRemove: true });
    const file = await findProjectFile(owner as Actor, line?.id ?? "");
    const { format, width, exif: left } = await sharp(file?.bytes).metadata();
    expect({ format, width, left }).toEqual({ format: "webp", width: 2560, left: undefined });
    expect(Buffer.from(file?.bytes ?? []).includes("segreto")).toBe(false);
  });

  test.each([
    ["a PDF", PDF, "preventivo.txt", "preventivo.pdf", "application/pdf"],
    ["a text", "Misure:\n2,40 × 3,10\n", "misure.csv", "misure.txt", "text/plain"],
    [
      "a Word document",
      zipOf(DOCX),
      "verbale.docx",
      "verbale.docx",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ],
    ["an OpenDocument", zipOf(ODT), "verbale.zip", "verbale.odt", "application/vnd.oasis.opendocument.text"],
    ["a text in a folder", "Ciao.", "../../etc/note.txt", "note.txt", "text/plain"],
  ])("%s is what its bytes say, whatever its name", async (_, bytes, given, name, mime) => {
    expect(said(await upload(bytes, given))).toBe("ok");
    expect((await findFiles(owner as Actor, slug))?.files).toMatchObject([{ name, mime }]);
  });
});

describe("what is refused leaves nothing", () => {
  test.each<[string, () => Promise<Uint8Array | string> | Uint8Array | string, string, string]>([
    ["nothing", () => "", "vuoto.txt", "work.fileEmpty"],
    ["more than 10 MB", () => Buffer.alloc(10 * 1024 * 1024 + 1, 65), "tanto.txt", "work.fileTooLarge"],
    ["10,000 × 10,000 pixels", () => picture(10_000, 10_000).png().toBuffer(), "muro.png", "work.imageTooLarge"],
    [
      "half a JPEG",
      async () => (await picture(900, 900).jpeg().toBuffer()).subarray(0, 2000),
      "a.jpg",
      "work.imageUnreadable",
    ],
    ["a GIF", () => picture(8, 8).gif().toBuffer(), "a.gif", "work.fileType"],
    ["a GIF that is a page too", () => `GIF89a/*${HTML}*/=1;`, "a.gif", "work.fileType"],
    [
      "a drawing with script",
      () => "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
      "a.svg",
      "work.fileType",
    ],
    ["a page", () => HTML, "a.txt", "work.fileType"],
    ["a page behind a text", () => `ciao\n${HTML}`, "a.txt", "work.fileType"],
    ["a program", () => Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), "a.pdf", "work.fileType"],
    ["a PDF that is a page too", () => PDF.replace("1 0 obj", `${HTML}\n1 0 obj`), "a.pdf", "work.fileMixed"],
    ["a page behind a PDF", () => PDF + HTML, "a.pdf", "work.fileMixed"],
    ["an archive behind a PDF", () => Buffer.concat([Buffer.from(PDF), zipOf(DOCX)]), "a.pdf", "work.fileMixed"],
    [
      "a PDF within an archive’s end",
      () => Buffer.concat([Buffer.from(PDF), zipOf(DOCX), Buffer.from("%%EOF")]),
      "a.pdf",
      "work.fileMixed",
    ],
    [
      "an archive with a page before it",
      () => Buffer.concat([zipOf(DOCX), Buffer.from(HTML)]),
      "a.docx",
      "work.fileMixed",
    ],
    ["an archive of anything", () => zipOf([{ name: "a.exe", text: "MZ" }]), "a.docx", "work.fileType"],
    [
      "a document with macros",
      () => zipOf([...DOCX, { name: "word/vbaProject.bin", text: "x" }]),
      "a.docx",
      "work.fileType",
    ],
    [
      "a document that climbs out of its folder",
      () => zipOf([...DOCX, { name: "word/../../x", text: "x" }]),
      "a.docx",
      "work.fileType",
    ],
    [
      "a bomb that says so",
      () => zipOf([...DOCX, { name: "word/a", text: Buffer.alloc(101 * 1024 * 1024) }]),
      "a.docx",
      "work.fileBomb",
    ],
    [
      "a bomb that lies",
      () => zipOf([...DOCX, { name: "word/a", text: Buffer.alloc(5 * 1024 * 1024), lie: 100 }]),
      "a.docx",
      "work.fileBomb",
    ],
    ["a name that reads backwards", () => PDF, "fattura\u202Efdp.exe", "work.fileName"],
    ["a name with a control", () => PDF, "a\u0007.pdf", "work.fileName"],
    ["a name that says nothing", () => PDF, ".pdf", "work.fileName"],
  ])("%s", async (_, make, name, code) => {
    const answer = await upload(await make(), name);
    expect(answer).toMatchObject({ ok: false, refusal: { code, field: "file" } });
    expect(await kept()).toBe(0);
  });

  test("what would not fit, what is there already, and what somebody outside brings", async () => {
    expect(said(await upload(PDF, "a.pdf"))).toBe("ok");
    expect(said(await upload(PDF, "b.pdf"))).toBe("work.sameFile");
    expect(said(await upload("Ciao.", "a.txt", stranger))).toBe("common.notFound");
    expect(await kept()).toBe(1);
  });

  test("A5: of many at once, only as many stay as there is room for", async () => {
    const size = 10 * 1024 * 1024;
    await db.$executeRaw`
      INSERT INTO "ProjectFile" ("id", "projectId", "name", "mime", "size", "sha256", "bytes", "at")
      SELECT gen_random_uuid(), ${projectId}::uuid, 'x.txt', 'text/plain', ${size}, n::text, convert_to(repeat('A', ${size}::int), 'UTF8'), now()
        FROM generate_series(1, ${PROJECT_BYTES_MAX / size - 1}::int) n`;
    const six = Array.from({ length: 4 }, (_, i) => upload(Buffer.alloc(6 * 1024 * 1024, 66 + i), `${i}.txt`));
    expect(tally(await Promise.all(six))).toEqual({ ok: 1, "work.quota": 3 });
    await db.projectFile.deleteMany({ where: { projectId } });
  });
});

test("A2: a file opens to those who take part, and is taken away by who brought it or leads", async () => {
  await upload(PDF, "a.pdf");
  const { id } = await db.projectFile.findFirstOrThrow({ where: { projectId }, select: { id: true } });
  expect([await findProjectFile(null, id), await findProjectFile(stranger as Actor, id)]).toEqual([null, null]);
  expect(said(await removeFile(stranger as Actor, { slug, fileId: id }))).toBe("common.notFound");
  expect(said(await removeFile(owner as Actor, { slug, fileId: id }))).toBe("ok");
  expect(await kept()).toBe(0);
});
