import { ok, refuse } from "@/lib/core/result";

const VALUES_MIN = 3;

export type ValuesRefusal = "member.valuesCount" | "member.valueRepeated";

/** Values are none yet, or from three to seven, each once: the order says which come first. */
export function checkValues(values: readonly string[]) {
  const repeated = values.findIndex((value, i) => values.indexOf(value) !== i);
  if (repeated >= 0) return refuse<ValuesRefusal>("member.valueRepeated", { field: `values.${repeated}` });
  if (values.length > 0 && values.length < VALUES_MIN)
    return refuse<ValuesRefusal>("member.valuesCount", { field: "values.0", params: { min: VALUES_MIN } });
  return ok(values);
}

/** Each competence once, at the level written first. */
export function onceEach<T extends { readonly name: string }>(rows: readonly T[]): readonly T[] {
  return rows.filter(({ name }, i) => rows.findIndex((other) => other.name === name) === i);
}
