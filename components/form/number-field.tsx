"use client";

import { describedBy, startOf, useField } from "./context";
import { Field, type FieldProps } from "./field";

type NumberFieldProps = FieldProps & {
  value?: number | null | undefined;
  min?: number | undefined;
  max?: number | undefined;
  step?: number | "any" | undefined;
};

export function NumberField({ name, label, hint, isOptional, isLabelHidden, value, ...bounds }: NumberFieldProps) {
  const field = useField(name);
  return (
    <Field {...{ field, label, hint, isOptional, isLabelHidden }}>
      <input
        {...bounds}
        id={field.id}
        name={name}
        type="number"
        inputMode={bounds.step === undefined ? "numeric" : "decimal"}
        defaultValue={startOf(field, value)}
        required={!isOptional}
        aria-invalid={field.refusals.length > 0 || undefined}
        aria-describedby={describedBy(field, hint)}
      />
    </Field>
  );
}
