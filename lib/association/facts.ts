import "server-only";
import type { Tx } from "@/lib/db/transaction";
import type { CharterContent } from "./types";

/** The newest version published by now: what whoever enters today must accept. Null before the first one. */
export async function readCharterInForce(tx: Tx, associationId: string, now: Date) {
  return tx.charter.findFirst({
    where: { associationId, publishedAt: { lte: now } },
    orderBy: { version: "desc" },
    select: {
      id: true,
      version: true,
      hash: true,
      minMinutes: true,
      minPeriod: true,
      values: { orderBy: { position: "asc" }, select: { id: true } },
    },
  });
}

/** The questions asked today, in their order. */
export async function readQuestions(tx: Tx, associationId: string) {
  return tx.question.findMany({
    where: { associationId, retiredAt: null },
    orderBy: { position: "asc" },
    select: { id: true, position: true, text: true, isRequired: true },
  });
}

/** The newest version published by now with everything it says. Null before the first one. */
export async function readContentInForce(tx: Tx, associationId: string, now: Date) {
  const row = await tx.charter.findFirst({
    where: { associationId, publishedAt: { lte: now } },
    orderBy: { version: "desc" },
    select: { id: true, version: true, ...CONTENT },
  });
  return row && { id: row.id, version: row.version, content: contentOf(row) };
}

/** One version with everything it says. */
export async function readContent(tx: Tx, charterId: string): Promise<CharterContent> {
  return contentOf(await tx.charter.findUniqueOrThrow({ where: { id: charterId }, select: CONTENT }));
}

const CONTENT = {
  ...{ minMinutes: true, minDeeds: true, minPeriod: true, countedKinds: true, graceDays: true, confirmers: true },
  ...{ bars: true, ruleNote: true, reviewOn: true, isByVote: true },
  values: {
    orderBy: { position: "asc" as const },
    select: { valueSlug: true, name: true, meaning: true, shownBy: true },
  },
  clauses: { orderBy: { number: "asc" as const }, select: { number: true, kind: true, text: true } },
} as const;

type ContentRow = Omit<CharterContent, "reviewOn"> & { reviewOn: Date | null };

function contentOf(row: ContentRow): CharterContent {
  const { minMinutes, minDeeds, minPeriod, countedKinds, graceDays, confirmers, bars, ruleNote, reviewOn, isByVote } =
    row;
  return {
    ...{ minMinutes, minDeeds, minPeriod, countedKinds, graceDays, confirmers, bars, ruleNote, isByVote },
    ...{ values: row.values, clauses: row.clauses },
    reviewOn: reviewOn?.toISOString().slice(0, 10) ?? null,
  };
}
