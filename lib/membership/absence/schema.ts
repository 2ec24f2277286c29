import * as z from "zod";
import { day, id, slug } from "@/lib/form/scalars";

/** Only the days: why is nobody's business. */
export const absenceInput = z.strictObject({ associationSlug: slug(), fromOn: day(), untilOn: day() });
export type AbsenceInput = z.output<typeof absenceInput>;

export const backInput = z.strictObject({ associationSlug: slug(), absenceId: id() });
export type BackInput = z.output<typeof backInput>;
