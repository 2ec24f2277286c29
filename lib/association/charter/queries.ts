import "server-only";
import { db } from "@/lib/db/client";
import { compareCharters } from "../difference/rules";
import { CHARTER_VIEW, VALUE_WORDS } from "../sight/queries";
import type { CharterView } from "../types";
import { versionsAsked } from "./rules";
import type { VersionsView, VersionView } from "./types";

type Row = {
  association: VersionView["association"];
  locale: string;
  charters: readonly CharterView[];
};

/** Every published version of an association's charter, the newest first. Charters are public, in every version. */
async function readCharters(slug: string): Promise<Row | null> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT jsonb_build_object('id', o."id", 'slug', o."slug", 'name', o."name", 'values', ${VALUE_WORDS}) AS "association",
           o."contentLocale" AS "locale",
           (SELECT COALESCE(jsonb_agg(${CHARTER_VIEW} ORDER BY h."version" DESC), '[]') FROM "Charter" h
             WHERE h."associationId" = o."id" AND h."publishedAt" <= now()) AS "charters"
      FROM "Association" o WHERE o."slug" = ${slug} AND o."state" <> 'CLOSED'`;
  return row ?? null;
}

/** The versions of a charter, and the two an address asks to compare. Null when there is no such association. */
export async function findVersions(
  slug: string,
  asked: { readonly from?: unknown; readonly to?: unknown },
): Promise<VersionsView | null> {
  const row = await readCharters(slug);
  if (!row) return null;
  const { association, locale, charters } = row;
  const chosen = versionsAsked(
    { from: asked.from, to: asked.to },
    charters.map(({ version }) => version),
  );
  const [before, after] = (chosen ?? []).map((number) => charters.find(({ version }) => version === number));
  return {
    ...{ association, locale },
    versions: charters.map(({ version, hash, publishedAt, isMaterial, changeNote }) => ({
      ...{ version, hash, publishedAt, isMaterial, changeNote },
    })),
    comparison:
      before && after
        ? { from: before.version, to: after.version, before, after, difference: compareCharters(before, after) }
        : null,
  };
}

/** One version whole: the one of that number, or the one in force. Null when there is none. */
export async function findVersion(slug: string, number: unknown): Promise<VersionView | null> {
  const row = await readCharters(slug);
  const charter =
    number === undefined ? row?.charters[0] : row?.charters.find(({ version }) => String(version) === number);
  if (!row || !charter) return null;
  const { association, locale, charters } = row;
  return { association, locale, charter, isInForce: charter.version === charters[0]?.version };
}
