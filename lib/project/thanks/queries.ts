import "server-only";
import type { Viewer } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { type Sql, sql } from "@/lib/db/sql";
import type { ProjectView } from "../page/types";
import { personOf, publishedOf } from "../sight/queries";
import type { OwnThanks, Thankable, ThanksLine, ThanksToMe, ThanksView } from "./types";

type Row = {
  shown: readonly ThanksLine[];
  toMe: readonly ThanksToMe[];
  mine: readonly OwnThanks[];
  thankable: readonly Thankable[];
  hasThankedAll: boolean;
};

/** The thanks under a result that whoever looks may read; a step after finding that they may read the result. */
export async function readThanks(viewer: Viewer, { id }: Pick<ProjectView, "id">): Promise<ThanksView> {
  const me = sql`${viewer?.memberId ?? null}::uuid`;
  const [row] = await db.$queryRaw<Row[]>`
    SELECT ${shown(viewer)} AS "shown", ${toMe(viewer, me)} AS "toMe", ${mine(viewer, me)} AS "mine", ${thankable(me)} AS "thankable",
           EXISTS (SELECT 1 FROM "ResultThanks" t WHERE t."projectId" = p."id" AND t."fromId" = ${me} AND t."toId" IS NULL) AS "hasThankedAll"
      FROM "Project" p WHERE p."id" = ${id}::uuid`;
  const { hasThankedAll = false, ...lists } = row ?? { shown: [], toMe: [], mine: [], thankable: [] };
  const [isInside] = viewer
    ? await db.$queryRaw<{ hadPart: boolean }[]>`SELECT had_part(${id}::uuid, ${me}) AS "hadPart"`
    : [];
  return { ...lists, mayThankAll: (isInside?.hadPart ?? false) && !hasThankedAll };
}

const named = (viewer: Viewer, id: Sql): Sql => publishedOf(viewer, id, personOf(viewer, id));

const shown = (viewer: Viewer): Sql => sql`(
  SELECT COALESCE(json_agg(json_build_object('id', t."id", 'text', t."text", 'isToAll', t."toId" IS NULL,
           'from', ${named(viewer, sql`t."fromId"`)}, 'to', ${named(viewer, sql`t."toId"`)})
           ORDER BY t."toId" IS NOT NULL, t."at", t."id"), '[]')
    FROM "ResultThanks" t WHERE t."projectId" = p."id" AND t."isShown")`;

/** To oneself, from whom by their whole name: they wrote it to the person. */
const toMe = (viewer: Viewer, me: Sql): Sql => sql`(
  SELECT COALESCE(json_agg(json_build_object('id', t."id", 'text', t."text", 'isShown', t."isShown",
           'from', ${personOf(viewer, sql`t."fromId"`)}) ORDER BY t."at", t."id"), '[]')
    FROM "ResultThanks" t WHERE t."projectId" = p."id" AND t."toId" = ${me})`;

/** Oneself's, to whom by their whole name: one wrote it to the person. */
const mine = (viewer: Viewer, me: Sql): Sql => sql`(
  SELECT COALESCE(json_agg(json_build_object('id', t."id", 'text', t."text", 'isShown', t."isShown", 'isToAll', t."toId" IS NULL,
           'to', ${personOf(viewer, sql`t."toId"`)}) ORDER BY t."at", t."id"), '[]')
    FROM "ResultThanks" t WHERE t."projectId" = p."id" AND t."fromId" = ${me})`;

/** Everybody else who had a part in it, for whoever had one, but for those one has thanked. */
const thankable = (me: Sql): Sql => sql`(CASE WHEN ${me} IS NOT NULL AND had_part(p."id", ${me}) THEN (
  SELECT COALESCE(json_agg(json_build_object('memberId', m."id", 'name', m."name") ORDER BY m."name", m."id"), '[]')
    FROM "Member" m WHERE m."id" <> ${me} AND m."id" IN (
           SELECT p."ownerId" UNION SELECT o."memberId" FROM "NeedOffer" o JOIN "Need" n ON n."id" = o."needId"
             WHERE n."projectId" = p."id" AND o."state" = 'ACCEPTED'
           UNION SELECT k."memberId" FROM "Contribution" k WHERE k."projectId" = p."id" AND k."state" = 'CONFIRMED'
           UNION SELECT d."memberId" FROM "CoProposer" d WHERE d."projectId" = p."id" AND d."withdrawnAt" IS NULL)
     AND NOT EXISTS (SELECT 1 FROM "ResultThanks" t WHERE t."projectId" = p."id" AND t."fromId" = ${me} AND t."toId" = m."id"))
  ELSE '[]' END)`;
