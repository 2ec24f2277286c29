import type { Person } from "../types";

/** A word of thanks under a result. */
export type ThanksLine = {
  readonly id: string;
  readonly text: string;
  /** Null where they are not named. */
  readonly from: Person;
  readonly to: Person;
  readonly isToAll: boolean;
};

/** One to whoever looks: theirs to open to others, or to keep. */
export type ThanksToMe = Pick<ThanksLine, "id" | "text" | "from"> & { readonly isShown: boolean };

/** One of whoever looks: theirs to take back, whoever reads it by now. To nobody where it is to everybody. */
export type OwnThanks = Pick<ThanksLine, "id" | "text" | "to" | "isToAll"> & { readonly isShown: boolean };

/** Somebody who may be thanked. */
export type Thankable = { readonly memberId: string; readonly name: string };

export type ThanksView = {
  readonly shown: readonly ThanksLine[];
  readonly toMe: readonly ThanksToMe[];
  readonly mine: readonly OwnThanks[];
  /** Whom one may still thank; empty for whoever had no part in it. */
  readonly thankable: readonly Thankable[];
  readonly mayThankAll: boolean;
};
