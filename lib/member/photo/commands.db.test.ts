import sharp from "sharp";
import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { makeMember } from "@/lib/testing/members";
import { editPrivacy } from "../audience/commands";
import { DEFAULT_AUDIENCES } from "../audience/rules";
import { findOwnProfile } from "../queries";
import { removePhoto, setPhoto } from "./commands";
import { findPhoto } from "./queries";

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 90, b: 40 } } });

const noise = (side: number) =>
  sharp({
    create: {
      width: side,
      height: side,
      channels: 3,
      background: "white",
      noise: { type: "gaussian", mean: 128, sigma: 60 },
    },
  });

const fileOf = (bytes: Uint8Array | string, type = "image/jpeg") =>
  new File([bytes as Uint8Array<ArrayBuffer>], "me.jpg", { type });
const exif = {
  IFD0: { Artist: "Ada", Copyright: "segreto" },
  IFD3: { GPSLatitude: "45/1 4/1 0/1", GPSLatitudeRef: "N" },
};

test("a photograph becomes a square WebP without where and when it was taken", async () => {
  const actor = await makeMember();
  const taken = await picture(900, 600).withExif(exif).jpeg().toBuffer();
  expect(taken.includes("segreto")).toBe(true);
  expect(await setPhoto(actor, { photo: fileOf(taken) })).toEqual({ ok: true, value: null });
  const { photoId } = await findOwnProfile(actor);
  const kept = await findPhoto(actor, photoId ?? "");
  const { format, width, height, exif: left } = await sharp(kept?.bytes).metadata();
  expect({ format, width, height, left, mime: kept?.mime }).toEqual({
    format: "webp",
    width: 512,
    height: 512,
    left: undefined,
    mime: "image/webp",
  });
  expect(Buffer.from(kept?.bytes ?? []).includes("segreto")).toBe(false);
});

test.each([
  ["a GIF", async () => picture(4, 4).gif().toBuffer(), "member.photoUnreadable"],
  ["an AVIF", async () => picture(16, 16).avif().toBuffer(), "member.photoUnreadable"],
  [
    "a drawing with script",
    async () => Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
    "member.photoUnreadable",
  ],
  ["a text", async () => Buffer.from("not a picture at all"), "member.photoUnreadable"],
  ["half a JPEG", async () => (await noise(300).jpeg().toBuffer()).subarray(0, 9000), "member.photoUnreadable"],
  ["nothing", async () => Buffer.alloc(0), "member.photoUnreadable"],
  ["a small file of 64 million pixels", async () => picture(8000, 8000).png().toBuffer(), "member.photoUnreadable"],
  ["more than 5 MB", async () => Buffer.alloc(5 * 1024 * 1024 + 1), "member.photoTooLarge"],
])("%s is refused and changes nothing", async (_, make, code) => {
  const actor = await makeMember();
  expect(await setPhoto(actor, { photo: fileOf(await make()) })).toMatchObject({
    ok: false,
    refusal: { code, field: "photo" },
  });
  expect(await db.file.count({ where: { ownerId: actor.memberId } })).toBe(0);
});

test("a new photograph replaces the old one; taken away, nothing of it stays", async () => {
  const actor = await makeMember();
  const photo = fileOf(await picture(10, 10).png().toBuffer());
  await setPhoto(actor, { photo });
  const first = (await findOwnProfile(actor)).photoId ?? "";
  await setPhoto(actor, { photo });
  const second = (await findOwnProfile(actor)).photoId ?? "";
  expect(second).not.toBe(first);
  expect(await findPhoto(actor, first)).toBeNull();
  expect(await db.file.count({ where: { ownerId: actor.memberId } })).toBe(1);
  await removePhoto(actor, {});
  expect((await findOwnProfile(actor)).photoId).toBeNull();
  expect(await db.file.count({ where: { ownerId: actor.memberId } })).toBe(0);
});

test("PV1: a photograph opens only to those who see it on the profile", async () => {
  const actor = await makeMember();
  const other = await makeMember();
  await setPhoto(actor, { photo: fileOf(await picture(10, 10).png().toBuffer()) });
  const id = (await findOwnProfile(actor)).photoId ?? "";
  const seen = async () =>
    Promise.all([null, other, actor].map(async (viewer) => (await findPhoto(viewer, id)) !== null));
  expect(await seen()).toEqual([false, true, true]);
  await editPrivacy(actor, { reach: "PUBLIC", isAskable: true, audiences: DEFAULT_AUDIENCES });
  expect(await seen()).toEqual([true, true, true]);
  await editPrivacy(actor, { reach: "PUBLIC", isAskable: true, audiences: { ...DEFAULT_AUDIENCES, PHOTO: "ONLY_ME" } });
  expect(await seen()).toEqual([false, false, true]);
  await editPrivacy(actor, { reach: "UNLISTED", isAskable: true, audiences: DEFAULT_AUDIENCES });
  expect(await seen()).toEqual([false, false, true]);
});
