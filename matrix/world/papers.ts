import { addDays, dayOf } from "@/lib/core/duration";
import { papersFor } from "@/lib/testing/associations";
import type { Fields } from "../subject";

/** How one takes part, as the form sends it. */
export const STATEMENT: Fields = {
  ...{ kinds: ["TIME"], hours: "3", period: "MONTH", statement: "Porto il furgone.", accepts: "on" },
  untilOn: dayOf(addDays(new Date(), 200)),
};

const HASH = "0".repeat(64);

const listed = (name: string, rows: readonly Readonly<Record<string, string>>[]): Fields =>
  Object.fromEntries(
    rows.flatMap((row, i) => Object.entries(row).map(([field, value]) => [`${name}.${i}.${field}`, value])),
  );

/** Papers as the page of an association sends them; to one that is not there, as good as they get. */
export async function papersFields(slug: string): Promise<Fields> {
  const papers = await papersFor(slug).catch(() => null);
  return { ...(await renewalFields(slug, true)), ...listed("answers", papers?.answers ?? []) };
}

/** Saying again how one takes part; with where one stands, for whom the charter is new. */
export async function renewalFields(slug: string, isNew = false): Promise<Fields> {
  const papers = await papersFor(slug).catch(() => null);
  const stances = isNew ? listed("stances", papers?.stances ?? []) : {};
  return { associationSlug: slug, charterHash: papers?.charterHash ?? HASH, ...STATEMENT, ...stances };
}
