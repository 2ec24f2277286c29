import "server-only";
import type { Tx } from "@/lib/db/transaction";
import type { ProjectFacts } from "../facts";
import type { SignFacts } from "./rules";

type Pair = { project: Pick<ProjectFacts, "id" | "state">; memberId: string };
type Known = { readonly id: number; readonly slug: string };

/** What `canSign` asks. The caller holds the project's lock. */
export async function readSigning(tx: Tx, { project, memberId }: Pair): Promise<SignFacts & { known: Known[] }> {
  const [row] = await tx.$queryRaw<{ hadPart: boolean }[]>`
    SELECT had_part(${project.id}::uuid, ${memberId}::uuid) AS "hadPart"`;
  const known = await tx.$queryRaw<Known[]>`
    SELECT c."id", c."slug" FROM "Competence" c
     WHERE c."id" IN (SELECT h."competenceId" FROM "Member" m, competences_held(m."competences") h WHERE m."id" = ${memberId}::uuid
       UNION SELECT o."competenceId" FROM "NeedOffer" o JOIN "Need" n ON n."id" = o."needId"
              WHERE n."projectId" = ${project.id}::uuid AND o."memberId" = ${memberId}::uuid AND o."state" = 'ACCEPTED')`;
  const competences = known.map(({ slug }) => slug);
  return { state: project.state, hadPart: row?.hadPart ?? false, competences, known };
}
