"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import type { FieldState } from "./context";

/** What every field may say about itself. */
export type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  isOptional?: boolean | undefined;
  /** The label is read aloud but not shown: only where the sense is plain from the place. */
  isLabelHidden?: boolean | undefined;
};

type WrapperProps = Omit<FieldProps, "name"> & {
  field: FieldState;
  children: ReactNode;
  /** After the control: a counter, a note. */
  after?: ReactNode;
};

/** Label above, hint, control, error below. */
export function Field({ field, label, hint, isOptional, isLabelHidden, children, after }: WrapperProps) {
  return (
    <div className="field">
      <label htmlFor={field.id} className={isLabelHidden ? "vh" : undefined}>
        <span data-name="">{label}</span> <Optional isOptional={isOptional} />
      </label>
      <Hint field={field}>{hint}</Hint>
      {children}
      {after}
      <FieldErrors field={field} />
    </div>
  );
}

/** The same around controls that go together. */
export function FieldGroup({ field, label, hint, isOptional, isLabelHidden, children }: WrapperProps) {
  return (
    <fieldset className="field-group" aria-describedby={field.refusals.length > 0 ? field.errorId : undefined}>
      <legend className={isLabelHidden ? "vh" : undefined}>
        <span data-name="">{label}</span> <Optional isOptional={isOptional} />
      </legend>
      <Hint field={field}>{hint}</Hint>
      {children}
      <FieldErrors field={field} />
    </fieldset>
  );
}

export function FieldErrors({ field }: { field: FieldState }) {
  if (field.refusals.length === 0) return null;
  return (
    <div className="errors" id={field.errorId}>
      {field.refusals.map((refusal) => (
        <p key={`${refusal.code} ${refusal.text}`} className="error">
          <Icon name="warning" isSmall />
          {refusal.text}
        </p>
      ))}
    </div>
  );
}

function Hint({ field, children }: { field: FieldState; children: ReactNode }) {
  return children ? (
    <p className="hint" id={field.hintId}>
      {children}
    </p>
  ) : null;
}

function Optional({ isOptional = false }: { isOptional?: boolean | undefined }) {
  const t = useTranslations("form");
  return isOptional ? <span className="opt">{t("optional")}</span> : null;
}
