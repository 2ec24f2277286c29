import * as z from "zod";
import { day, optional, slug } from "@/lib/form/scalars";

export const pausingInput = z.strictObject({ associationSlug: slug() });
export type PausingInput = z.output<typeof pausingInput>;

/** A pause may name the day it is meant to last until. */
export const pauseInput = z.strictObject({ associationSlug: slug(), untilOn: optional(day()).optional() });
export type PauseInput = z.output<typeof pauseInput>;
