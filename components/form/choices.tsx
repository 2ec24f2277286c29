"use client";

import type { ReactNode } from "react";
import { useField } from "./context";
import { FieldGroup, type FieldProps } from "./field";

export type Choice = {
  readonly value: string;
  readonly label: ReactNode;
  /** A second, softer line. */
  readonly note?: ReactNode;
  /** Before the label: the tile of a value. */
  readonly tile?: ReactNode;
  /** Asks for what stands in the form with the class «if-asked», which shows while it is chosen. */
  readonly isAsking?: boolean | undefined;
};

type ChoicesProps = FieldProps & {
  choices: readonly Choice[];
  /** Framed boxes side by side, for choices one should weigh. */
  isBoxed?: boolean | undefined;
};

export function RadioGroup({ value, ...rest }: ChoicesProps & { value?: string | null | undefined }) {
  return <Choices {...rest} type="radio" chosen={value ? [value] : []} />;
}

export function CheckboxGroup({ values = [], ...rest }: ChoicesProps & { values?: readonly string[] | undefined }) {
  return <Choices {...rest} type="checkbox" chosen={values} />;
}

type AllChoicesProps = ChoicesProps & { type: "radio" | "checkbox"; chosen: readonly string[] };

function Choices({
  name,
  label,
  hint,
  isOptional,
  isLabelHidden,
  choices,
  isBoxed = false,
  type,
  chosen,
}: AllChoicesProps) {
  const field = useField(name);
  const ticked = new Set(field.sent ?? chosen);
  return (
    <FieldGroup {...{ field, label, hint, isOptional, isLabelHidden }}>
      <div className={isBoxed ? (choices.some((choice) => choice.tile) ? "val-row" : "pick") : undefined}>
        {choices.map((choice, i) => (
          <label key={choice.value} className={isBoxed ? "choice choice--box" : "choice"}>
            <input
              id={i === 0 ? field.id : undefined}
              type={type}
              name={name}
              value={choice.value}
              defaultChecked={ticked.has(choice.value)}
              data-asks={choice.isAsking ? "" : undefined}
            />
            {choice.tile}
            <span>
              {choice.label}
              {choice.note ? <span className="meta">{choice.note}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
