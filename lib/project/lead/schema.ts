import * as z from "zod";
import { id, slug } from "@/lib/form/scalars";

export const leadInput = z.strictObject({ slug: slug() });
export type LeadInput = z.output<typeof leadInput>;

/** The co-hosting of the association that takes the lead. */
export const takeLeadInput = z.strictObject({ coHostingId: id() });
export type TakeLeadInput = z.output<typeof takeLeadInput>;
