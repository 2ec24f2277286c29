import type { AssociationRef, CoHost, NeedKind, Person, ProjectKind, ProjectState } from "../types";

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
  readonly association: string | null;
  readonly sort: Sort;
  readonly after: string | null;
};

export type CardNeed = {
  readonly id: string;
  readonly title: string;
  readonly kind: NeedKind;
  readonly isCritical: boolean;
  readonly seats: number;
  readonly accepted: number;
  readonly competence: string | null;
};

/** A project as a list shows it. */
export type ProjectCard = {
  readonly slug: string;
  readonly title: string;
  readonly kind: ProjectKind;
  readonly state: ProjectState;
  readonly purpose: string;
  readonly locale: string;
  readonly isMembersOnly: boolean;
  readonly place: string | null;
  readonly association: AssociationRef | null;
  readonly coHosts: readonly CoHost[];
  readonly owner: Person;
  /** Next day something is due. */
  readonly nextDue: string | null;
  readonly needs: readonly CardNeed[];
  /** How many people an idea has, and for how many it waits; null for anything but an idea. */
  readonly people: { readonly count: number; readonly needed: number } | null;
};

export type ProjectsPage = {
  readonly total: number;
  readonly items: readonly ProjectCard[];
  readonly nextCursor: string | null;
  /** How many each state, each kind would leave, the other filters as they are. */
  readonly states: Readonly<Partial<Record<ProjectState, number>>>;
  readonly kinds: Readonly<Partial<Record<ProjectKind, number>>>;
  /** Name of the association filtered by, where there is one to name. */
  readonly associationName: string | null;
};

/** A project among somebody's own, with what they are in it. */
export type OwnProject = ProjectCard & { readonly part: "OWNER" | "SEAT" | "WAITING" | "DREAMER" };
