"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { lengthOf } from "@/lib/core/text";
import { describedBy, type MayBeEmpty, startOf, useField, useOptional } from "./context";
import { Field, type FieldProps } from "./field";

type TextAreaProps = Omit<FieldProps, "isOptional"> & {
  isOptional?: MayBeEmpty;
  value?: string | null | undefined;
  rows?: number | undefined;
  placeholder?: string | undefined;
  lang?: string | undefined;
  /** Announced, not enforced: a text too long is kept whole and refused with a sentence, never cut while pasting. */
  charsMax?: number | undefined;
};

export function TextArea({
  name,
  label,
  hint,
  isOptional: mayBeEmpty,
  isLabelHidden,
  value,
  charsMax,
  ...area
}: TextAreaProps) {
  const field = useField(name);
  const isOptional = useOptional(mayBeEmpty);
  const start = startOf(field, value) ?? "";
  const [chars, setChars] = useState<number | null>(null);
  const counterId = `${field.id}-count`;
  return (
    <Field
      {...{ field, label, hint, isOptional, isLabelHidden }}
      after={charsMax ? <Counter id={counterId} chars={chars} charsMax={charsMax} /> : null}
    >
      <textarea
        {...area}
        id={field.id}
        name={name}
        defaultValue={start}
        onChange={charsMax ? (event) => setChars(lengthOf(event.target.value)) : undefined}
        required={!isOptional}
        aria-invalid={field.refusals.length > 0 || undefined}
        aria-describedby={[describedBy(field, hint), charsMax && counterId].filter(Boolean).join(" ") || undefined}
      />
    </Field>
  );
}

/** The limit until something is typed, then the count; without script the limit stays. */
function Counter({ id, chars, charsMax }: { id: string; chars: number | null; charsMax: number }) {
  const t = useTranslations("form");
  return (
    <p className={chars !== null && chars > charsMax ? "caption caption--over" : "caption"} id={id}>
      {chars === null ? t("charsMax", { max: charsMax }) : t("charsCount", { count: chars, max: charsMax })}
    </p>
  );
}
