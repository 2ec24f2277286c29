import type { ContributionKind, Evidence } from "@/lib/contribution/types";
import type { ProjectView } from "../page/types";
import type { PictureChoice, PictureLine } from "../picture/types";
import type { OwnSignature } from "../signature/types";
import type { ThanksView } from "../thanks/types";
import type { Person } from "../types";

/** Something done, as a result tells it. */
export type ResultDeed = Pick<Evidence, "evidenceUrl"> & {
  readonly id: string;
  readonly title: string;
  readonly kind: ContributionKind;
  readonly minutes: number | null;
  readonly doneOn: string;
};

/** Somebody who had a part in it, named as they chose, with what they did. */
export type Hand = {
  readonly person: NonNullable<Person>;
  readonly isLead: boolean;
  /** Whether they signed it themselves: then it may be told to whoever reads by machine. */
  readonly isSigned: boolean;
  /** Titles of the seats they took. */
  readonly seats: readonly string[];
  readonly deeds: readonly ResultDeed[];
};

export type ResultLink = { readonly label: string; readonly url: string };

export type ResultView = {
  readonly project: ProjectView;
  readonly lessons: string;
  readonly links: readonly ResultLink[];
  readonly pictures: readonly PictureLine[];
  readonly hands: readonly Hand[];
  /** Done by those who are not named, all together. */
  readonly unsigned: readonly ResultDeed[];
  /** One's own signature; null for whoever had no part in it. */
  readonly own: OwnSignature | null;
  readonly thanks: ThanksView;
  /** For whoever leads it: pictures among the files of the project. */
  readonly choices: readonly PictureChoice[];
};
