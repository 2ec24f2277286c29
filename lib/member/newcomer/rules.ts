import { slugOf } from "@/lib/core/text";

/** Names an address of a person must not take: parts of addresses beside it, and those that speak for the house. */
const RESERVED: ReadonlySet<string> = new Set(
  `admin administrator aiuto amministrazione anonimo api assistenza benvenuto casa cerca crea edit ex-member ex-membro
   aggiungi home help info me modifica new noreply nuova nuovo null persona postmaster privacy profile profilo ricerche root
   searches sicurezza security staff supporto support system tessera undefined webmaster welcome`.split(/\s+/),
);

/** Room for a dash and the number that tells two people of one name apart. */
const BASE_CHARS_MAX = 52;

export function isReservedHandle(handle: string): boolean {
  return RESERVED.has(handle);
}

/** What an address of somebody's own begins with: their name, or «membro» when nothing of it can stand in one. */
export function handleBase(name: string): string {
  return slugOf(name).slice(0, BASE_CHARS_MAX).replace(/-+$/, "") || "membro";
}

/** The first free handle for a name: the name itself, then with 2, 3 and so on. Reserved words count as taken. */
export function freeHandle(name: string, taken: ReadonlySet<string>): string {
  const base = handleBase(name);
  if (!taken.has(base) && !isReservedHandle(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}
