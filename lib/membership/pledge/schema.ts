import * as z from "zod";
import { mustTick, oneOf, slug } from "@/lib/form/scalars";
import { asStatement, papersFields, statementFields, withStatement } from "../papers/schema";

/** Saying again how one takes part, on the charter in force (rule PT1), and where one stands on what is new in it (M11). */
export const renewInput = withStatement(
  z.strictObject({
    associationSlug: slug(),
    charterHash: papersFields.charterHash,
    stances: papersFields.stances,
    accepts: mustTick(),
    ...statementFields,
  }),
).transform(({ accepts: _accepted, ...statement }) => asStatement(statement));
export type RenewInput = z.output<typeof renewInput>;

/** Whether visitors and other members see one's belonging. */
export const showInput = z
  .strictObject({ associationSlug: slug(), shown: oneOf(["yes", "no"]) })
  .transform(({ shown, ...rest }) => ({ ...rest, isVisible: shown === "yes" }));
export type ShowInput = z.output<typeof showInput>;
