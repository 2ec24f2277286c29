import * as z from "zod";
import { id, paragraph } from "@/lib/form/scalars";

export const FAREWELL_CHARS_MAX = 500;

/** Whom the owner lets go, with a reason for its stewards. */
export const letGoInput = z.strictObject({ coHostingId: id(), farewell: paragraph(FAREWELL_CHARS_MAX, 10) });
export type LetGoInput = z.output<typeof letGoInput>;
