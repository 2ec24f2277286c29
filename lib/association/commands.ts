import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { charterHash, freeSlug } from "./rules";
import type { CharterText, EntryMode, Period } from "./types";

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
  await tx.charter.create({
    data: {
      ...{
        associationId: id,
        version: 1,
        hash: charterHash({ values, clauses }),
        publishedAt: now,
        minMinutes,
        minPeriod,
      },
      values: { create: values.map((value, position) => ({ ...value, position })) },
      clauses: { create: [...clauses] },
    },
  });
  return { id, slug };
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
