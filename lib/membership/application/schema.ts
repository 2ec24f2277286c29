import * as z from "zod";
import { id, slug } from "@/lib/form/scalars";
import { asStatement, papersFields, withStatement } from "../papers/schema";

/** Applying, entering an open association, accepting an invitation: one form. */
export const applyInput = withStatement(z.strictObject({ associationSlug: slug(), ...papersFields })).transform(
  ({ accepts: _accepted, ...papers }) => asStatement(papers),
);
export type ApplyInput = z.output<typeof applyInput>;

export const withdrawInput = z.strictObject({ applicationId: id() });
export type WithdrawInput = z.output<typeof withdrawInput>;
