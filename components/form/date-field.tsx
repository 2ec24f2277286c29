"use client";

import { describedBy, startOf, useField } from "./context";
import { Field, type FieldProps } from "./field";

type DateFieldProps = FieldProps & {
  /** Days as `2026-11-20`. */
  value?: string | null | undefined;
  min?: string | undefined;
  max?: string | undefined;
};

export function DateField({ name, label, hint, isOptional, isLabelHidden, value, min, max }: DateFieldProps) {
  const field = useField(name);
  return (
    <Field {...{ field, label, hint, isOptional, isLabelHidden }}>
      <input
        id={field.id}
        name={name}
        type="date"
        min={min}
        max={max}
        defaultValue={startOf(field, value)}
        required={!isOptional}
        aria-invalid={field.refusals.length > 0 || undefined}
        aria-describedby={describedBy(field, hint)}
      />
    </Field>
  );
}
