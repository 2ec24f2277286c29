import "server-only";
import type { Viewer } from "@/lib/auth/actor";
import { sql } from "@/lib/db/sql";
import { findProfile, type SeenProfile } from "@/lib/member/queries";
import { signedResultsOf } from "../listing/queries";
import type { SignedResult } from "../listing/types";

/** A profile with what its owner signed by name, as far as whoever looks may see it. */
export type SeenPerson = SeenProfile<readonly SignedResult[]>;

/** Somebody's page; null when for whoever looks there is none (rules A2, PV1). One statement. */
export const findPerson = (viewer: Viewer, handle: string): Promise<SeenPerson | null> =>
  findProfile(viewer, handle, signedResultsOf(viewer, sql`m."id"`));
