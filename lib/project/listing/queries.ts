import "server-only";
import type { Actor, Viewer } from "@/lib/auth/actor";
import { dayOf } from "@/lib/core/duration";
import { fold } from "@/lib/core/text";
import { readRows } from "@/lib/db/client";
import { fixed, type Sql, sql } from "@/lib/db/sql";
import { descendantsOf } from "@/lib/taxonomy/rules";
import { helpNeedsOf } from "../helping/queries";
import type { HelpNeed } from "../helping/types";
import { byAge, byDue, PAGE_SIZE } from "../order/queries";
import {
  ASSOCIATION,
  CO_HOST_NAMES,
  coveredShare,
  day,
  isSeenByFew,
  isVisible,
  leaderOf,
  nextDue,
  PEOPLE,
} from "../sight/queries";
import { type Cursor, countsOf, decodeCursor, encodeCursor, isWhole } from "./rules";
import type { Counted, Filters, OwnProject, ProjectCard, ProjectsPage } from "./types";

/** Of one person or association; they have no pages. */
const LIST_MAX = 100;
/** Seats the viewer could take above a list: as many as are read through. */
const HELPING_MAX = 4;

type Row = { readonly id: string; readonly key: string; readonly card: ProjectCard };
type Found = {
  readonly items: readonly Row[];
  readonly counted: readonly Counted[];
  readonly associationName: string | null;
  readonly helping: readonly HelpNeed[];
};

/** The projects an address asks for, as far as whoever looks may see them (rule A2), with where a member could help. One statement, exact counts. */
export async function listProjects(viewer: Viewer, filters: Filters, now = new Date()): Promise<ProjectsPage> {
  const cursor = filters.after ? decodeCursor(filters.after, filters.sort) : null;
  const [row] = await readRows<{ found: Found }>(statement({ viewer, filters, cursor, now }));
  if (!row) throw new Error("the list of projects answered nothing");
  const { items, counted, associationName, helping } = row.found;
  const shown = items.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  const nextCursor = items.length > PAGE_SIZE && last ? encodeCursor({ ...last, sort: filters.sort }) : null;
  const cards = shown.map(({ card }) => card);
  return { items: cards, nextCursor, associationName, helping, ...countsOf(counted, filters) };
}

type Asked = { viewer: Viewer; filters: Filters; cursor: Cursor | null; now: Date };

function statement({ viewer, filters, cursor, now }: Asked): Sql {
  const { states, kinds, association } = filters;
  const today = dayOf(now);
  const ofState =
    states.length > 0 ? sql`p."state" = ANY(${[...states]}::"ProjectState"[])` : sql`p."state" <> 'ABANDONED'`;
  const ofKind = kinds.length > 0 ? sql`p."kind" = ANY(${[...kinds]}::"ProjectKind"[])` : sql`true`;
  const wanted = sql`${isVisible(viewer)} AND ${narrowed(filters)} AND ${ofState} AND ${ofKind}`;
  const { hits, keyText, order } = filters.sort === "due" ? byDue(wanted, cursor, today) : byAge(wanted, cursor);
  const helping = viewer && isWhole(filters) ? helpNeedsOf(viewer, { max: HELPING_MAX }, now) : sql`'[]'::json`;
  const named = association ? sql`(SELECT a."name" FROM "Association" a WHERE a."slug" = ${association})` : sql`NULL`;
  return sql`
    WITH ${hits}
    SELECT json_build_object(
      'counted', (SELECT COALESCE(json_agg(json_build_array(c."state", c."kind", c."n")), '[]') FROM (${tally(viewer, filters)}) c),
      'associationName', ${named},
      'helping', ${helping},
      'items', (SELECT COALESCE(json_agg(json_build_object('id', p."id", 'key', ${keyText}, 'card', ${card(viewer, today)}) ORDER BY ${order}), '[]')
                  FROM hits p)) AS "found"`;
}

/**
 * How many projects a list has of each state and kind, exactly. What anybody may see stands counted; to it comes what only this
 * viewer sees. A list narrowed down is counted as it is.
 */
function tally(viewer: Viewer, filters: Filters): Sql {
  const counted = (where: Sql) =>
    sql`SELECT p."state", p."kind", count(*) AS "n" FROM "Project" p WHERE ${where} GROUP BY 1, 2`;
  const { q, competence, association } = filters;
  if (q || competence || association) return counted(sql`${isVisible(viewer)} AND ${narrowed(filters)}`);
  const open = sql`SELECT t."state", t."kind", t."n" FROM "ProjectTally" t`;
  if (!viewer) return open;
  return sql`${open} UNION ALL ${counted(isSeenByFew(viewer))}`;
}

/** What a search reads of p, as its index has it. */
const TEXT: Sql = sql`fold(p."title" || ' ' || p."purpose" || ' ' || p."forWhom")`;

/** Everything but state and kind, which are counted besides. */
function narrowed({ q, competence, association }: Filters): Sql {
  const words = fold(q).split(" ").filter(Boolean);
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
  const slugs = competence ? [competence, ...descendantsOf(competence)] : [];
  const texts = patterns.reduce((all, pattern) => sql`${all} AND ${TEXT} LIKE ${pattern}`, sql`true`);
  const seeks =
    slugs.length > 0
      ? sql`p."state" IN ('PROPOSED', 'FEASIBILITY', 'ACTIVE') AND EXISTS (
          SELECT 1 FROM "Need" n JOIN "Competence" c ON c."id" = n."competenceId"
           WHERE n."projectId" = p."id" AND c."slug" = ANY(${slugs}) AND n."seats" > n."taken")`
      : sql`true`;
  const within = association ? isCarriedBy(association) : sql`true`;
  return sql`${texts} AND ${seeks} AND ${within}`;
}

/** A ProjectCard of p. */
function card(viewer: Viewer, today: string): Sql {
  return sql`json_build_object(
    'slug', p."slug", 'title', p."title", 'state', p."state", 'purpose', p."purpose",
    'locale', p."contentLocale", 'isMembersOnly', p."isMembersOnly", 'association', ${ASSOCIATION}, 'coHosts', ${CO_HOST_NAMES},
    'people', CASE WHEN p."state" = 'IDEA' THEN json_build_object('count', ${PEOPLE}, 'needed', p."peopleNeeded") END,
    'owner', ${ownerOf(viewer)}, 'nextDue', ${day(nextDue(today))},
    'needs', (SELECT COALESCE(json_agg(json_build_object('id', n."id", 'title', n."title", 'isCritical', n."isCritical",
                'seats', n."seats", 'accepted', n."taken") ORDER BY n."position"), '[]')
                FROM "Need" n WHERE n."projectId" = p."id"))`;
}

/** Who leads p, where no association does. */
const ownerOf = (viewer: Viewer): Sql =>
  sql`(CASE WHEN p."associationId" IS NULL THEN ${leaderOf(viewer, sql`p."ownerId"`)} END)`;

async function cards(viewer: Viewer, where: Sql, now: Date): Promise<ProjectCard[]> {
  const rows = await readRows<{ card: ProjectCard }>(sql`
    SELECT ${card(viewer, dayOf(now))} AS "card" FROM "Project" p
     WHERE ${isVisible(viewer)} AND ${where} ORDER BY p."createdAt" DESC, p."id" DESC LIMIT ${fixed(LIST_MAX)}`);
  return rows.map((row) => row.card);
}

/** Whether an association leads or co-hosts p: in its own list each stands once. */
const isCarriedBy = (slug: string): Sql => sql`p."id" IN (
  SELECT c."projectId" FROM "Association" a JOIN "ProjectCarrier" c ON c."associationId" = a."id" WHERE a."slug" = ${slug})`;

/** The projects of an association, newest first, as far as whoever looks may see them. */
export function listProjectsOf(associationSlug: string, viewer: Viewer, now = new Date()): Promise<ProjectCard[]> {
  const where = sql`${isCarriedBy(associationSlug)} AND p."state" <> 'ABANDONED'`;
  return cards(viewer, where, now);
}

/**
 * The concluded projects the member of an id signed with their whole name, newest first, an array of SignedResult: those whoever
 * looks may see, where they may see what that person does (rules A2, PV1). For whoever may read the profile.
 */
export const signedResultsOf = (viewer: Viewer, memberId: Sql): Sql => sql`(
  SELECT COALESCE(json_agg(json_build_object('slug', p."slug", 'title', p."title", 'locale', p."contentLocale",
           'on', to_char(p."concludedAt" AT TIME ZONE 'Europe/Rome', 'YYYY-MM-DD')) ORDER BY p."concludedAt" DESC, p."id" DESC), '[]')
    FROM (SELECT p.* FROM "ProjectSignature" g JOIN "Project" p ON p."id" = g."projectId"
           WHERE g."memberId" = ${memberId} AND g."look" IN ('FULL', 'COMPETENCE') AND ${isVisible(viewer)} AND NOT p."isWithheld"
             AND deed_open(g."memberId", NULL, p."id", ${viewer?.memberId ?? null}::uuid)
           ORDER BY p."concludedAt" DESC, p."id" DESC LIMIT ${fixed(LIST_MAX)}) p)`;

/** The projects the actor leads, sits in, waits to sit in, or dreams; those still alive first. */
export function listMyProjects(actor: Actor): Promise<OwnProject[]> {
  const me = sql`${actor.memberId}::uuid`;
  return readRows<OwnProject>(sql`
    SELECT p."slug", p."title", p."state", part."is" AS "part", ${coveredShare(sql`p."id"`)} AS "covered",
           COALESCE(${ASSOCIATION}, ${ownerOf(actor)})->'values' AS "values"
      FROM "Project" p
      JOIN LATERAL (SELECT CASE
        WHEN p."ownerId" = ${me} THEN 'OWNER'
        WHEN bool_or(o."state" = 'ACCEPTED') THEN 'SEAT'
        WHEN bool_or(o."state" IN ('WAITING', 'QUEUED')) THEN 'WAITING'
        WHEN p."state" = 'IDEA' AND EXISTS (
          SELECT 1 FROM "CoProposer" d WHERE d."projectId" = p."id" AND d."memberId" = ${me} AND d."withdrawnAt" IS NULL) THEN 'DREAMER'
        END AS "is"
        FROM "Need" n LEFT JOIN "NeedOffer" o ON o."needId" = n."id" AND o."memberId" = ${me} WHERE n."projectId" = p."id") part
        ON part."is" IS NOT NULL
     WHERE ${isVisible(actor)} AND p."id" IN (
       SELECT own."id" FROM "Project" own WHERE own."ownerId" = ${me}
        UNION SELECT n."projectId" FROM "NeedOffer" o JOIN "Need" n ON n."id" = o."needId"
               WHERE o."memberId" = ${me} AND o."state" IN ('WAITING', 'QUEUED', 'ACCEPTED')
        UNION SELECT d."projectId" FROM "CoProposer" d WHERE d."memberId" = ${me} AND d."withdrawnAt" IS NULL)
     ORDER BY p."state" IN ('COMPLETED', 'ABANDONED'), p."createdAt" DESC, p."id" DESC LIMIT ${fixed(LIST_MAX)}`);
}
