import * as z from "zod";
import { oneOf, slug } from "@/lib/form/scalars";
import { CARD_TELLS } from "./types";

export const cardInput = z.strictObject({ associationSlug: slug(), tells: oneOf(CARD_TELLS) });
export type CardInput = z.output<typeof cardInput>;

export const renewCardInput = z.strictObject({ associationSlug: slug() });
export type RenewCardInput = z.output<typeof renewCardInput>;

/** The last part of a card's address; anything else is no card. */
export const cardToken = z.string().regex(/^[\w-]{43}$/);
