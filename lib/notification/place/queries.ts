import "server-only";
import { type Sql, sql } from "@/lib/db/sql";

// Inner names are long so that none shadows the one-letter names of the statements these parts go into.

/** Value slugs of an association's charter in force, in their order: they decide its emblem. */
export const valuesOf = (associationId: Sql): Sql => sql`ARRAY(
  SELECT coalesce(val."valueSlug", val."name") FROM "CharterValue" val
   WHERE val."charterId" = (SELECT ch."id" FROM "Charter" ch WHERE ch."associationId" = ${associationId} ORDER BY ch."version" DESC LIMIT 1)
   ORDER BY val."position")`;

/** An association as { slug, name, values }; null for a null id. */
export const associationAt = (id: Sql): Sql => sql`(
  SELECT json_build_object('slug', assoc."slug", 'name', assoc."name", 'values', ${valuesOf(sql`assoc."id"`)})
    FROM "Association" assoc WHERE assoc."id" = ${id})`;

/** A project as { slug, name, values }, its emblem being laid from its association's values; null for a null id. */
export const projectAt = (id: Sql): Sql => sql`(
  SELECT json_build_object('slug', proj."slug", 'name', proj."title", 'values', ${valuesOf(sql`proj."associationId"`)})
    FROM "Project" proj WHERE proj."id" = ${id})`;

/** A person as { handle, name }; null for a null id. */
export const personAt = (id: Sql): Sql => sql`(
  SELECT json_build_object('handle', mem."handle", 'name', mem."name") FROM "Member" mem WHERE mem."id" = ${id})`;

/** Whether a person may see a project, as `mayReadProject` says: one kept for members is seen by members, in pause too (rule A2); a hidden one by its owner (MO4). */
export const isProjectSeen = (projectId: Sql, memberId: Sql): Sql => sql`NOT EXISTS (
  SELECT 1 FROM "Project" j
   WHERE j."id" = ${projectId} AND (j."isWithheld" AND j."ownerId" IS DISTINCT FROM ${memberId} OR j."isMembersOnly" AND NOT EXISTS (
     SELECT 1 FROM "ProjectCarrier" carrier JOIN "Membership" s ON s."associationId" = carrier."associationId"
      WHERE carrier."projectId" = j."id" AND s."memberId" = ${memberId} AND s."state" IN ('ACTIVE', 'PAUSED'))))`;

/** Whether a person says what was done in a project: who works in it; once it ended, whoever led it as well. Same as takesPart. */
export const takesPartIn = (projectId: Sql, memberId: Sql): Sql => sql`EXISTS (
  SELECT 1 FROM "Project" done WHERE done."id" = ${projectId} AND (
    works_in(done."id", ${memberId}) OR done."concludedAt" IS NOT NULL AND takes_part(done."id", ${memberId})))`;

/** Ids of the projects a person leads or takes part in. As an array, read once: what it filters is then found by index. */
export const projectsOf = (memberId: Sql): Sql => sql`ARRAY(
  SELECT proj."id" FROM "Project" proj WHERE proj."ownerId" = ${memberId}
  UNION SELECT need."projectId" FROM "NeedOffer" offer JOIN "Need" need ON need."id" = offer."needId"
   WHERE offer."memberId" = ${memberId} AND offer."state" = 'ACCEPTED')`;

/** Ids of the ideas a person dreams with whoever leads them. */
export const ideasOf = (memberId: Sql): Sql => sql`ARRAY(
  SELECT dream."projectId" FROM "CoProposer" dream JOIN "Project" idea ON idea."id" = dream."projectId"
   WHERE dream."memberId" = ${memberId} AND dream."withdrawnAt" IS NULL AND idea."state" = 'IDEA')`;

/** How the commitments «k» that ended in the last twelve months ended, of those chosen. */
export const endsOf = (chosen: Sql, at: Sql): Sql => sql`(
  SELECT json_build_object('kept', count(*) FILTER (WHERE k."state" = 'KEPT'), 'partly', count(*) FILTER (WHERE k."state" = 'PARTLY'),
                           'released', count(*) FILTER (WHERE k."state" = 'RELEASED'), 'missed', count(*) FILTER (WHERE k."state" = 'MISSED'))
    FROM "Commitment" k WHERE ${chosen} AND k."closedAt" > ${at} - interval '12 months')`;

/** Rows as a JSON array. */
export const listOf = (rows: Sql): Sql => sql`(SELECT coalesce(json_agg(r), '[]') FROM (${rows}) r)`;
