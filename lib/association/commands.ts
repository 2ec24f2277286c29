import "server-only";
import { dateOf } from "@/lib/core/duration";
import type { Tx } from "@/lib/db/transaction";
import { charterHashOf, freeSlug, HASH_FORM } from "./rules";
import type { CharterContent, CharterText, EntryMode, Period } from "./types";

/** Days to catch up after a period's end, while a charter does not say otherwise. */
const GRACE_DAYS = 14;

export type NewAssociation = CharterText & {
  readonly name: string;
  readonly tagline: string;
  readonly purpose: string;
  readonly forWhom: string;
  readonly weDo: readonly string[];
  readonly weDoNot: readonly string[];
  readonly placeSlugs: readonly string[];
  readonly questions: readonly { text: string; isRequired: boolean }[];
  readonly entry: EntryMode;
  readonly decidersRequired: number;
  readonly memberLimit: number | null;
  readonly minMinutes: number | null;
  readonly minPeriod: Period | null;
  readonly contentLocale: string;
  readonly founderId: string;
  readonly now: Date;
};

/**
 * Writes an association with the first version of its charter (promises P41, P42), in the transaction of whoever founds it;
 * by the commit somebody must look after it (rule R3). Null when nothing of its name can stand in an address.
 */
export async function createAssociation(tx: Tx, given: NewAssociation): Promise<{ id: string; slug: string } | null> {
  const { name, now, placeSlugs, questions, weDo, weDoNot, ...rest } = given;
  const { values, clauses, minMinutes, minPeriod, ...identity } = rest;
  const slug = await takeSlug(tx, name);
  if (!slug) return null;
  const { id } = await tx.association.create({
    data: {
      ...identity,
      ...{ name, slug, weDo: [...weDo], weDoNot: [...weDoNot], foundedAt: now, createdAt: now },
      places: { create: placeSlugs.map((placeSlug, position) => ({ placeSlug, position })) },
      questions: { create: questions.map((question, position) => ({ ...question, position, createdAt: now })) },
    },
    select: { id: true },
  });
  const rule = {
    minMinutes,
    minDeeds: null,
    minPeriod,
    countedKinds: [],
    graceDays: GRACE_DAYS,
    bars: [],
    ruleNote: "",
  };
  const content = { values, clauses, ...rule, confirmers: "ANY_MEMBER" as const, reviewOn: null, isByVote: false };
  await publishVersion(tx, { associationId: id, version: 1, content, isMaterial: true, changeNote: "", now });
  return { id, slug };
}

export type NewVersion = {
  readonly associationId: string;
  readonly version: number;
  readonly content: CharterContent;
  readonly isMaterial: boolean;
  readonly changeNote: string;
  readonly publishedById?: string;
  readonly now: Date;
};

/**
 * Writes one version of a charter, in force from this instant and unchangeable ever after (rules A6, M11). The caller holds
 * the association's lock and says which number comes next. Returns its id.
 */
export async function publishVersion(tx: Tx, { content, now, publishedById, ...version }: NewVersion): Promise<string> {
  const { values, clauses, reviewOn, countedKinds, bars, ...rule } = content;
  const { id } = await tx.charter.create({
    data: {
      ...{ ...version, ...rule, countedKinds: [...countedKinds], bars: [...bars], publishedAt: now },
      ...{ hash: charterHashOf(content, version.version), hashForm: HASH_FORM },
      ...{ publishedById: publishedById ?? null, reviewOn: reviewOn === null ? null : dateOf(reviewOn) },
      values: { create: values.map((value, position) => ({ ...value, position })) },
      clauses: { create: [...clauses] },
    },
    select: { id: true },
  });
  return id;
}

/** Foundings choose their address one at a time, so that two of one name never meet. */
async function takeSlug(tx: Tx, name: string): Promise<string | null> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('association.slug'))`;
  const base = freeSlug(name, new Set());
  if (!base) return null;
  const near = await tx.association.findMany({
    where: { slug: { startsWith: base.slice(0, 40) } },
    select: { slug: true },
  });
  return freeSlug(name, new Set(near.map(({ slug }) => slug)));
}
