import * as z from "zod";
import { checkbox } from "@/lib/form/scalars";
import { EXPORT_SCHEMA } from "../export/schema";
import { DELIVERABLES_PROPOSED_MAX, NEEDS_PROPOSED_MAX } from "../schema";

export const IMPORT_BYTES_MAX = 5 * 1024 * 1024;

/** A project taken out before, and whether days that have gone by may be left out. */
export const importInput = z.strictObject({
  file: z.instanceof(File, { message: "file" }),
  withoutPast: checkbox(),
});
export type ImportInput = z.output<typeof importInput>;

const text = z.string();
const maybe = text.nullish().transform((value) => value ?? "");
const need = z.object({
  ...{ title: text, kind: text, competence: maybe, due: maybe },
  seats: z.number(),
  isCritical: z.boolean().default(false),
  minutes: z.number().nullish(),
});

/**
 * What is read of such a file: papers, deliverables, needs. Their bounds are those of the form it fills, and stand there. What
 * else it holds, people above all, is not even looked at (rule C4).
 */
export const importedProject = z.object({
  schema: z.literal(EXPORT_SCHEMA),
  papers: z.object({
    ...{ title: text, kind: text, purpose: text, contentLocale: text },
    ...{ forWhom: maybe, whyTogether: maybe, description: maybe, place: maybe, association: maybe },
    isMembersOnly: z.boolean().default(false),
    values: z.array(text).default([]),
  }),
  deliverables: z
    .array(z.object({ title: text, due: maybe }))
    .max(DELIVERABLES_PROPOSED_MAX)
    .default([]),
  needs: z.array(need).max(NEEDS_PROPOSED_MAX).default([]),
});
export type ImportedProject = z.output<typeof importedProject>;
