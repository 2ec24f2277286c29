"use client";

import { createContext, useContext } from "react";
import { type FormRefusal, type FormState, type FormValues, refusalsFor, UNTOUCHED } from "@/lib/form/form-state";

type FormScope = {
  readonly id: string;
  readonly state: FormState;
  /** What the fields are called, as far as it is known before they are drawn. */
  readonly names?: Readonly<Record<string, string>>;
};

/** What each field needs of the form it stands in. Outside one (a GET form of filters) nothing was ever refused. */
export const FormContext = createContext<FormScope>({
  id: "field",
  state: UNTOUCHED,
});

/** What the form within starts from, where another one filled it. */
export const StartContext = createContext<FormValues | null>(null);

/** Whether a field stands in the first of the rows shown. Where nothing repeats it does. */
export const FirstRowContext = createContext(true);

/** Whether a field may stay empty: always, never, or in every row but the first shown. */
export type MayBeEmpty = boolean | "afterFirst" | undefined;

export function useOptional(isOptional: MayBeEmpty): boolean | undefined {
  const isFirst = useContext(FirstRowContext);
  return isOptional === "afterFirst" ? !isFirst : isOptional;
}

export type FieldState = {
  readonly id: string;
  readonly hintId: string;
  readonly errorId: string;
  /** What was sent and refused, or what the form was filled with; undefined when the field should show its own value. */
  readonly sent: readonly string[] | undefined;
  readonly refusals: readonly FormRefusal[];
};

export function useField(name: string): FieldState {
  const { id, state } = useContext(FormContext);
  const isFilled = state.refusals.length > 0 || Object.keys(state.values).length > 0;
  return {
    id: fieldId(id, name),
    hintId: `${fieldId(id, name)}-hint`,
    errorId: `${fieldId(id, name)}-error`,
    sent: isFilled ? (state.values[name] ?? []) : undefined,
    refusals: refusalsFor(state, name),
  };
}

export const fieldId = (formId: string, name: string) => `${formId}-${name}`;

/** The ids a control is described by, in reading order. */
export function describedBy(field: FieldState, hint: unknown): string | undefined {
  const ids = [hint ? field.hintId : "", field.refusals.length > 0 ? field.errorId : ""].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

/** What a control starts from: what was sent, even nothing, when the form was refused or filled; its own value otherwise. */
export function startOf<T extends string | number>(
  field: FieldState,
  own: T | null | undefined,
): T | string | undefined {
  return field.sent ? field.sent[0] : (own ?? undefined);
}
