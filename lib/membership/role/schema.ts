import * as z from "zod";
import { id, line, oneOf, slug } from "@/lib/form/scalars";
import { ROLES } from "./types";

export const offerRoleInput = z.strictObject({
  associationSlug: slug(),
  handle: line(60).transform((handle) => handle.replace(/^@/, "").toLowerCase()),
  role: oneOf(ROLES),
});
export type OfferRoleInput = z.output<typeof offerRoleInput>;

export const roleInput = z.strictObject({ roleGrantId: id() });
export type RoleInput = z.output<typeof roleInput>;

export const custodyInput = z.strictObject({ associationSlug: slug() });
export type CustodyInput = z.output<typeof custodyInput>;
