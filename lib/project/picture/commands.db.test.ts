import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor, Viewer } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { expectInvariants, said } from "@/lib/testing/associations";
import { makeCrowd, makeGroup } from "@/lib/testing/projects";
import { conclude, makeRunning } from "@/lib/testing/results";
import { uploadFile } from "../file/commands";
import { findCard, findResult } from "../result/queries";
import { addPicture, removePicture } from "./commands";
import { findPicture } from "./queries";
import { PICTURES_MAX } from "./rules";

const NOW = new Date("2026-11-21T10:00:00Z");
const ALT = "Il lavatoio con il tetto nuovo";
let owner: Actor;
let ada: Actor;
let stranger: Actor;
let made: Awaited<ReturnType<typeof makeRunning>>;

beforeAll(async () => {
  [owner, ada, stranger] = (await makeCrowd(3)) as [Actor, Actor, Actor];
  made = await makeRunning({ owner, seated: [ada] }, NOW);
});
afterAll(expectInvariants);

const picture = (side: number) =>
  sharp({ create: { width: side, height: side, channels: 3, background: { r: 200, g: side % 250, b: 40 } } });
const file = (bytes: Uint8Array | string, name = "tetto.jpg") => new File([bytes as Uint8Array<ArrayBuffer>], name);
const hang = (given: { file?: File; fileId?: string }, by = owner) =>
  addPicture(by, { slug: made.slug, file: given.file ?? null, fileId: given.fileId ?? null, alt: ALT }, NOW);
const hung = () =>
  db.resultPicture.findMany({
    where: { projectId: made.id },
    orderBy: { position: "asc" },
    select: { id: true, broughtById: true, width: true, position: true },
  });

describe("PJ7: pictures of a result", () => {
  test("are hung by whoever leads, drawn again, and seen by nobody else before it is published", async () => {
    const exif = { IFD0: { Artist: "Ada", Copyright: "segreto" } };
    const shot = await picture(3000).withExif(exif).jpeg().toBuffer();
    expect(said(await hang({ file: file(shot) }, ada))).toBe("common.notAllowed");
    expect(said(await hang({ file: file(shot) }, stranger))).toBe("common.notFound");
    expect(said(await hang({ file: file(shot) }))).toBe("ok");
    const [one] = await hung();
    expect(one).toMatchObject({ width: 1600, broughtById: owner.memberId });
    const seen = await findPicture(owner, one?.id ?? "");
    expect(Buffer.from(seen?.bytes ?? []).includes("segreto")).toBe(false);
    for (const viewer of [null, stranger, ada] as Viewer[]) expect(await findPicture(viewer, one?.id ?? "")).toBeNull();
    expect((await findResult(ada, made.slug, NOW))?.pictures).toEqual([]);
    expect(await findCard(made.slug)).toBeNull();
  });

  test("may be chosen among the files of the project: a copy, which whoever brought it takes away as well", async () => {
    expect(said(await uploadFile(ada, { slug: made.slug, file: file(await picture(90).png().toBuffer()) }, NOW))).toBe(
      "ok",
    );
    const kept = await db.projectFile.findFirstOrThrow({ where: { projectId: made.id }, select: { id: true } });
    expect((await findResult(owner, made.slug, NOW))?.choices.map(({ id }) => id)).toEqual([kept.id]);
    expect((await findResult(ada, made.slug, NOW))?.choices).toEqual([]);
    expect(said(await hang({ fileId: kept.id }))).toBe("ok");
    const copy = (await hung()).find((one) => one.broughtById === ada.memberId);
    expect(copy?.id).not.toBe(kept.id);
    await db.projectFile.delete({ where: { id: kept.id } });
    expect(await findPicture(owner, copy?.id ?? "")).not.toBeNull();
    const ref = { slug: made.slug, pictureId: copy?.id ?? "" };
    expect(said(await removePicture(stranger, ref, NOW))).toBe("common.notFound");
    expect(said(await removePicture(ada, ref, NOW))).toBe("ok");
    expect(await hung()).toHaveLength(1);
  });

  test.each<[string, () => Promise<{ file?: File; fileId?: string }>, string]>([
    ["nothing", async () => ({}), "project.pictureWhich"],
    ["a page", async () => ({ file: file("<!doctype html><p>") }), "project.notAPicture"],
    [
      "half a picture",
      async () => ({ file: file((await picture(900).jpeg().toBuffer()).subarray(0, 900)) }),
      "work.imageUnreadable",
    ],
    ["more than 10 MB", async () => ({ file: file(Buffer.alloc(10 * 1024 * 1024 + 1, 65)) }), "work.fileTooLarge"],
    ["a file of nobody's", async () => ({ fileId: "0198c0de-0000-7000-8000-000000000000" }), "project.pictureGone"],
  ])("%s is refused, and leaves nothing", async (_, given, code) => {
    const before = (await hung()).length;
    expect(said(await hang(await given()))).toBe(code);
    expect(await hung()).toHaveLength(before);
  });

  test("are six at most, even at once", async () => {
    const shot = file(await picture(40).png().toBuffer());
    const answers = await Promise.all(Array.from({ length: 8 }, () => hang({ file: shot })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(PICTURES_MAX - 1);
    expect(new Set(answers.map(said))).toEqual(new Set(["ok", "project.tooManyPictures"]));
    expect((await hung()).map(({ position }) => position)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test("are everybody's once the result is, and stand beside a link to it; of what is for members only, theirs alone", async () => {
    await conclude(made.slug, { owner }, NOW, {
      links: [{ row: 0, label: "", url: "https://example.org/a" }],
      lessons: "Chiedere prima.",
    });
    const [one] = await hung();
    for (const viewer of [null, stranger, ada] as Viewer[]) {
      expect(await findPicture(viewer, one?.id ?? "")).not.toBeNull();
      const result = await findResult(viewer, made.slug, NOW);
      expect(result).toMatchObject({
        lessons: "Chiedere prima.",
        links: [{ label: "", url: "https://example.org/a" }],
      });
      expect(result?.pictures).toHaveLength(PICTURES_MAX);
    }
    expect((await findCard(made.slug))?.picture).not.toBeNull();
    const { id } = await makeGroup({ steward: owner, active: [ada] });
    await db.project.update({ where: { id: made.id }, data: { associationId: id, isMembersOnly: true } });
    expect(await findPicture(ada, one?.id ?? "")).not.toBeNull();
    for (const viewer of [null, stranger] as Viewer[]) expect(await findPicture(viewer, one?.id ?? "")).toBeNull();
    expect(await findCard(made.slug)).toBeNull();
  });
});
