import "server-only";
import { dateOf } from "@/lib/core/duration";
import type { Tx } from "@/lib/db/transaction";
import type { Door } from "../types";
import type { Papers, Thresholds } from "./types";

type Filing = {
  readonly associationId: string;
  readonly memberId: string;
  readonly charterId: string;
  readonly door: Door;
  readonly papers: Papers;
  /** As asked, in their order; the papers answer each (rule M5). */
  readonly questions: readonly { id: string; position: number; text: string; isRequired: boolean }[];
  readonly invitationId: string | null;
  /** Until when the stewards may answer; null at doors that wait for nobody. */
  readonly answerBy: Date | null;
  /** Null at doors that wait for nobody. */
  readonly thresholds: Thresholds | null;
  readonly now: Date;
};

/**
 * Stores papers that were found in order, with the questions as they were asked and the hash of the charter shown
 * (rule M5). Waiting for an answer they stay PENDING; else they are ACCEPTED as they are written. Returns their id.
 */
export async function filePapers(tx: Tx, filing: Filing): Promise<string> {
  const { associationId, memberId, charterId, door, papers, questions, invitationId, answerBy, thresholds, now } =
    filing;
  const { stances, answers, kinds, untilOn, isListening, minutesPerPeriod, period, statement, charterHash } = papers;
  const { contentLocale: locale } = await tx.member.findUniqueOrThrow({
    where: { id: memberId },
    select: { contentLocale: true },
  });
  const { id } = await tx.application.create({
    data: {
      ...{ associationId, memberId, charterId, charterHash, door, invitationId, answerBy, locale },
      ...{ kinds: [...kinds], isListening, minutesPerPeriod, period, statement, untilOn: dateOf(untilOn) },
      ...thresholds,
      state: answerBy ? "PENDING" : "ACCEPTED",
      submittedAt: now,
      closedAt: answerBy ? null : now,
      stances: { create: stances.map(({ valueId, ...taken }) => ({ charterValueId: valueId, ...taken })) },
      answers: {
        create: questions.map(({ id: questionId, text: question, position, isRequired }, i) => ({
          ...{ questionId, question, position, isRequired },
          text: answers[i]?.text ?? "",
        })),
      },
    },
    select: { id: true },
  });
  return id;
}
