import * as z from "zod";
import { id, mustTick } from "@/lib/form/scalars";
import { asStatement, papersFields, statementFields, withStatement } from "../papers/schema";

/** Confirming a waiting application on the charter in force: stances on what is new, and how one will take part. */
export const confirmPapersInput = withStatement(
  z.strictObject({
    applicationId: id(),
    charterHash: papersFields.charterHash,
    stances: papersFields.stances,
    accepts: mustTick(),
    ...statementFields,
  }),
).transform(({ accepts: _accepted, ...papers }) => asStatement(papers));
export type ConfirmPapersInput = z.output<typeof confirmPapersInput>;
