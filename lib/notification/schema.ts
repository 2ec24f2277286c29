import * as z from "zod";
import { checkbox, id } from "@/lib/form/scalars";
import { OPTIONAL_MAILS } from "./types";

export const chooseMailsSchema = z.strictObject({
  /** The optional mails one wants; those left out are not wanted. */
  wanted: z.array(z.enum(OPTIONAL_MAILS, "choose")),
  /** Once a week, where they can help. */
  weekly: checkbox(),
});

export type ChooseMailsInput = z.output<typeof chooseMailsSchema>;

export const markReadSchema = z.strictObject({
  /** The newest notification that was shown: what came later stays unread. */
  upTo: id(),
});

export type MarkReadInput = z.output<typeof markReadSchema>;

/** Where a list goes on, from its address; anything that is no cursor begins at the top. */
export const cursorSchema = z.uuid().nullable().catch(null);
