import type * as z from "zod";
import type { Refusal } from "@/lib/core/result";
import { isCleanText } from "@/lib/core/text";
import type { FormValues } from "./form-state";

/** Longest single field any form of ours takes, in UTF-16 units; schemas bound each field much lower. */
const FIELD_MAX = 50_000;
const KEYS = new Set([
  "required",
  "tooShort",
  "tooLong",
  "tooFew",
  "tooMany",
  "outOfRange",
  "notANumber",
  "notADay",
  "notAnEmail",
  "notAUrl",
  "choose",
  "mustTick",
  "characters",
  "file",
  "invalid",
  "unexpected",
]);

const own = (name: string) => name !== "formKey" && !name.startsWith("$ACTION_");

/** The texts of a form, for filling it in again. Files cannot be sent back; oversized texts are cut. */
export function valuesOf(form: FormData): FormValues {
  const names = [...new Set(form.keys())].filter(own);
  const texts = (name: string) => form.getAll(name).filter((value) => typeof value === "string");
  return Object.fromEntries(
    names.map((name) => [name, texts(name).map((text) => text.toWellFormed().slice(0, FIELD_MAX))]),
  );
}

/** What the schema parses: a string a field, an array where a field may repeat, a File where one was sent. */
export function inputOf(form: FormData, lists: readonly string[]): Record<string, unknown> {
  const names = [...new Set([...form.keys()].filter(own))];
  const entries = names.map((name) => {
    const all = form.getAll(name);
    return [name, lists.includes(name) || all.length > 1 ? all : all[0]] as const;
  });
  return { ...Object.fromEntries(lists.map((name) => [name, []])), ...Object.fromEntries(entries) };
}

/** Fields with characters nobody types, or far beyond any length. */
export function unreadable(form: FormData): Refusal[] {
  const found: Refusal[] = [];
  for (const [name, value] of form.entries()) {
    if (!own(name) || typeof value !== "string") continue;
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
