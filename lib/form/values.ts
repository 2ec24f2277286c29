import type { FormValues } from "./form-state";

/** Longest single field any form of ours takes, in UTF-16 units; schemas bound each field much lower. */
export const FIELD_MAX = 50_000;

/** Whether a field is one that somebody fills in, not of the form's own machinery. */
export const isTyped = (name: string) => name !== "formKey" && !name.startsWith("$ACTION_");

const isSecret = (name: string) => /password/i.test(name);

/** The texts of a form, for filling it in again. Files and passwords are not sent back; oversized texts are cut. */
export function valuesOf(form: FormData): FormValues {
  const names = [...new Set(form.keys())].filter((name) => isTyped(name) && !isSecret(name));
  const texts = (name: string) => form.getAll(name).filter((value) => typeof value === "string");
  return Object.fromEntries(
    names.map((name) => [name, texts(name).map((text) => text.toWellFormed().slice(0, FIELD_MAX))]),
  );
}
