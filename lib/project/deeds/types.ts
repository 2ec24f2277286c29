import type { ContributionKind } from "@/lib/contribution/types";
import type { ProjectView } from "../page/types";
import type { Person } from "../types";

/** A contribution that waits for somebody's word. */
export type DeclaredLine = {
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

export type DeedsView = {
  readonly project: ProjectView;
  /** Only for those who take part. */
  readonly declared: readonly DeclaredLine[];
  readonly isParticipant: boolean;
  readonly mayDeclare: boolean;
};
