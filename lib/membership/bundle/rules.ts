import { ok, type Result, refuse } from "@/lib/core/result";
import { fold } from "@/lib/core/text";
import { holdsAll } from "../role/rules";
import type { Responsibility } from "../role/types";

/** How many roles of its own an association may have at a time: more is an organigram nobody reads. */
export const OWN_ROLES_MAX = 20;

export type DefineRefusal = "membership.grantsBeyondOwn" | "membership.roleNameTaken" | "membership.tooManyRoles";

export type DefineFacts = {
  readonly name: string;
  readonly bundle: readonly Responsibility[];
  readonly actorHolds: readonly Responsibility[];
  /** Names of the other roles there are, those of the two every association has among them. */
  readonly otherNames: readonly string[];
};

/** Whether somebody gives the association a role: of what they hold themselves (rule R2), under a name of its own. */
export function canDefine({ name, bundle, actorHolds, otherNames }: DefineFacts): Result<null, DefineRefusal> {
  if (!holdsAll(actorHolds, bundle)) return refuse("membership.grantsBeyondOwn", { field: "responsibilities" });
  if (otherNames.some((other) => fold(other) === fold(name)))
    return refuse("membership.roleNameTaken", { field: "name" });
  return otherNames.length < OWN_ROLES_MAX + FIXED_NAMES.length ? ok(null) : refuse("membership.tooManyRoles");
}

/** What the two roles every association has are called, so that no other is called so. */
export const FIXED_NAMES = ["Referente", "Accoglienza", "Steward", "Welcomer"] as const;

export type ChangeRefusal = DefineRefusal | "membership.ownRoleChange" | "membership.roleHeld";

export type ChangeFacts = DefineFacts & {
  /** What it bundled until now. */
  readonly before: readonly Responsibility[];
  /** Whether whoever changes it holds it, or is offered it. */
  readonly isHolder: boolean;
};

/**
 * Whether somebody changes a role: nobody their own, nor beyond what they hold, neither in what it was nor in what it becomes
 * (rule R2). What is added binds each holder once they accept it; what is taken away ends at once (PT2).
 */
export function canChange({ before, isHolder, ...after }: ChangeFacts): Result<null, ChangeRefusal> {
  if (isHolder) return refuse("membership.ownRoleChange");
  if (!holdsAll(after.actorHolds, before)) return refuse("membership.grantsBeyondOwn", { field: "responsibilities" });
  return canDefine(after);
}

/** Whether a role is given up: within what one holds, once nobody holds it or is offered it. */
export function canRetire(
  facts: Pick<ChangeFacts, "before" | "actorHolds"> & { isHeld: boolean },
): Result<null, ChangeRefusal> {
  if (!holdsAll(facts.actorHolds, facts.before)) return refuse("membership.grantsBeyondOwn");
  return facts.isHeld ? refuse("membership.roleHeld") : ok(null);
}
