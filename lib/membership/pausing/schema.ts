import * as z from "zod";
import { slug } from "@/lib/form/scalars";

export const pausingInput = z.strictObject({ associationSlug: slug() });
export type PausingInput = z.output<typeof pausingInput>;
