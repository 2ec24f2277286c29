import "server-only";
import type { Actor, Viewer } from "@/lib/auth/actor";
import { type Sql, sql } from "@/lib/db/sql";
import { answersFor } from "@/lib/membership/role/facts";

/** Conditions and columns shared by everything that shows projects. Aliases: p is the project. */

/**
 * Who may read p: anybody, or those who belong to an association that carries it, in pause too (rules A2, M10); its owner alone
 * while it is hidden by a measure (MO4). Same as mayReadProject.
 */
export function isVisible(viewer: Viewer): Sql {
  if (!viewer) return IS_OPEN_TO_ALL;
  return sql`(${isOfAudience(viewer)} AND (NOT p."isWithheld" OR p."ownerId" = ${viewer.memberId}::uuid))`;
}

/** Whether p is for anybody. */
export const IS_OPEN_TO_ALL: Sql = sql`(NOT p."isMembersOnly" AND NOT p."isWithheld")`;

type MembershipStates = "BELONGS" | "ACTIVE";
const STATES: Readonly<Record<MembershipStates, Sql>> = {
  BELONGS: sql`IN ('ACTIVE', 'PAUSED')`,
  ACTIVE: sql`= 'ACTIVE'`,
};

/** Ids of the associations in which a member’s state is one of those. As an array, read once: what it filters is then found by index. */
export const associationsOf = (me: Sql, states: MembershipStates): Sql => sql`ARRAY(
  SELECT mine."associationId" FROM "Membership" mine WHERE mine."memberId" = ${me} AND mine."state" ${STATES[states]})`;

/** Whether an association in which a member’s state is one of those leads p or carries it with others, as ProjectCarrier has it. */
export const isCarriedFor = (me: Sql, states: MembershipStates): Sql => sql`(
  p."associationId" = ANY(${associationsOf(me, states)}) OR p."id" = ANY(ARRAY(
    SELECT h."projectId" FROM "CoHosting" h JOIN "Membership" mine ON mine."associationId" = h."associationId"
     WHERE h."state" = 'CARRYING' AND mine."memberId" = ${me} AND mine."state" ${STATES[states]})))`;

/** Whether p is one that only some see, this member among them: theirs, or carried where they belong. */
export const isSeenByFew = (viewer: Actor): Sql => sql`(
  (p."ownerId" = ${viewer.memberId}::uuid OR ${isCarriedFor(sql`${viewer.memberId}::uuid`, "BELONGS")})
  AND NOT ${IS_OPEN_TO_ALL} AND ${isVisible(viewer)})`;

const isOfAudience = ({ memberId }: Actor): Sql =>
  sql`(NOT p."isMembersOnly" OR ${isCarriedFor(sql`${memberId}::uuid`, "BELONGS")})`;

/** The same, and on its own page those who moderate where it belongs: they decide on it (rule MO4). */
export function isReadable(viewer: Viewer, now: Date): Sql {
  if (!viewer || viewer.isSuspended) return isVisible(viewer);
  return sql`(${isVisible(viewer)} OR p."isWithheld" AND EXISTS (
    SELECT 1 FROM "Membership" mine JOIN "RoleGrant" g ON g."membershipId" = mine."id" AND g."state" = 'HELD'
     WHERE mine."associationId" = p."associationId" AND mine."memberId" = ${viewer.memberId}::uuid AND mine."state" = 'ACTIVE'
       AND ${answersFor("MODERATE", now)}))`;
}

/**
 * Whether the work of p is the viewer's to read, where p is: they take part, and do so still where it belongs. Every way to it
 * asks this too. Same as `isInside` of its rules.
 */
export const isInside = ({ memberId }: Actor): Sql => sql`works_in(p."id", ${memberId}::uuid)`;

/**
 * The member of an id, as far as the viewer may know them. Visitors learn of those with a public profile; members of
 * everybody who signed their name to a project (promise P47), with a way to the profile where there is one to read; with more
 * keys and their values.
 */
export function personOf(viewer: Viewer, id: Sql, more: Sql = sql``): Sql {
  const reader = viewer ? sql`'MEMBER'::"DirectoryClass"` : sql`'VISITOR'::"DirectoryClass"`;
  const isKnown = viewer ? sql`true` : sql`e."memberId" IS NOT NULL`;
  return sql`(
    SELECT json_build_object('memberId', m."id", 'handle', m."handle", 'name', m."name",
                              'isReadable', e."memberId" IS NOT NULL, 'values', CASE WHEN e."shows" & 16 <> 0 THEN to_json(m."values") ELSE '[]' END ${more})
      FROM "Member" m LEFT JOIN "DirectoryEntry" e ON e."memberId" = m."id" AND e."viewer" = ${reader}
     WHERE m."id" = ${id} AND ${isKnown})`;
}

/**
 * The member of an id who had a part in p. Once p is concluded they are named as they chose, and are nobody where they chose not
 * to be (docs/adr/0037); without a word of theirs, and to those who had a part in it as well, as in any project: `unsaid`.
 */
export function signedOf(viewer: Viewer, id: Sql, unsaid: Sql = personOf(viewer, id)): Sql {
  const isInside = viewer ? sql`had_part(p."id", ${viewer.memberId}::uuid)` : sql`false`;
  return sql`(CASE WHEN p."state" = 'COMPLETED' AND EXISTS (SELECT 1 FROM "ProjectSignature" g WHERE g."projectId" = p."id" AND g."memberId" = ${id})
    AND NOT ${isInside} THEN ${signatureOf(viewer, id)} ELSE ${unsaid} END)`;
}

/** The same on the result itself, which reads alike to everybody: those who had a part in it see what others read. */
export function publishedOf(viewer: Viewer, id: Sql, unsaid: Sql): Sql {
  return sql`(CASE WHEN EXISTS (SELECT 1 FROM "ProjectSignature" g WHERE g."projectId" = p."id" AND g."memberId" = ${id})
    THEN ${signatureOf(viewer, id)} ELSE ${unsaid} END)`;
}

/** Of a name that is not whole nothing else leaves: neither whose it is, nor their tile. */
function signatureOf(viewer: Viewer, id: Sql): Sql {
  const reader = viewer ? sql`'MEMBER'::"DirectoryClass"` : sql`'VISITOR'::"DirectoryClass"`;
  const isWhole = sql`g."look" IN ('FULL', 'COMPETENCE') AND (${viewer !== null} OR e."memberId" IS NOT NULL)`;
  return sql`(
    SELECT json_build_object('name', signed_name(m."name", g."look"), 'isReadable', ${isWhole} AND e."memberId" IS NOT NULL,
             'memberId', CASE WHEN ${isWhole} THEN m."id" ELSE g."id" END, 'handle', CASE WHEN ${isWhole} THEN m."handle" ELSE g."id"::text END,
             'values', CASE WHEN ${isWhole} AND e."shows" & 16 <> 0 THEN to_json(m."values") ELSE '[]' END,
             'competence', (SELECT c."slug" FROM "Competence" c WHERE c."id" = g."competenceId"))
      FROM "ProjectSignature" g JOIN "Member" m ON m."id" = g."memberId"
      LEFT JOIN "DirectoryEntry" e ON e."memberId" = m."id" AND e."viewer" = ${reader}
     WHERE g."projectId" = p."id" AND g."memberId" = ${id} AND g."look" <> 'UNSIGNED')`;
}

/**
 * Who leads p. Leading an association's project tells that one belongs there, which is its member's to open: a visitor
 * learns of it only where that belonging is shown.
 */
export function leaderOf(viewer: Viewer, id: Sql): Sql {
  return signedOf(viewer, id, leadingOf(viewer, id));
}

/** The same, whatever they chose to be named as. */
export function leadingOf(viewer: Viewer, id: Sql): Sql {
  const person = personOf(viewer, id);
  if (viewer) return person;
  return sql`(CASE WHEN p."associationId" IS NULL OR EXISTS (
    SELECT 1 FROM "Membership" theirs WHERE theirs."associationId" = p."associationId" AND theirs."memberId" = ${id} AND theirs."isVisible")
    THEN ${person} END)`;
}

const valuesInForce = (associationId: Sql): Sql => sql`(
  SELECT COALESCE(json_agg(COALESCE(v."valueSlug", v."name") ORDER BY v."position"), '[]') FROM "CharterValue" v
   WHERE v."charterId" = (SELECT c."id" FROM "Charter" c WHERE c."associationId" = ${associationId} ORDER BY c."version" DESC LIMIT 1))`;

/** The association an id names, with the values of its charter in force, and more keys with their values; null for a null id. */
const associationAt = (id: Sql, more: Sql = sql``): Sql => sql`(
  SELECT json_build_object('slug', a."slug", 'name', a."name", 'values', ${valuesInForce(sql`a."id"`)} ${more})
    FROM "Association" a WHERE a."id" = ${id})`;

/** The association that leads p, or null. */
export const ASSOCIATION: Sql = associationAt(sql`p."associationId"`);

/** Those that carry p with it, and since when: the longest first. */
export const CO_HOSTS: Sql = sql`(
  SELECT COALESCE(json_agg(${associationAt(sql`h."associationId"`, sql`, 'since', h."answeredAt"`)}
                  ORDER BY h."answeredAt", h."associationId"), '[]')
    FROM "CoHosting" h WHERE h."projectId" = p."id" AND h."state" = 'CARRYING')`;

/** The same, by their names alone. */
export const CO_HOST_NAMES: Sql = sql`(
  SELECT COALESCE(json_agg(a."name" ORDER BY h."answeredAt", h."associationId"), '[]')
    FROM "CoHosting" h JOIN "Association" a ON a."id" = h."associationId" WHERE h."projectId" = p."id" AND h."state" = 'CARRYING')`;

/** Whether contribution k is there for whoever looks (rule PV1). */
export const isOpenDeed = (viewer: Viewer): Sql =>
  sql`deed_open(k."memberId", k."confirmedById", k."projectId", ${viewer?.memberId ?? null}::uuid)`;

/** What shows contribution k, as keys and values: a link, and for those inside a file of the project. */
export const evidence = (viewer: Viewer): Sql => sql`'evidenceUrl', k."evidenceUrl", 'evidenceFile', (
  SELECT json_build_object('id', f."id", 'name', f."name") FROM "ProjectFile" f
   WHERE f."id" = k."evidenceFileId" AND works_in(k."projectId", ${viewer?.memberId ?? null}::uuid))`;

/** A day as «2026-11-21». */
export const day = (column: Sql): Sql => sql`to_char(${column}, 'YYYY-MM-DD')`;

/** Whether p has not ended. */
export const IS_ALIVE: Sql = sql`p."state" NOT IN ('COMPLETED', 'ABANDONED')`;

/** The next day something of p is due, from today on: a thing to deliver, or an open need. Never once it has ended. */
export const nextDue = (today: string): Sql => sql`CASE WHEN ${IS_ALIVE} THEN LEAST(
  (SELECT min(d."dueOn") FROM "Deliverable" d WHERE d."projectId" = p."id" AND d."doneOn" IS NULL AND d."dueOn" >= ${today}::date),
  (SELECT min(n."dueOn") FROM "Need" n WHERE n."projectId" = p."id" AND n."dueOn" >= ${today}::date AND n."seats" > n."taken")) END`;

/** Share of a project's seats that are taken, 0 to 1. */
export const coveredShare = (projectId: Sql): Sql => sql`(
  SELECT coalesce(sum(least(n."seats", n."taken"))::float
                  / nullif(sum(n."seats"), 0), 0) FROM "Need" n WHERE n."projectId" = ${projectId})`;

/** How many people dream p, whoever leads it included. */
export const PEOPLE: Sql = sql`((p."ownerId" IS NOT NULL)::int + (
  SELECT count(*)::int FROM "CoProposer" c
   WHERE c."projectId" = p."id" AND c."withdrawnAt" IS NULL AND c."memberId" IS DISTINCT FROM p."ownerId"))`;

const OPENED: Sql = sql`(SELECT t."actorId" FROM "ProjectTransition" t WHERE t."projectId" = p."id" AND t."to" = 'IDEA' ORDER BY t."at" LIMIT 1)`;

/** The idea p is or was, a Dream; null for what never was one. What people wrote in it is read by members, while it is one. */
export function dreamOf(viewer: Viewer): Sql {
  const said = (column: Sql) => (viewer ? sql`CASE WHEN p."state" = 'IDEA' THEN ${column} ELSE '' END` : sql`''`);
  return sql`(CASE WHEN p."peopleNeeded" IS NOT NULL THEN json_build_object(
    'peopleNeeded', p."peopleNeeded", 'people', ${PEOPLE}, 'opener', ${leaderOf(viewer, OPENED)}, 'openedAt', p."createdAt",
    'dreamers', (SELECT COALESCE(json_agg(json_build_object('id', c."id", 'person', ${signedOf(viewer, sql`c."memberId"`)},
                          'isLead', c."memberId" IS NOT DISTINCT FROM p."ownerId", 'brings', c."brings", 'competence', cc."slug",
                          'contact', ${said(sql`c."contact"`)}, 'message', ${said(sql`c."message"`)}, 'joinedAt', c."joinedAt")
                          ORDER BY c."joinedAt", c."id"), '[]')
                   FROM "CoProposer" c LEFT JOIN "Competence" cc ON cc."id" = c."competenceId"
                  WHERE c."projectId" = p."id" AND c."withdrawnAt" IS NULL)) END)`;
}

/** What a member is in the idea p, a DreamPart: nobody else's word. */
export function dreamPartOf(viewer: NonNullable<Viewer>): Sql {
  const me = sql`${viewer.memberId}::uuid`;
  return sql`json_build_object(
    'isIn', EXISTS (SELECT 1 FROM "CoProposer" c WHERE c."projectId" = p."id" AND c."memberId" = ${me} AND c."withdrawnAt" IS NULL),
    'invitation', (SELECT json_build_object('reason', i."reason", 'person', ${personOf(viewer, sql`i."askedById"`)})
                     FROM "IdeaInvitation" i WHERE i."projectId" = p."id" AND i."toId" = ${me} AND i."state" = 'OPEN'),
    'seat', (SELECT json_build_object('title', n."title", 'isFull', n."seats" <= n."taken")
               FROM "CoProposer" c JOIN "SeatAsk" q ON q."coProposerId" = c."id" JOIN "Need" n ON n."id" = q."needId"
              WHERE c."projectId" = p."id" AND c."memberId" = ${me} AND q."state" = 'OPEN'))`;
}
