import "server-only";
import { dayOf } from "@/lib/core/duration";
import type { Tx } from "@/lib/db/transaction";
import { ENTERED } from "@/lib/membership/facts";

type At = { associationId: string; now: Date };

/** What the charter in force says of contributions: who confirms them, and the words of the values they may serve. */
export async function readCharterOfDeeds(tx: Tx, { associationId, now }: At) {
  const charter = await tx.charter.findFirst({
    where: { associationId, publishedAt: { lte: now } },
    orderBy: { version: "desc" },
    select: {
      confirmers: true,
      association: { select: { contentLocale: true } },
      values: { orderBy: { position: "asc" }, select: { valueSlug: true, name: true } },
    },
  });
  return {
    locale: charter?.association.contentLocale ?? "it",
    confirmers: charter?.confirmers ?? "ANY_MEMBER",
    values: charter?.values.map(({ valueSlug, name }) => valueSlug ?? name) ?? [],
  };
}

/** The day a membership began, the last time its holder came in. */
export async function readJoinedOn(tx: Tx, membershipId: string): Promise<string> {
  const entry = await tx.membershipEvent.findFirstOrThrow({
    where: { membershipId, ...ENTERED },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { at: true },
  });
  return dayOf(entry.at);
}
