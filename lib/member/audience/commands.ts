import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { ok } from "@/lib/core/result";
import { changeProfile } from "../commands";
import type { PrivacyInput } from "../schema";
import type { Audience, ProfileField } from "../types";
import { flagsOf, overridesOf } from "./rules";

/** Who finds the profile, who sees each part of it, and whether one lets oneself be asked (rules PV1, PV2). Takes effect in search in the same transaction. */
export async function editPrivacy(actor: Actor, { reach, isAskable, audiences }: PrivacyInput, now = new Date()) {
  const memberId = actor.memberId;
  return changeProfile(actor, { part: "privacy", now }, async (tx) => {
    await tx.member.update({ where: { id: memberId }, data: { ...flagsOf(reach), isAskable }, select: { id: true } });
    await tx.memberFieldAudience.deleteMany({ where: { memberId } });
    const overrides = Object.entries(overridesOf(audiences)) as [ProfileField, Audience][];
    await tx.memberFieldAudience.createMany({
      data: overrides.map(([field, audience]) => ({ memberId, field, audience })),
    });
    return ok(null);
  });
}
