import * as z from "zod";
import { id, line, optional, slug } from "@/lib/form/scalars";

export const ALT_CHARS_MIN = 5;
export const ALT_CHARS_MAX = 200;

/** A browser sends an empty file where none was chosen, and what it is called on the way here is not its to say. */
const chosenFile = z.preprocess(
  (value) => (value instanceof File && value.size > 0 ? value : null),
  z.nullable(z.instanceof(File, { message: "file" })),
);

/** A picture from the files of the project, or a new one; with what one sees in it. */
export const addPictureInput = z.strictObject({
  slug: slug(),
  file: chosenFile,
  fileId: optional(id()),
  alt: line(ALT_CHARS_MAX, ALT_CHARS_MIN),
});
export type AddPictureInput = z.output<typeof addPictureInput>;

export const pictureRefInput = z.strictObject({ slug: slug(), pictureId: id() });
export type PictureRefInput = z.output<typeof pictureRefInput>;
