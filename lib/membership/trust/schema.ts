import * as z from "zod";
import { line, slug } from "@/lib/form/scalars";

export const trustInput = z.strictObject({
  associationSlug: slug(),
  handle: line(60).transform((handle) => handle.replace(/^@/, "").toLowerCase()),
});
export type TrustInput = z.output<typeof trustInput>;
