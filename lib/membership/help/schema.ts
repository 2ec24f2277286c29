import * as z from "zod";
import { id, paragraph, slug } from "@/lib/form/scalars";

export const HELP_CHARS_MAX = 500;

export const askHelpInput = z.strictObject({ associationSlug: slug(), text: paragraph(HELP_CHARS_MAX, 0) });
export type AskHelpInput = z.output<typeof askHelpInput>;

export const closeHelpInput = z.strictObject({ associationSlug: slug(), helpId: id() });
export type CloseHelpInput = z.output<typeof closeHelpInput>;
