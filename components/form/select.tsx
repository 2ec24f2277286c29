"use client";

import { describedBy, startOf, useField } from "./context";
import { Field, type FieldProps } from "./field";

export type Option = { readonly value: string; readonly label: string };

type SelectProps = FieldProps & {
  options: readonly Option[];
  value?: string | null | undefined;
  /** First entry with no value: what it means not to choose. */
  none?: string | undefined;
};

export function Select({ name, label, hint, isOptional, isLabelHidden, options, value, none }: SelectProps) {
  const field = useField(name);
  return (
    <Field {...{ field, label, hint, isOptional, isLabelHidden }}>
      <select
        id={field.id}
        name={name}
        defaultValue={startOf(field, value)}
        required={!isOptional}
        aria-invalid={field.refusals.length > 0 || undefined}
        aria-describedby={describedBy(field, hint)}
      >
        {none === undefined ? null : <option value="">{none}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
