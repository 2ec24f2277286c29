import * as z from "zod";

export const calendarInput = z.strictObject({});

/** The last part of a calendar's address, with or without the ending some programs ask for; anything else is none. */
export const calendarToken = z
  .string()
  .transform((given) => given.replace(/\.ics$/, ""))
  .pipe(z.string().regex(/^[\w-]{43}$/));
