import "server-only";
import type { Actor, Viewer } from "@/lib/auth/actor";
import { dayOf } from "@/lib/core/duration";
import { fold } from "@/lib/core/text";
import { db } from "@/lib/db/client";
import { type Sql, sql } from "@/lib/db/sql";
import { descendantsOf } from "@/lib/taxonomy/rules";
import {
  ASSOCIATION,
  CO_HOSTS,
  day,
  IS_ALIVE,
  isVisible,
  leaderOf,
  nextDue,
  nextDues,
  PEOPLE,
  TAKEN,
} from "../sight/queries";
import { type Cursor, decodeCursor, encodeCursor } from "./rules";
import type { Filters, OwnProject, ProjectCard, ProjectsPage } from "./types";

const PAGE_SIZE = 24;
/** Of one person or association; they have no pages. */
const LIST_MAX = 100;
const NEVER = "9999-12-31";

type Row = ProjectCard & { readonly id: string; readonly key: string };
type Found = Omit<ProjectsPage, "items" | "nextCursor"> & { readonly items: readonly Row[] };

/** The projects an address asks for, as far as whoever looks may see them (rule A2). One statement, exact counts. */
export async function listProjects(viewer: Viewer, filters: Filters, now = new Date()): Promise<ProjectsPage> {
  const cursor = filters.after ? decodeCursor(filters.after, filters.sort) : null;
  const [row] = await db.$queryRaw<{ found: Found }[]>(statement({ viewer, filters, cursor, today: dayOf(now) }));
  if (!row) throw new Error("the list of projects answered nothing");
  const { items, ...page } = row.found;
  const shown = items.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  const nextCursor = items.length > PAGE_SIZE && last ? encodeCursor({ ...last, sort: filters.sort }) : null;
  return { ...page, items: shown.map(({ id: _id, key: _key, ...card }) => card), nextCursor };
}

type Asked = { viewer: Viewer; filters: Filters; cursor: Cursor | null; today: string };

function statement({ viewer, filters, cursor, today }: Asked): Sql {
  const { states, kinds, sort } = filters;
  const ofState = states.length > 0 ? sql`p."state"::text = ANY(${[...states]})` : sql`p."state" <> 'ABANDONED'`;
  const ofKind = kinds.length > 0 ? sql`p."kind"::text = ANY(${[...kinds]})` : sql`true`;
  const key =
    sort === "newest"
      ? sql`p."createdAt"`
      : sql`CASE WHEN ${IS_ALIVE} THEN COALESCE(due."on", ${NEVER}::date) ELSE ${NEVER}::date END`;
  const joined = sort === "newest" ? sql`` : sql`LEFT JOIN (${nextDues(today)}) due ON due."projectId" = p."id"`;
  const keyText =
    sort === "newest"
      ? sql`to_char(p."sortKey" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
      : day(sql`p."sortKey"`);
  const order = sort === "newest" ? sql`"sortKey" DESC, p."id" DESC` : sql`"sortKey", p."id"`;
  return sql`
    WITH visible AS (SELECT p.* FROM "Project" p WHERE ${isVisible(viewer)} AND ${narrowed(filters)}),
         hits AS (SELECT p.*, ${key} AS "sortKey" FROM visible p ${joined} WHERE ${ofState} AND ${ofKind})
    SELECT json_build_object(
      'total', (SELECT count(*) FROM hits),
      'states', (SELECT COALESCE(json_object_agg(s."state", s."n"), '{}') FROM (
        SELECT p."state", count(*) AS "n" FROM visible p WHERE ${ofKind} GROUP BY 1) s),
      'kinds', (SELECT COALESCE(json_object_agg(k."kind", k."n"), '{}') FROM (
        SELECT p."kind", count(*) AS "n" FROM visible p WHERE ${ofState} GROUP BY 1) k),
      'associationName', (SELECT a."name" FROM "Association" a WHERE a."slug" = ${filters.association ?? ""}),
      'items', (SELECT COALESCE(json_agg(i."card" ORDER BY i."place"), '[]') FROM (
        SELECT ${card(viewer, today)} || jsonb_build_object('id', p."id", 'key', ${keyText}) AS "card",
               row_number() OVER (ORDER BY ${order}) AS "place"
          FROM hits p WHERE ${after(cursor)} ORDER BY ${order} LIMIT ${PAGE_SIZE + 1}) i)) AS "found"`;
}

function after(cursor: Cursor | null): Sql {
  if (!cursor) return sql`true`;
  return cursor.sort === "newest"
    ? sql`(p."sortKey", p."id") < (${cursor.key}::timestamptz, ${cursor.id}::uuid)`
    : sql`(p."sortKey", p."id") > (${cursor.key}::date, ${cursor.id}::uuid)`;
}

/** Everything but state and kind, which are counted besides. */
function narrowed({ q, competence, association }: Filters): Sql {
  const words = fold(q).split(" ").filter(Boolean);
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
  const slugs = competence ? [competence, ...descendantsOf(competence)] : [];
  const texts =
    patterns.length > 0
      ? sql`fold(concat_ws(' ', p."title", p."purpose", p."forWhom")) LIKE ALL(${patterns})`
      : sql`true`;
  const seeks =
    slugs.length > 0
      ? sql`p."state" IN ('PROPOSED', 'FEASIBILITY', 'ACTIVE') AND EXISTS (
          SELECT 1 FROM "Need" n JOIN "Competence" c ON c."id" = n."competenceId"
           WHERE n."projectId" = p."id" AND c."slug" = ANY(${slugs}) AND n."seats" > ${TAKEN})`
      : sql`true`;
  const within = association ? isCarriedBy(association) : sql`true`;
  return sql`${texts} AND ${seeks} AND ${within}`;
}

/** A ProjectCard of p. */
function card(viewer: Viewer, today: string): Sql {
  return sql`jsonb_build_object(
    'slug', p."slug", 'title', p."title", 'kind', p."kind", 'state', p."state", 'purpose', p."purpose",
    'locale', p."contentLocale", 'isMembersOnly', p."isMembersOnly", 'place', p."placeSlug", 'association', ${ASSOCIATION}, 'coHosts', ${CO_HOSTS},
    'people', CASE WHEN p."state" = 'IDEA' THEN jsonb_build_object('count', ${PEOPLE}, 'needed', p."peopleNeeded") END,
    'owner', ${leaderOf(viewer, sql`p."ownerId"`)}, 'nextDue', ${day(nextDue(today))},
    'needs', (SELECT COALESCE(jsonb_agg(jsonb_build_object('id', n."id", 'title', n."title", 'kind', n."kind",
                'isCritical', n."isCritical", 'seats', n."seats", 'accepted', ${TAKEN}, 'competence', c."slug") ORDER BY n."position"), '[]')
                FROM "Need" n LEFT JOIN "Competence" c ON c."id" = n."competenceId" WHERE n."projectId" = p."id"))`;
}

async function cards(viewer: Viewer, where: Sql, now: Date): Promise<ProjectCard[]> {
  const rows = await db.$queryRaw<{ card: ProjectCard }[]>`
    SELECT ${card(viewer, dayOf(now))} AS "card" FROM "Project" p
     WHERE ${isVisible(viewer)} AND ${where} ORDER BY p."createdAt" DESC, p."id" DESC LIMIT ${LIST_MAX}`;
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

/** The projects the actor leads, sits in, waits to sit in, or dreams; those still alive first. */
export async function listMyProjects(actor: Actor, now = new Date()): Promise<OwnProject[]> {
  const me = sql`${actor.memberId}::uuid`;
  const rows = await db.$queryRaw<{ card: OwnProject }[]>`
    SELECT ${card(actor, dayOf(now))} || jsonb_build_object('part', part."is") AS "card"
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
     WHERE ${isVisible(actor)}
     ORDER BY p."state" IN ('COMPLETED', 'ABANDONED'), p."createdAt" DESC, p."id" DESC LIMIT ${LIST_MAX}`;
  return rows.map((row) => row.card);
}
