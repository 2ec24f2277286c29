import "server-only";
import sharp from "sharp";
import { ok, type Result, refuse } from "@/lib/core/result";
import "./photo";

const PIXELS_MAX = 40_000_000;

export type PictureRefusal = "work.imageTooLarge" | "work.imageUnreadable";
export type Picture = {
  readonly mime: "image/webp";
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
};

/** A picture decoded and drawn again as WebP, no side longer than this: nothing of the file survives but its colours. */
export async function drawPicture(bytes: Uint8Array, sideMax: number): Promise<Result<Picture, PictureRefusal>> {
  const no = (code: PictureRefusal) => refuse(code, { field: "file" });
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > PIXELS_MAX) return no("work.imageTooLarge");
    const { data, info } = await sharp(bytes, {
      limitInputPixels: PIXELS_MAX,
      failOn: "error",
      animated: false,
      pages: 1,
    })
      .autoOrient()
      .resize(sideMax, sideMax, { fit: "inside", withoutEnlargement: true })
      .webp({ quality: 82 })
      .timeout({ seconds: 8 })
      .toBuffer({ resolveWithObject: true });
    return ok({ mime: "image/webp", bytes: new Uint8Array(data), width: info.width, height: info.height });
  } catch {
    return no("work.imageUnreadable");
  }
}

const CARD = { width: 1200, height: 630 } as const;

/** The same picture as other sites show it beside a link: the shape they ask for, in a format all of them read. */
export async function cardOf(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const drawn = await sharp(bytes, { limitInputPixels: PIXELS_MAX })
    .resize(CARD.width, CARD.height, { fit: "cover", position: "attention" })
    .jpeg({ quality: 84, mozjpeg: true })
    .timeout({ seconds: 8 })
    .toBuffer();
  return new Uint8Array(drawn);
}

/** A tile by its two colours, as «#rrggbb». */
export type TwoColours = { readonly ground: string; readonly motif: string };

const SIDE = 3;
const TILE = 170;
const GAP = 8;
const INNER = 86;

/** The same shape where there is no picture: nine tiles in their colours on white. It says nothing in words. */
export async function mosaicCard(tiles: readonly TwoColours[]): Promise<Uint8Array<ArrayBuffer>> {
  const whole = SIDE * TILE + (SIDE - 1) * GAP;
  const [x, y] = [Math.round((CARD.width - whole) / 2), Math.round((CARD.height - whole) / 2)];
  const square = (side: number, background: string) => ({
    create: { width: side, height: side, channels: 3 as const, background },
  });
  const inset = (TILE - INNER) / 2;
  const laid = tiles.slice(0, SIDE * SIDE).flatMap(({ ground, motif }, i) => {
    const [left, top] = [x + (i % SIDE) * (TILE + GAP), y + Math.floor(i / SIDE) * (TILE + GAP)];
    return [
      { input: square(TILE, ground), left, top },
      { input: square(INNER, motif), left: left + inset, top: top + inset },
    ];
  });
  const sheet = sharp({ create: { ...CARD, channels: 3, background: "#ffffff" } }).composite(laid);
  return new Uint8Array(await sheet.jpeg({ quality: 90 }).toBuffer());
}
