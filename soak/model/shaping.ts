import { isCurrent } from "./life";
import type { Op } from "./op";
import { holdsAll } from "./roles";
import type { OwnRole, World } from "./types";
import { answersFor } from "./world";

/** What own roles are called here; the last is the name of a role every association has. */
export const NAMES = ["Cassa", "Segreteria", "Verbale", "Orto", "Chiavi", "accoglienza"] as const;
export const nameOf = ({ whom }: Op) => NAMES[whom] as string;

/** Giving the association a role: of what one holds oneself, under a name of its own (R1, R2). */
export function defineRole(world: World, op: Op): string {
  if (!answersFor(world, op.who, "GRANT")) return "common.notFound";
  const barred = whyNot(world, op);
  if (barred) return barred;
  world.ownRoles.push({ name: nameOf(op), duties: op.duties, version: 1, isRetired: false, isByTrust: op.isByTrust });
  return noted(world, op, "Defined", nameOf(op));
}

function whyNot(world: World, op: Op, but?: OwnRole): string | null {
  if (!holdsAll(world, op.who, op.duties)) return "membership.grantsBeyondOwn";
  const isTaken = world.ownRoles.some((role) => role !== but && !role.isRetired && role.name === nameOf(op));
  return isTaken || nameOf(op) === "accoglienza" ? "membership.roleNameTaken" : null;
}

function noted({ shapings }: World, { who }: Op, what: "Defined" | "Changed" | "Retired", name: string): string {
  shapings.push({ who, what, name });
  return "ok";
}

/** Changing what a role is: never one's own, nor beyond what one holds; offers of what it was end with it (R2, PT2). */
export function changeRole(world: World, op: Op): string {
  const role = world.ownRoles.at(-1 - op.nth);
  if (!role || role.isRetired || !answersFor(world, op.who, "GRANT")) return "common.notFound";
  const current = world.grants.filter((grant) => grant.role === role && isCurrent(grant));
  if (current.some(({ who }) => who === op.who)) return "membership.ownRoleChange";
  if (!holdsAll(world, op.who, role.duties)) return "membership.grantsBeyondOwn";
  const barred = whyNot(world, op, role);
  if (barred) return barred;
  Object.assign(role, { name: nameOf(op), duties: op.duties, version: role.version + 1, isByTrust: op.isByTrust });
  for (const grant of current)
    if (grant.state === "OFFERED") Object.assign(grant, { state: "ENDED", endedAt: world.now });
  return noted(world, op, "Changed", nameOf(op));
}

/** Giving a role up that nobody holds or is offered: its name is free again (R2). */
export function retireRole(world: World, op: Op): string {
  const role = world.ownRoles.at(-1 - op.nth);
  if (!role || role.isRetired || !answersFor(world, op.who, "GRANT")) return "common.notFound";
  if (!holdsAll(world, op.who, role.duties)) return "membership.grantsBeyondOwn";
  if (world.grants.some((grant) => grant.role === role && isCurrent(grant))) return "membership.roleHeld";
  role.isRetired = true;
  return noted(world, op, "Retired", role.name);
}
