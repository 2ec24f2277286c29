import type { AssociationRef } from "../types";

/** ASKED → CARRYING | NOT_NOW | WITHDRAWN; CARRYING → ENDED. */
export const CO_HOSTING_STATES = ["ASKED", "CARRYING", "NOT_NOW", "WITHDRAWN", "ENDED"] as const;
export type CoHostingState = (typeof CO_HOSTING_STATES)[number];

/** Somebody who would lose their place, and which. */
export type Stranded = { readonly name: string; readonly need: string; readonly isSeated: boolean };

/** An association the owner asked, or that carries the project with theirs. */
export type CoHostLine = {
  readonly id: string;
  readonly state: "ASKED" | "CARRYING" | "NOT_NOW";
  readonly association: AssociationRef;
  readonly reason: string;
  /** When it was asked, joined or said «non ora». */
  readonly at: string;
  /** Of one that said «non ora», from when it may be asked again. */
  readonly askAgainAt: string | null;
  /** Of one that carries it: who was in only through it, should it be let go. */
  readonly stranded: readonly Stranded[];
};

/** The owner's desk, as far as it is about other associations. */
export type CoHostDesk = {
  readonly lines: readonly CoHostLine[];
  /** Whether one more may be asked now. */
  readonly mayAsk: boolean;
  /** Whether the lead is held out, and whether the association that holds it out goes then. */
  readonly leadOffer: { readonly isLeaving: boolean } | null;
  /** Names to choose from, for the field that asks for one. */
  readonly suggestions: readonly string[];
};

/** What a steward reads of a project their association is asked to carry: no more than the asking says (rule A2). */
export type AskedLine = {
  readonly id: string;
  readonly title: string;
  readonly purpose: string;
  readonly locale: string;
  /** Its address, where anybody may read it. */
  readonly slug: string | null;
  readonly lead: AssociationRef;
  readonly askedBy: string | null;
  readonly askedAt: string;
  readonly reason: string;
  readonly brings: string;
};

/** A project the association carries with others. */
export type CarriedLine = {
  /** Of its co-hosting; null where it leads. */
  readonly id: string | null;
  readonly slug: string;
  readonly title: string;
  readonly isOver: boolean;
  readonly lead: AssociationRef;
  readonly coHosts: readonly AssociationRef[];
  readonly since: string;
  /** Who was in only through the association, should it go. */
  readonly stranded: readonly Stranded[];
  readonly leadOffer: { readonly isLeaving: boolean } | null;
};

/** One that its owner let go of lately, with the reason told. */
export type FarewellLine = {
  readonly id: string;
  readonly title: string;
  readonly endedAt: string;
  readonly farewell: string;
};
