import { ok, type Result, refuse } from "@/lib/core/result";
import { fold } from "@/lib/core/text";

export type WhomRefusal = "directory.namesakes";

/** What was typed where somebody is asked for, read both ways: as a username, with or without «@», and as a name, folded. */
export function readWhom(typed: string): { readonly handle: string; readonly name: string } {
  const said = typed.trim();
  return { handle: said.replace(/^@/, "").toLowerCase(), name: fold(said) };
}

type Bearer = { readonly handle: string; readonly name: string };

/**
 * Who is meant by what was typed: whoever bears it as a username, else the only one whose whole name it is; null for nobody. A name
 * that several bear is refused: no one of them is chosen for whoever typed it.
 */
export function whoIsMeant<T extends Bearer>(typed: string, among: readonly T[]): Result<T | null, WhomRefusal> {
  const { handle, name } = readWhom(typed);
  const exact = among.find((one) => one.handle === handle);
  const [first, ...others] = among.filter((one) => fold(one.name) === name);
  if (exact || !first) return ok(exact ?? null);
  return others.length > 0 ? refuse("directory.namesakes") : ok(first);
}
