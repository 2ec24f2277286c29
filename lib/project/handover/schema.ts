import * as z from "zod";
import { id, oneOf, slug } from "@/lib/form/scalars";

/** Whom the owner asks to look after the project. */
export const offerHandoverInput = z.strictObject({ slug: slug(), memberId: id() });
export type OfferHandoverInput = z.output<typeof offerHandoverInput>;

export const answerHandoverInput = z.strictObject({ slug: slug(), answer: oneOf(["ACCEPTED", "REFUSED"]) });
export type AnswerHandoverInput = z.output<typeof answerHandoverInput>;

export const withdrawHandoverInput = z.strictObject({ slug: slug() });
export type WithdrawHandoverInput = z.output<typeof withdrawHandoverInput>;

export const adoptInput = z.strictObject({ slug: slug() });
export type AdoptInput = z.output<typeof adoptInput>;
