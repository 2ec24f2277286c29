import * as z from "zod";
import { slug, whom } from "@/lib/form/scalars";

export const trustInput = z.strictObject({
  associationSlug: slug(),
  whom: whom(),
});
export type TrustInput = z.output<typeof trustInput>;

export const withdrawTrustInput = z.strictObject({ associationSlug: slug(), handle: slug() });
export type WithdrawTrustInput = z.output<typeof withdrawTrustInput>;
