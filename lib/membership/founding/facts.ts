import "server-only";
import { addDays } from "@/lib/core/duration";
import type { Tx } from "@/lib/db/transaction";
import { readMinimumProfile } from "@/lib/member/facts";
import { missingProfileParts } from "@/lib/member/rules";

/** What founding asks of a person, and the language they write in. The caller holds the member's lock. */
export async function readFounding(tx: Tx, memberId: string, now: Date) {
  const where = { id: memberId };
  const { contentLocale } = await tx.member.findUniqueOrThrow({ where, select: { contentLocale: true } });
  return {
    contentLocale,
    foundedToday: await tx.association.count({ where: { founderId: memberId, foundedAt: { gt: addDays(now, -1) } } }),
    missingProfile: missingProfileParts(await readMinimumProfile(tx, memberId)),
  };
}
