import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { idOfHeld } from "./competence/rules";
import type { MinimumProfileFacts } from "./types";

/** What `hasMinimumProfile` asks. Nobody behind the id reads as an empty profile. */
export async function readMinimumProfile(tx: Tx, memberId: string): Promise<MinimumProfileFacts> {
  const [row] = await tx.$queryRaw<MinimumProfileFacts[]>`
    SELECT "name", "headline", "about", "valueBrought", "audience",
           cardinality("competences") AS "competences"
      FROM "Member" WHERE "id" = ${memberId}::uuid`;
  return row ?? { name: "", headline: "", about: "", valueBrought: "", audience: "", competences: 0 };
}

/** Ids of the competences somebody holds, in their order. */
export async function readHeldCompetences(tx: Tx, memberId: string): Promise<number[]> {
  const { competences } = await tx.member.findUniqueOrThrow({ where: { id: memberId }, select: { competences: true } });
  return competences.map(idOfHeld);
}
