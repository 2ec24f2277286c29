"use client";

import { useTranslations } from "next-intl";
import { describedBy, useField } from "./context";
import { Field, type FieldProps } from "./field";

type FileFieldProps = FieldProps & { accept: string };

/** The one thing a browser does not let us give back: after a refusal it says so. */
export function FileField({ name, label, hint, isOptional, isLabelHidden, accept }: FileFieldProps) {
  const t = useTranslations("form");
  const field = useField(name);
  const told = field.sent ? t("chooseFileAgain") : hint;
  return (
    <Field {...{ field, label, hint: told, isOptional, isLabelHidden }}>
      <input
        id={field.id}
        name={name}
        type="file"
        accept={accept}
        aria-invalid={field.refusals.length > 0 || undefined}
        aria-describedby={describedBy(field, told)}
      />
    </Field>
  );
}
