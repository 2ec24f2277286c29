import type { ContributionKind, Evidence } from "@/lib/contribution/types";
import type { FileLine } from "../file/types";
import type { ProjectView } from "../page/types";
import type { Person } from "../types";

/** A contribution that waits for somebody's word. */
export type DeclaredLine = Evidence & {
  readonly id: string;
  readonly title: string;
  readonly kind: ContributionKind;
  readonly minutes: number | null;
  readonly doneOn: string;
  readonly person: Person;
  readonly isOwn: boolean;
  /** Last moment for confirming it (rule PJ5). */
  readonly confirmBy: string;
};

/** One of one's own that was not confirmed: read by its author alone (rule PT3). */
export type RejectedLine = {
  readonly id: string;
  readonly title: string;
  readonly name: string | null;
  readonly reason: string;
};

export type DeedsView = {
  readonly project: ProjectView;
  readonly rejected: readonly RejectedLine[];
  /** Ids of confirmed ones that whoever looks may set right (rule PJ6). */
  readonly reversible: readonly string[];
  /** Only for those who take part. */
  readonly declared: readonly DeclaredLine[];
  /** Files of the project, to be pointed at: only for those who take part. */
  readonly files: readonly Pick<FileLine, "id" | "name">[];
  readonly isParticipant: boolean;
  readonly mayDeclare: boolean;
};
