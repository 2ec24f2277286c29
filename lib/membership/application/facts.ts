import "server-only";
import { lockAssociation, type Tx } from "@/lib/db/transaction";
import { readMinimumProfile } from "@/lib/member/facts";
import { missingProfileParts } from "@/lib/member/rules";
import { countMembers } from "../facts";
import { readTerms } from "../papers/facts";
import type { Thresholds } from "../papers/types";
import { type EntryFacts, reapplyFrom } from "./rules";

type Key = { associationId: string; memberId: string; now: Date };

/**
 * What stands between a person and an association: the facts of `doorNow`, the terms their papers are held against, the
 * invitation that waits, what their profile lacks. Null before the association has a charter. The caller holds its lock.
 */
export async function readEntry(tx: Tx, key: Key) {
  const { associationId, memberId, now } = key;
  const asked = await readTerms(tx, associationId, now);
  if (!asked) return null;
  const row = await readAssociation(tx, key);
  return {
    ...asked,
    facts: entryFacts(row, await countMembers(tx, associationId), now),
    invitationId: row.invitations[0]?.id ?? null,
    thresholds: thresholdsOf(row),
    missingProfile: missingProfileParts(await readMinimumProfile(tx, memberId)),
  };
}

/** How the association decides now: what an application handed in now keeps to its end (rule R5). */
function thresholdsOf({ decisionDays, ...row }: Thresholds & { decisionDays: number }) {
  const { decidersRequired, reapplyCooldownDays, sponsorsRequired } = row;
  return { decisionDays, decidersRequired, reapplyCooldownDays, sponsorsRequired };
}

function entryFacts(row: Awaited<ReturnType<typeof readAssociation>>, memberCount: number, now: Date): EntryFacts {
  const { memberships, applications, invitations, state, entry, memberLimit, sponsorsRequired } = row;
  return {
    now,
    association: { state, entry, memberLimit, memberCount, sponsorsRequired },
    applicant: {
      state: memberships[0]?.state ?? null,
      hasPending: applications.some(({ state }) => state === "PENDING"),
      reapplyFrom: reapplyFrom(applications.find(({ state }) => state === "DECLINED")),
      isInvited: invitations.length > 0,
    },
  };
}

function readAssociation(tx: Tx, { associationId, memberId, now }: Key) {
  return tx.association.findUniqueOrThrow({
    where: { id: associationId },
    select: {
      state: true,
      entry: true,
      decisionDays: true,
      decidersRequired: true,
      sponsorsRequired: true,
      reapplyCooldownDays: true,
      memberLimit: true,
      memberships: { where: { memberId }, select: { state: true } },
      applications: {
        where: { memberId, state: { in: ["PENDING", "DECLINED"] } },
        orderBy: { submittedAt: "desc" },
        select: { state: true, closedAt: true, reapplyCooldownDays: true },
      },
      invitations: { where: { memberId, state: "PENDING", expiresAt: { gt: now } }, select: { id: true } },
    },
  });
}

/** Takes the lock of the association an application knocks at, then reads the application. Null without one. */
export async function lockApplication(tx: Tx, applicationId: string) {
  const where = { id: applicationId };
  const found = await tx.application.findUnique({ where, select: { association: { select: { slug: true } } } });
  if (!found || !(await lockAssociation(tx, found.association.slug))) return null;
  const row = await tx.application.findUniqueOrThrow({
    where,
    select: { memberId: true, associationId: true, state: true, answerBy: true, sponsorsRequired: true },
  });
  return { ...row, associationSlug: found.association.slug };
}
