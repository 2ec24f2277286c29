import type { NotificationKind } from "../types";

/**
 * Who is told of an activity: the person it is about · whoever answers for ADMIT in the association · its active
 * members · whoever answers there for EDIT, or for GRANT · whoever offered the role · whoever made the commitment · whoever leads
 * the project · those who take part in it, its lead included · those who dreamt it when it was an idea · everybody who had a part in it · whoever answers for EDIT in
 * an association that carries it with the lead · those of a vote who still belong ·
 * whoever answers for MODERATE, but for the person it is about.
 */
export type Circle =
  | "person"
  | "admitters"
  | "members"
  | "editors"
  | "granters"
  | "grantor"
  | "holders"
  | "promiser"
  | "lead"
  | "participants"
  | "dreamers"
  | "hands"
  | "coHostEditors"
  | "electors"
  | "moderators";

export type Telling = { readonly kind: NotificationKind; readonly to: Circle };
