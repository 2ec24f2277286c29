import * as z from "zod";
import { oneOf, slug } from "@/lib/form/scalars";

/** Whether one takes the seat that what one brought to the idea fits. */
export const answerSeatInput = z.strictObject({ slug: slug(), answer: oneOf(["ACCEPTED", "DECLINED"]) });
export type AnswerSeatInput = z.output<typeof answerSeatInput>;
