"use client";

import { startOf, useField } from "./context";

/** What a form says and nobody types; from whatever filled the form, where something did. */
export function KeptField({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={startOf(useField(name), value)} readOnly />;
}
