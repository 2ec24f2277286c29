import type { CharterDifference, Substance } from "@/lib/association/difference/types";
import type { AssociationRef, CharterContent } from "@/lib/association/types";
import type { Adoption } from "../adoption/types";
import type { PublishingRefusal } from "../charter/rules";
import type { Responsibility } from "../role/types";

/** What would be published, side by side with what is in force. */
export type Preview = {
  readonly difference: CharterDifference;
  readonly before: CharterContent;
  readonly after: CharterContent;
  /** Why it is a change of substance whatever is said of it; empty: whoever publishes says so. */
  readonly substance: readonly Substance[];
  /** What stands in the way of publishing it; null when nothing does. */
  readonly obstacle: { readonly code: PublishingRefusal; readonly params: Obstacle } | null;
};

type Obstacle = Readonly<Record<string, string | number>>;

/** What somebody wrote while another saved, beside the draft as it is now. */
export type Aside = {
  readonly savedAt: string;
  readonly difference: CharterDifference;
  readonly before: CharterContent;
  readonly after: CharterContent;
};

/** The desk where the next charter is written. */
export type DraftDesk = {
  readonly association: AssociationRef;
  readonly holds: readonly Responsibility[];
  /** The version in force. */
  readonly version: number;
  readonly reviewOn: string | null;
  /** Language the charter is written in. */
  readonly locale: string;
  /** What the form starts from: the draft, the own text left aside, or the version in force. */
  readonly content: CharterContent;
  /** 0 while nobody has saved anything. */
  readonly revision: number;
  readonly editedBy: string | null;
  readonly editedAt: string | null;
  /** Null while there is no draft. */
  readonly preview: Preview | null;
  readonly aside: Aside | null;
  readonly isByVote: boolean;
  /** Who has accepted the version in force. */
  readonly adoption: Adoption | null;
};
