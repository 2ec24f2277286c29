import type * as z from "zod";
import type { Refusal } from "@/lib/core/result";
import { isCleanText } from "@/lib/core/text";
import { FIELD_MAX, isTyped } from "./values";

const KEYS = new Set([
  "required",
  "tooShort",
  "tooLong",
  "tooFew",
  "tooMany",
  "outOfRange",
  "notANumber",
  "halfHours",
  "notADay",
  "dayTooEarly",
  "dayTooLate",
  "notAnEmail",
  "notAUrl",
  "choose",
  "mustTick",
  "characters",
  "file",
  "invalid",
  "unexpected",
  "lineEmail",
  "lineName",
]);

/**
 * What the schema parses: a string a field, an array where a field may repeat, a File where one was sent. Dots in a name
 * nest and numbers count, so that `needs.0.title` is the title of the first of the needs, in input as in refusals.
 * Of fields within rows, `lists` names them all at once: `needs.*.kinds`.
 */
export function inputOf(form: FormData, lists: readonly string[]): Record<string, unknown> {
  const names = [...new Set([...form.keys()].filter(isTyped))];
  const entries = names.map((name): Entry => {
    const all = form.getAll(name);
    const isList = lists.includes(name.replace(/\.\d+(?=\.|$)/g, ".*")) || all.length > 1;
    return [NESTED.test(name) ? name.split(".") : [name], isList ? all : all[0]];
  });
  const absent = lists.filter((name) => !name.includes("*")).map((name) => [name, []]);
  return { ...Object.fromEntries(absent), ...(treeOf(entries) as Record<string, unknown>) };
}

type Entry = readonly [path: readonly string[], value: unknown];

/** Letters, then up to three more steps; rows count to 99. Any other name stays as it is, for the schema to refuse. */
const NESTED = /^[a-zA-Z]+(\.([a-zA-Z]+|\d{1,2})){1,3}$/;

/** Entries put below one another; where all steps of a level are numbers it is an array. */
function treeOf(entries: readonly Entry[]): unknown {
  const below = new Map<string, Entry[]>();
  for (const [[step = "", ...rest], value] of entries)
    below.set(step, [...(below.get(step) ?? []), [rest, value] as const]);
  const grown = [...below].map(
    ([step, inner]) => [step, inner[0]?.[0].length ? treeOf(inner) : inner[0]?.[1]] as const,
  );
  if (!grown.every(([step]) => /^\d+$/.test(step)) || grown.length === 0) return Object.fromEntries(grown);
  const byIndex = new Map(grown.map(([step, value]) => [Number(step), value]));
  return Array.from({ length: Math.max(...byIndex.keys()) + 1 }, (_, i) => byIndex.get(i));
}

/** Fields with characters nobody types, or far beyond any length. */
export function unreadable(form: FormData): Refusal[] {
  const found: Refusal[] = [];
  for (const [name, value] of form.entries()) {
    if (!isTyped(name) || typeof value !== "string") continue;
    if (value.length > FIELD_MAX) found.push({ code: "validation.tooLong", field: name, params: { max: FIELD_MAX } });
    else if (!isCleanText(value)) found.push({ code: "validation.characters", field: name });
  }
  return found;
}

/** Issues of zod as refusals: each at its field, with the sentence's numbers. */
export function refusalsOf(issues: readonly z.core.$ZodIssue[]): Refusal[] {
  return issues.map((issue) => {
    const field = issue.path.length > 0 ? issue.path.map(String).join(".") : undefined;
    const key = issue.code === "unrecognized_keys" ? "unexpected" : KEYS.has(issue.message) ? issue.message : "invalid";
    return { code: `validation.${key}`, ...(field && { field }), ...paramsOf(issue) };
  });
}

function paramsOf(issue: z.core.$ZodIssue): Pick<Refusal, "params"> {
  if (issue.code === "custom" && issue.params) return { params: issue.params as Record<string, number> };
  if (issue.code === "too_small") return { params: { min: Number(issue.minimum) } };
  if (issue.code === "too_big") return { params: { max: Number(issue.maximum) } };
  return {};
}
