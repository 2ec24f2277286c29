import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { ok } from "@/lib/core/result";
import { encodePhoto, PHOTO_BYTES_MAX } from "@/lib/files/photo";
import { changeProfile } from "../commands";

/** Puts a photograph on the profile, re-encoded; the one before is deleted. Refuses what is no photograph. */
export async function setPhoto(actor: Actor, { photo }: { photo: File }, now = new Date()) {
  const head = photo.size > PHOTO_BYTES_MAX ? photo.slice(0, PHOTO_BYTES_MAX + 1) : photo;
  const encoded = await encodePhoto(new Uint8Array(await head.arrayBuffer()));
  if (!encoded.ok) return encoded;
  const { bytes, mime, width, height } = encoded.value;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return changeProfile(actor, { part: "photo", now }, async (tx) => {
    await tx.file.deleteMany({ where: { photoOf: { id: actor.memberId } } });
    const { id } = await tx.file.create({
      data: { ownerId: actor.memberId, sha256, mime, bytes, width, height },
      select: { id: true },
    });
    await tx.member.update({ where: { id: actor.memberId }, data: { photoId: id }, select: { id: true } });
    return ok(null);
  });
}

/** Takes the photograph off the profile and deletes it. */
export async function removePhoto(actor: Actor, _input: object, now = new Date()) {
  return changeProfile(actor, { part: "photo", now }, async (tx) => {
    await tx.file.deleteMany({ where: { photoOf: { id: actor.memberId } } });
    return ok(null);
  });
}
