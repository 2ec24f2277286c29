import type { NeedKind } from "../types";

/** An open seat somebody could take, and why they of all people (promises P34, P55). */
export type HelpNeed = {
  readonly id: string;
  readonly title: string;
  readonly kind: NeedKind;
  readonly isCritical: boolean;
  readonly dueOn: string | null;
  readonly project: {
    readonly slug: string;
    readonly title: string;
    readonly locale: string;
    readonly place: string | null;
    /** Name of the one that leads it. */
    readonly association: string | null;
  };
  /** The competence of theirs that answers the need: the one asked for, or one below it. */
  readonly held: string | null;
  /** The competence asked for, where they look for occasions in it. */
  readonly sought: string | null;
  /** Whether the project is in their province. */
  readonly isNear: boolean;
};
