import type { Fields } from "../subject";

/** Adds what a form sends to what is sent along. */
export function append(form: FormData, fields: Fields, prefix = ""): FormData {
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(prefix + name, one);
  return form;
}
