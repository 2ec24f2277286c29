import * as z from "zod";
import { checkbox, id, line, paragraph, slug } from "@/lib/form/scalars";
import { SHARED_RESPONSIBILITIES } from "../role/types";

export const ROLE_NAME_CHARS_MAX = 40;
export const ROLE_DUTY_CHARS_MAX = 300;

/** Fields of these forms that may repeat. */
export const BUNDLE_LISTS = ["responsibilities"] as const;

const bundle = {
  name: line(ROLE_NAME_CHARS_MAX, 3),
  duty: paragraph(ROLE_DUTY_CHARS_MAX, 10),
  responsibilities: z.array(z.enum(SHARED_RESPONSIBILITIES, "choose")).default([]),
  isByTrust: checkbox(),
};

export const defineRoleInput = z.strictObject({ associationSlug: slug(), ...bundle });
export type DefineRoleInput = z.output<typeof defineRoleInput>;

export const changeRoleInput = z.strictObject({ ownRoleId: id(), ...bundle });
export type ChangeRoleInput = z.output<typeof changeRoleInput>;

export const retireRoleInput = z.strictObject({ ownRoleId: id() });
export type RetireRoleInput = z.output<typeof retireRoleInput>;
