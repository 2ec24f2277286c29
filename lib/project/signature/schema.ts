import * as z from "zod";
import { line, oneOf, optional, slug } from "@/lib/form/scalars";
import { SIGNATURE_LOOKS } from "./types";

const COMPETENCE_CHARS_MAX = 80;

export const signInput = z
  .strictObject({ slug: slug(), look: oneOf(SIGNATURE_LOOKS), competence: optional(line(COMPETENCE_CHARS_MAX)) })
  .transform((input) => ({ ...input, competence: input.look === "COMPETENCE" ? input.competence : null }));
export type SignInput = z.output<typeof signInput>;
