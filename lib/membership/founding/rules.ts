import { wordOf } from "@/lib/association/rules";
import { ok, type Result, refuse } from "@/lib/core/result";
import { fold } from "@/lib/core/text";
import type { MissingPart } from "@/lib/member/types";
import { placeNamed } from "@/lib/taxonomy/place/rules";
import { findValue } from "@/lib/taxonomy/value/rules";

/** How many associations one person founds in a day. */
export const FOUNDINGS_A_DAY_MAX = 3;

export type ValueRefusal = "association.valueTwoNames" | "association.valueUnknown" | "association.valueTwice";

export type FoundingRefusal =
  | "association.foundedEnough"
  | ValueRefusal
  | "membership.listeningHoldsRole"
  | "membership.profileIncomplete";

type ValueRow = { readonly valueSlug: string | null; readonly name: string };

export type FoundingFacts = {
  readonly foundedToday: number;
  readonly missingProfile: readonly MissingPart[];
};

type Draft = {
  readonly values: readonly ValueRow[];
  readonly isListening: boolean;
};

/** Whether this draft founds an association now (rules M2, PT1; promises P36, P42). */
export function canFound(draft: Draft, facts: FoundingFacts): Result<null, FoundingRefusal> {
  if (facts.missingProfile.length > 0) return refuse("membership.profileIncomplete");
  if (facts.foundedToday >= FOUNDINGS_A_DAY_MAX)
    return refuse("association.foundedEnough", { params: { max: FOUNDINGS_A_DAY_MAX } });
  if (draft.isListening) return refuse("membership.listeningHoldsRole", { field: "isListening" });
  return areValuesNamed(draft.values);
}

/** Each value is a word of the vocabulary or one of their own, and none stands twice. */
export function areValuesNamed(values: readonly ValueRow[]): Result<null, ValueRefusal> {
  for (const [i, value] of values.entries()) {
    const fault = faultOf(value);
    if (fault) return refuse(fault, { field: `values.${i}.name` });
  }
  const words = values.map((value) => fold(wordOf(value)));
  const twice = words.findIndex((word, i) => words.indexOf(word) < i);
  return twice >= 0 ? refuse("association.valueTwice", { field: `values.${twice}.name` }) : ok(null);
}

function faultOf({ valueSlug, name }: ValueRow): ValueRefusal | null {
  if (valueSlug === null) return null;
  if (name !== "") return "association.valueTwoNames";
  return findValue(valueSlug) ? null : "association.valueUnknown";
}

/** The places of a draft that `canFound` let through, each once. */
export function placesOf(places: readonly string[]): string[] {
  return [...new Set(places.flatMap((place) => placeNamed(place) ?? []))];
}
