import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { type Sql, sql } from "@/lib/db/sql";
import type { LegalDocument } from "../types";

/** Those of the documents in force that an account has not accepted as they stand, in their order (rule PV4). */
export function pendingOf(accountId: Sql, documents: readonly LegalDocument[]): Sql {
  const column = (name: keyof LegalDocument) => sql`${documents.map((document) => document[name])}::text[]`;
  return sql`
    SELECT d."document", d."version", d."hash"
      FROM unnest(${column("document")}, ${column("version")}, ${column("hash")})
           WITH ORDINALITY AS d("document", "version", "hash", "position")
     WHERE NOT EXISTS (
       SELECT 1 FROM "TermsAcceptance" a WHERE a."accountId" = ${accountId}
          AND a."document" = d."document" AND a."version" = d."version" AND a."hash" = d."hash")
     ORDER BY d."position"`;
}

/** What the actor is asked to accept again. */
export function listPendingDocuments(
  { accountId }: Actor,
  documents: readonly LegalDocument[],
): Promise<LegalDocument[]> {
  return db.$queryRaw<LegalDocument[]>(pendingOf(sql`${accountId}::uuid`, documents));
}
