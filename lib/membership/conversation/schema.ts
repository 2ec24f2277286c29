import * as z from "zod";
import { id, paragraph } from "@/lib/form/scalars";

export const WORDS_CHARS_MAX = 2000;

export const sayInput = z.strictObject({ applicationId: id(), text: paragraph(WORDS_CHARS_MAX) });
export type SayInput = z.output<typeof sayInput>;
