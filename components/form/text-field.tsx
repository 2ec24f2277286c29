"use client";

import type { ComponentProps } from "react";
import { describedBy, startOf, useField } from "./context";
import { Field, type FieldProps } from "./field";

type TextFieldProps = FieldProps & {
  type?: "text" | "email" | "password" | "url" | "tel" | "search";
  value?: string | null | undefined;
} & Pick<ComponentProps<"input">, "autoComplete" | "inputMode" | "placeholder" | "list" | "spellCheck" | "lang">;

/** A line of text. A password never comes back, whatever happens to the rest. */
export function TextField({
  name,
  label,
  hint,
  isOptional,
  isLabelHidden,
  type = "text",
  value,
  ...input
}: TextFieldProps) {
  const field = useField(name);
  const shown = type === "password" ? undefined : startOf(field, value);
  return (
    <Field {...{ field, label, hint, isOptional, isLabelHidden }}>
      <input
        {...input}
        id={field.id}
        name={name}
        type={type}
        defaultValue={shown}
        required={!isOptional}
        aria-invalid={field.refusals.length > 0 || undefined}
        aria-describedby={describedBy(field, hint)}
      />
    </Field>
  );
}
