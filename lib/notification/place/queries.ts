import "server-only";
import { type Sql, sql } from "@/lib/db/sql";

/** Value slugs of an association's charter in force, in their order: they decide its emblem. */
export const valuesOf = (associationId: Sql): Sql => sql`ARRAY(
  SELECT coalesce(v."valueSlug", v."name") FROM "CharterValue" v
   WHERE v."charterId" = (SELECT c."id" FROM "Charter" c WHERE c."associationId" = ${associationId} ORDER BY c."version" DESC LIMIT 1)
   ORDER BY v."position")`;

/** An association as { slug, name, values }; null for a null id. */
export const associationAt = (id: Sql): Sql => sql`(
  SELECT json_build_object('slug', a."slug", 'name', a."name", 'values', ${valuesOf(sql`a."id"`)})
    FROM "Association" a WHERE a."id" = ${id})`;

/** A project as { slug, name, values }, its emblem being laid from its association's values; null for a null id. */
export const projectAt = (id: Sql): Sql => sql`(
  SELECT json_build_object('slug', p."slug", 'name', p."title", 'values', ${valuesOf(sql`p."associationId"`)})
    FROM "Project" p WHERE p."id" = ${id})`;

/** A person as { handle, name }; null for a null id. */
export const personAt = (id: Sql): Sql => sql`(
  SELECT json_build_object('handle', m."handle", 'name', m."name") FROM "Member" m WHERE m."id" = ${id})`;

/** Whether a person may see a project: one kept for members is seen by whoever leads it and by members (rule A2). */
export const isProjectSeen = (projectId: Sql, memberId: Sql): Sql => sql`NOT EXISTS (
  SELECT 1 FROM "Project" j
   WHERE j."id" = ${projectId} AND j."isMembersOnly" AND j."ownerId" IS DISTINCT FROM ${memberId} AND NOT EXISTS (
     SELECT 1 FROM "Membership" s
      WHERE s."associationId" = j."associationId" AND s."memberId" = ${memberId} AND s."state" IN ('ACTIVE', 'PAUSED')))`;
