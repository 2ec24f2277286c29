import "server-only";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { dayOf } from "@/lib/core/duration";
import { type Result, refuse } from "@/lib/core/result";
import type { Language } from "@/lib/taxonomy/types";
import { findProposing } from "../proposal/queries";
import { type ImportRefusal, type Refill, refillOf } from "./rules";
import { IMPORT_BYTES_MAX, type ImportInput } from "./schema";

export type ReadRefusal = ImportRefusal | "project.importTooLarge" | "common.unverified" | "common.suspended";

/**
 * Reads a project that was taken out, for the form of a new proposal to start from. Writes nothing, enrols nobody: a proposal is
 * made by whoever sends that form, and signed by them (rules PJ1, C4).
 */
export async function readImport(
  actor: Actor,
  { file, withoutPast }: ImportInput,
  { language, now = new Date() }: { language: Language; now?: Date },
): Promise<Result<Refill, ReadRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  if (file.size > IMPORT_BYTES_MAX) return refuse("project.importTooLarge", { field: "file" });
  const { associations, values } = await findProposing(actor);
  return refillOf(await file.text(), {
    ...{ language, today: dayOf(now), isWithoutPast: withoutPast },
    associations: associations.map(({ slug }) => slug),
    values: values.map(({ word }) => word),
  });
}
