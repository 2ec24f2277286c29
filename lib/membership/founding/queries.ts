import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { unlocked } from "@/lib/db/transaction";
import { readMinimumProfile } from "@/lib/member/facts";
import { missingProfileParts } from "@/lib/member/rules";
import type { MissingPart } from "@/lib/member/types";

/** What the actor's profile lacks before any door opens to them (rule M2). */
export async function findMissingProfile(actor: Actor): Promise<MissingPart[]> {
  return missingProfileParts(await readMinimumProfile(unlocked, actor.memberId));
}
