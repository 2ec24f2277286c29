import type { Role } from "@/lib/membership/role/types";
import type { HelpNeed } from "@/lib/project/helping/types";
import type { ProjectState } from "@/lib/project/types";
import type { Ends, Person, Place } from "../place/types";

export type OwnAssociation = Place & {
  readonly isPaused: boolean;
  readonly roles: readonly Role[];
  /** Names of roles of the association's own. */
  readonly ownRoles: readonly string[];
};

/** An application of one's own that waits for others. */
export type OwnApplication = { readonly id: string; readonly association: Place; readonly answerBy: string | null };

export type OwnProject = Place & {
  readonly state: ProjectState;
  readonly isLead: boolean;
  /** Share of the seats that are taken, 0 to 1. */
  readonly covered: number;
};

export type OwnPromise = {
  readonly id: string;
  readonly text: string;
  readonly locale: string;
  readonly dueOn: string | null;
  readonly project: Place | null;
};

/** Kinds of activity worth reading about in one's own circles; nothing that was refused, asked or left. */
export const HAPPENED_KINDS = [
  "membership.admitted",
  "membership.joined",
  "membership.roleAccepted",
  "project.ideaOpened",
  "project.ideaJoined",
  "project.ideaReady",
  "project.proposed",
  "project.transitioned",
  "project.offerAccepted",
  "project.handedOver",
  "project.concluded",
  "contribution.confirmed",
] as const;

export type HappenedKind = (typeof HAPPENED_KINDS)[number];

export type Happening = {
  readonly id: string;
  readonly kind: HappenedKind;
  readonly at: string;
  /** Whose deed it is: who came in, who offered, who contributed. */
  readonly person: Person | null;
  readonly association: Place | null;
  readonly project: Place | null;
  readonly detail: string;
};

/** What the home page of a member shows besides what waits. */
export type HomeView = {
  readonly associations: readonly OwnAssociation[];
  readonly applications: readonly OwnApplication[];
  readonly projects: readonly OwnProject[];
  readonly promises: readonly OwnPromise[];
  /** Closed in the last twelve months; one's own, whatever their number. */
  readonly counts: Ends;
  readonly happenings: readonly Happening[];
  /** Seats they could take. */
  readonly helping: readonly HelpNeed[];
};
