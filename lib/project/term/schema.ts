import * as z from "zod";
import { day, id } from "@/lib/form/scalars";

/** One stays in one's seat up to a later day. */
export const renewSeatInput = z.strictObject({ offerId: id(), until: day() });
export type RenewSeatInput = z.output<typeof renewSeatInput>;
