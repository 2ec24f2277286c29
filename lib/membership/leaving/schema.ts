import * as z from "zod";
import { slug } from "@/lib/form/scalars";

export const leaveInput = z.strictObject({ associationSlug: slug() });
export type LeaveInput = z.output<typeof leaveInput>;
