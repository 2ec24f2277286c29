/** A browser in which somebody is signed in. */
export type OwnSession = {
  readonly id: string;
  readonly browser: string;
  readonly system: string;
  readonly createdAt: Date;
  /** To the hour. */
  readonly lastSeenAt: Date;
  readonly isThisOne: boolean;
};
