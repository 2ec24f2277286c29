import type { HelpNeed } from "../helping/types";
import type { AssociationRef, Person, ProjectKind, ProjectState } from "../types";

export const SORTS = ["newest", "due"] as const;
export type Sort = (typeof SORTS)[number];

/** A concluded project somebody signed by name. */
export type SignedResult = {
  readonly slug: string;
  readonly title: string;
  readonly locale: string;
  /** Day it was concluded. */
  readonly on: string;
};

/** What an address of the list asks for. */
export type Filters = {
  readonly q: string;
  readonly states: readonly ProjectState[];
  readonly kinds: readonly ProjectKind[];
  /** A competence sought by an open need; it stands for those below it too. */
  readonly competence: string | null;
  /** What was written in its place, when that names no competence. */
  readonly unknownCompetence: string | null;
  readonly association: string | null;
  readonly sort: Sort;
  readonly after: string | null;
};

export type CardNeed = {
  readonly id: string;
  readonly title: string;
  readonly isCritical: boolean;
  readonly seats: number;
  readonly accepted: number;
};

/** A project as a list shows it. */
export type ProjectCard = {
  readonly slug: string;
  readonly title: string;
  readonly state: ProjectState;
  readonly purpose: string;
  readonly locale: string;
  readonly isMembersOnly: boolean;
  readonly association: AssociationRef | null;
  /** Names of those that carry it with the one that leads. */
  readonly coHosts: readonly string[];
  /** Who leads it, where no association does and whoever looks may know. */
  readonly owner: Person;
  /** Next day something is due. */
  readonly nextDue: string | null;
  readonly needs: readonly CardNeed[];
  /** How many people an idea has, and for how many it waits; null for anything but an idea. */
  readonly people: { readonly count: number; readonly needed: number } | null;
};

/** How many there are of a state and a kind. */
export type Counted = readonly [state: ProjectState, kind: ProjectKind, count: number];

export type ProjectsPage = {
  readonly total: number;
  readonly items: readonly ProjectCard[];
  readonly nextCursor: string | null;
  /** How many each state, each kind would leave, the other filters as they are. */
  readonly states: Readonly<Partial<Record<ProjectState, number>>>;
  readonly kinds: Readonly<Partial<Record<ProjectKind, number>>>;
  /** Name of the association filtered by, where there is one to name. */
  readonly associationName: string | null;
  /** Seats the viewer could take, above the whole list alone. */
  readonly helping: readonly HelpNeed[];
};

/** A project among somebody's own, with what they are in it. */
export type OwnProject = Pick<ProjectCard, "slug" | "title" | "state"> & {
  readonly part: "OWNER" | "SEAT" | "WAITING" | "DREAMER";
  /** What its emblem is drawn from: values of the association that leads it, else of who does; and the share of its seats taken. */
  readonly values: readonly string[];
  readonly covered: number;
};
