import "server-only";
import { ok, type Result, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/transaction";
import { heldOf } from "../competence/rules";
import type { TiesInput, TrustInput, ValueInput, WhoInput } from "../schema";
import { checkValues, onceEach } from "./rules";

/*
 * What each part of a profile writes, inside the transaction of a command that has locked the member and will re-index them.
 */

export async function saveWho(tx: Tx, id: string, input: Partial<WhoInput>): Promise<void> {
  const { place, languages, ...texts } = input;
  await tx.member.update({
    where: { id },
    data: {
      ...texts,
      ...(place === undefined ? {} : { placeSlug: place }),
      ...(languages ? { languages: [...new Set(languages)] } : {}),
    },
    select: { id: true },
  });
}

export async function saveValue(tx: Tx, id: string, { valueBrought, competences }: ValueInput): Promise<void> {
  const chosen = onceEach(competences);
  const ids = await idsOf(
    tx,
    chosen.map(({ name }) => name),
  );
  const held = chosen.map(({ name, level }) => heldOf({ id: ids(name), level }));
  await tx.member.update({ where: { id }, data: { valueBrought, competences: held }, select: { id: true } });
}

/** Opens exactly the belongings named. Refuses the name of an association one never belonged to. */
export async function saveTies(
  tx: Tx,
  id: string,
  { audience, shown }: TiesInput,
): Promise<Result<null, "validation.invalid">> {
  const slugs = [...new Set(shown)];
  const own = await tx.membership.count({ where: { memberId: id, association: { slug: { in: slugs } } } });
  if (own !== slugs.length) return refuse("validation.invalid", { field: "shown" });
  await tx.member.update({ where: { id }, data: { audience }, select: { id: true } });
  await tx.$executeRaw`
    UPDATE "Membership" b SET "isVisible" = (a."slug" = ANY (${slugs}::text[]))
      FROM "Association" a WHERE a."id" = b."associationId" AND b."memberId" = ${id}::uuid`;
  return ok(null);
}

export async function saveTrust(tx: Tx, id: string, { vision, values }: TrustInput) {
  const checked = checkValues(values);
  if (!checked.ok) return checked;
  await tx.member.update({ where: { id }, data: { vision, values: [...values] }, select: { id: true } });
  return ok(null);
}

/** Ids of competences by slug; a slug the taxonomy file knows and the table does not is a fault of the deployment. */
export async function idsOf(tx: Tx, slugs: readonly string[]): Promise<(slug: string) => number> {
  const rows = await tx.competence.findMany({ where: { slug: { in: [...slugs] } }, select: { id: true, slug: true } });
  const ids = new Map(rows.map(({ id, slug }) => [slug, id]));
  return (slug) => {
    const id = ids.get(slug);
    if (id === undefined) throw new Error(`the table of competences lacks ${slug}`);
    return id;
  };
}
