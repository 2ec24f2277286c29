import type { AssociationRef } from "@/lib/association/types";
import type { Responsibility } from "@/lib/membership/role/types";
import type { MeasureKind } from "../report/types";

/** A line of the members' log: what was decided, by which clause, why; never who told, nor whom it was about (rules MO4, P54). */
export type LogLine = {
  readonly id: string;
  /** A report nobody decided has lapsed. */
  readonly what: MeasureKind | "LAPSED" | "OUT" | "IN";
  /** Of a pause of a role: how many days. */
  readonly days: number | null;
  readonly isAppeal: boolean;
  readonly clause: number;
  /** Null where the words name a person: of cases only clause and outcome are said to everybody. */
  readonly reason: string | null;
  readonly locale: string;
  readonly at: string;
};

export type Log = {
  readonly association: AssociationRef;
  readonly holds: readonly Responsibility[];
  readonly lines: readonly LogLine[];
};
