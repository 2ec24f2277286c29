import "server-only";
import { type Sql, sql } from "@/lib/db/sql";

/** How whoever looks (`me`, an id or NULL) stands to the member `m`: one of `Relation`. */
export const relationTo = (me: Sql): Sql => sql`CASE WHEN ${me} IS NULL THEN 'visitor' WHEN m."id" = ${me} THEN 'self'
  WHEN EXISTS (SELECT 1 FROM "Membership" b WHERE b."memberId" = m."id" AND b."state" IN ('ACTIVE', 'PAUSED') AND ${isShared(me)})
  THEN 'sharedAssociation' ELSE 'member' END`;

/** Whether whoever looks is in the association of the belonging `b`. */
export const isShared = (me: Sql): Sql => sql`EXISTS (
  SELECT 1 FROM "Membership" own WHERE own."memberId" = ${me} AND own."associationId" = b."associationId" AND own."state" IN ('ACTIVE', 'PAUSED'))`;
