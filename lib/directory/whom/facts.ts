import "server-only";
import type { Viewer } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/transaction";
import { isFindable } from "../looker/queries";
import { readWhom, type WhomRefusal, whoIsMeant } from "./rules";

type Asked<Code> = {
  readonly typed: string;
  /** What is refused where nobody is meant. */
  readonly nobody: Code;
  /** Of the form. */
  readonly field?: string;
  /** An association whose members are known by their usernames to whoever asks, found in search or not. */
  readonly associationId?: string;
};

/**
 * The id of whoever a form asks for: by username anybody that members find, or who belongs to the association given; by whole name only
 * people whom search shows to whoever asks (rule A2), so that nobody hidden makes a name unclear.
 */
export async function findWhom<Code extends string>(
  tx: Tx,
  viewer: Viewer,
  { typed, nobody, field = "whom", associationId }: Asked<Code>,
): Promise<Result<string, WhomRefusal | Code>> {
  const { handle, name } = readWhom(typed);
  const among = await tx.$queryRaw<{ id: string; handle: string; name: string }[]>`
    (SELECT m."id", m."handle", m."name" FROM "Member" m
      WHERE m."handle" = ${handle}
        AND (m."isListed" AND EXISTS (SELECT FROM "Account" a WHERE a."id" = m."accountId" AND a."suspendedAt" IS NULL)
          OR EXISTS (SELECT FROM "Membership" b WHERE b."memberId" = m."id" AND b."associationId" = ${associationId ?? null}::uuid
                        AND b."state" IN ('ACTIVE', 'PAUSED'))))
    UNION ALL
    (SELECT m."id", m."handle", m."name" FROM "DirectoryEntry" e JOIN "Member" m ON m."id" = e."memberId"
      WHERE ${isFindable(viewer)} AND e."nameText" = ${name} LIMIT 2)`;
  const meant = whoIsMeant(typed, among);
  if (!meant.ok) return refuse(meant.refusal.code, { field });
  return meant.value ? ok(meant.value.id) : refuse(nobody, { field });
}
