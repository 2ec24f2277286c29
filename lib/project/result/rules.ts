import type { Person } from "../types";
import type { Hand, ResultDeed } from "./types";

export type HandRow = Omit<Hand, "person"> & { readonly person: Person };

const byName = new Intl.Collator("it");
const byDay = (a: ResultDeed, b: ResultDeed) => b.doneOn.localeCompare(a.doneOn) || b.id.localeCompare(a.id);

/** Those who are named, whoever leads first; and what the others did, in one list that tells them apart from nobody. */
export function handsOf(rows: readonly HandRow[]): { hands: Hand[]; unsigned: ResultDeed[] } {
  const hands = rows.flatMap(({ person, ...row }) => (person ? { ...row, person } : []));
  hands.sort(
    (a, b) =>
      Number(b.isLead) - Number(a.isLead) ||
      byName.compare(a.person.name, b.person.name) ||
      a.person.memberId.localeCompare(b.person.memberId),
  );
  const unsigned = rows.filter(({ person }) => person === null).flatMap(({ deeds }) => deeds);
  return { hands, unsigned: unsigned.sort(byDay) };
}
