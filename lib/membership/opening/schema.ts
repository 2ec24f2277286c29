import * as z from "zod";

/** The secret at the end of an address: of a letter, or of a link. */
export const openingInput = z.strictObject({ token: z.string("invalid").regex(/^[A-Za-z0-9_-]{43}$/, "invalid") });
export type OpeningInput = z.output<typeof openingInput>;
