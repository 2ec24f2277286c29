import * as z from "zod";
import { id, optional, slug, wholeNumber, whom } from "@/lib/form/scalars";
import { ROLES } from "./types";

export const offerRoleInput = z.strictObject({
  associationSlug: slug(),
  whom: whom(),
  /** One of the two every association has, or the id of one of its own. */
  role: z.union([z.enum(ROLES), id()], "choose"),
});
export type OfferRoleInput = z.output<typeof offerRoleInput>;

export const roleInput = z.strictObject({ roleGrantId: id() });

/** An own role is accepted as it was shown (rule PT2). */
export const acceptRoleInput = z.strictObject({
  roleGrantId: id(),
  version: optional(wholeNumber(1, 1_000_000)).optional(),
});
export type AcceptRoleInput = z.output<typeof acceptRoleInput>;
export type RoleInput = z.output<typeof roleInput>;

export const custodyInput = z.strictObject({ associationSlug: slug() });
export type CustodyInput = z.output<typeof custodyInput>;
