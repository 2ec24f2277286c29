"use client";

import { useField } from "./context";
import { FieldErrors } from "./field";

/** What was refused of rows as a whole: too few, too many. The summary's link leads here, where the reading goes on. */
export function RowErrors({ name }: { name: string }) {
  const field = useField(name);
  if (field.refusals.length === 0) return null;
  return (
    <div id={field.id} tabIndex={-1}>
      <FieldErrors field={field} />
    </div>
  );
}
