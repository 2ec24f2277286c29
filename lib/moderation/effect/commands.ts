import "server-only";
import type { Tx } from "@/lib/db/transaction";

type Touched = {
  readonly projectId: string | null;
  readonly contributionId: string | null;
  readonly roleGrantId: string | null;
};

/**
 * Makes what is hidden, and which role is in pause until when, what the measures in force say now (rule MO4): after each, taken,
 * confirmed or undone. Another report on the same may still hide it. The caller holds the association's lock.
 */
export async function settleEffects(tx: Tx, { projectId, contributionId, roleGrantId }: Touched): Promise<void> {
  if (projectId)
    await tx.$executeRaw`
      UPDATE "Project" p SET "isWithheld" = EXISTS (
        SELECT 1 FROM "Report" r WHERE r."projectId" = p."id" AND is_measure_in_force(r."id", 'HIDE')) WHERE p."id" = ${projectId}::uuid`;
  if (contributionId)
    await tx.$executeRaw`
      UPDATE "Contribution" c SET "isWithheld" = EXISTS (
        SELECT 1 FROM "Report" r WHERE r."contributionId" = c."id" AND is_measure_in_force(r."id", 'HIDE'))
       WHERE c."id" = ${contributionId}::uuid`;
  if (roleGrantId)
    await tx.$executeRaw`
      UPDATE "RoleGrant" g SET "pausedUntil" = (
        SELECT max(m."until") FROM "Measure" m WHERE m."roleGrantId" = g."id" AND is_measure_in_force(m."reportId", 'PAUSE'))
       WHERE g."id" = ${roleGrantId}::uuid`;
}
