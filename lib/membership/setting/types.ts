import type { AssociationRef, EntryMode, Question } from "@/lib/association/types";
import type { Responsibility } from "../role/types";

/** How one comes in now, for whoever answers for EDIT. */
export type EntrySettings = {
  readonly association: AssociationRef;
  readonly holds: readonly Responsibility[];
  readonly entry: EntryMode;
  readonly decidersRequired: number;
  readonly sponsorsRequired: number;
  readonly decisionDays: number;
  readonly reapplyCooldownDays: number;
  readonly memberLimit: number | null;
  readonly memberCount: number;
  readonly questions: readonly Question[];
  /** Applications that wait: what changes now is not for them (rule R5). */
  readonly pendingCount: number;
};

/** Who the association says it is, for whoever answers for EDIT. */
export type IdentitySettings = {
  readonly association: AssociationRef;
  readonly holds: readonly Responsibility[];
  readonly tagline: string;
  readonly purpose: string;
  readonly forWhom: string;
  readonly weDo: readonly string[];
  readonly weDoNot: readonly string[];
  readonly placeSlugs: readonly string[];
  /** How many people make a proposal of an idea here. */
  readonly ideaPeopleNeeded: number;
  /** Whether its projects start only once it approved them. */
  readonly approvesProjects: boolean;
};
