"use client";

import type { ComponentProps, KeyboardEvent } from "react";
import { describedBy, type MayBeEmpty, startOf, useField, useOptional } from "./context";
import { Field, type FieldProps } from "./field";

type TextFieldProps = Omit<FieldProps, "isOptional"> & {
  isOptional?: MayBeEmpty;
  type?: "text" | "email" | "password" | "url" | "tel" | "search";
  value?: string | null | undefined;
} & Pick<
    ComponentProps<"input">,
    "autoComplete" | "inputMode" | "placeholder" | "list" | "spellCheck" | "lang" | "onChange" | "onFocus" | "onBlur"
  >;

/** A line of text. A password never comes back, whatever happens to the rest. */
export function TextField({
  name,
  label,
  hint,
  isOptional: mayBeEmpty,
  isLabelHidden,
  type = "text",
  value,
  ...input
}: TextFieldProps) {
  const field = useField(name);
  const isOptional = useOptional(mayBeEmpty);
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
        onKeyPress={input.list === undefined ? undefined : chooseOnly}
      />
    </Field>
  );
}

/**
 * In a field with suggestions Enter chooses one, or does nothing: it never sends a long form half written. The choice is made by
 * the browser when the key goes down; what sends the form is the press after it.
 */
function chooseOnly(event: KeyboardEvent): void {
  if (event.key === "Enter") event.preventDefault();
}
