import "server-only";
import sharp from "sharp";
import { ok, refuse } from "@/lib/core/result";

export const PHOTO_BYTES_MAX = 5 * 1024 * 1024;
const PIXELS_MAX = 40_000_000;
const SIDE = 512;

// Only the three formats people have on their telephones can be decoded at all; nothing is cached between people.
sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"],
});

export type PhotoRefusal = "member.photoTooLarge" | "member.photoUnreadable";

/**
 * A photograph decoded and drawn again as a square WebP of 512 pixels: nothing of the file survives but its colours, so
 * neither where nor when it was taken. Refuses other formats, more than 5 MB, more than 40 million pixels, what does not decode.
 */
export async function encodePhoto(bytes: Uint8Array) {
  if (bytes.byteLength > PHOTO_BYTES_MAX) return refuse<PhotoRefusal>("member.photoTooLarge", { field: "photo" });
  try {
    const { data, info } = await sharp(bytes, {
      limitInputPixels: PIXELS_MAX,
      failOn: "error",
      animated: false,
      pages: 1,
    })
      .autoOrient()
      .resize(SIDE, SIDE, { fit: "cover", position: "attention" })
      .webp({ quality: 82 })
      .timeout({ seconds: 5 })
      .toBuffer({ resolveWithObject: true });
    return ok({ bytes: new Uint8Array(data), mime: "image/webp", width: info.width, height: info.height });
  } catch {
    return refuse<PhotoRefusal>("member.photoUnreadable", { field: "photo" });
  }
}
