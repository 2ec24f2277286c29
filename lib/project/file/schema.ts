import * as z from "zod";
import { id, slug } from "@/lib/form/scalars";

export const uploadInput = z.strictObject({ slug: slug(), file: z.instanceof(File, { message: "file" }) });
export type UploadInput = z.output<typeof uploadInput>;

export const fileRefInput = z.strictObject({ slug: slug(), fileId: id() });
export type FileRefInput = z.output<typeof fileRefInput>;
