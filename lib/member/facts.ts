import "server-only";
import type { Tx } from "@/lib/db/transaction";
import type { MinimumProfileFacts } from "./types";

/** What `hasMinimumProfile` asks. Nobody behind the id reads as an empty profile. */
export async function readMinimumProfile(tx: Tx, memberId: string): Promise<MinimumProfileFacts> {
  const [row] = await tx.$queryRaw<MinimumProfileFacts[]>`
    SELECT "name", "headline", "about", "valueBrought", "audience",
           (SELECT count(*)::int FROM "MemberCompetence" c WHERE c."memberId" = m."id") AS "competences"
      FROM "Member" m WHERE m."id" = ${memberId}::uuid`;
  return row ?? { name: "", headline: "", about: "", valueBrought: "", audience: "", competences: 0 };
}
