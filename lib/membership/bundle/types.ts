import type { AssociationRef } from "@/lib/association/types";
import type { OwnRoleRef, Responsibility, Role } from "../role/types";
import type { PersonView } from "../types";

/** Somebody who answers for a role now. */
export type Holder = { readonly person: PersonView; readonly since: string; readonly isPaused: boolean };

/** A role, what it answers for, and who answers for it: fellow members read it (promise P54). */
export type RoleLine = {
  readonly role: Role | null;
  readonly own: OwnRoleRef | null;
  readonly responsibilities: readonly Responsibility[];
  readonly holders: readonly Holder[];
};

/** Something that happened to the roles of an association; what was refused or is not answered yet is none of it. */
export type RoleEvent = {
  readonly id: string;
  readonly what: "taken" | "ended" | "left" | "defined" | "changed" | "retired";
  readonly at: string;
  /** Whose role it is, or who shaped it; null after an erasure. */
  readonly person: string | null;
  /** Who ended it, when that was somebody else. */
  readonly by: string | null;
  readonly role: Role | null;
  readonly name: string;
};

export type RoleRegister = {
  readonly association: AssociationRef;
  readonly lines: readonly RoleLine[];
  readonly events: readonly RoleEvent[];
  /** Those whoever looks trusts, theirs alone to read; null where no role takes trust. */
  readonly trusted: readonly PersonView[] | null;
};
