"use client";

import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { useField } from "./context";
import { FieldErrors } from "./field";

type CheckboxProps = {
  name: string;
  label: ReactNode;
  note?: ReactNode;
  isChecked?: boolean | undefined;
  /** Sent when ticked; the scalar `checkbox()` expects what a browser sends by itself. */
  value?: string | undefined;
  isBoxed?: boolean | undefined;
};

/** One yes. Unticked, it sends nothing. */
export function Checkbox({ name, label, note, isChecked = false, value = "on", isBoxed = false }: CheckboxProps) {
  const field = useField(name);
  return (
    <div className="field">
      <label className={classNames("choice", isBoxed && "choice--box")}>
        <input
          id={field.id}
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={field.sent ? field.sent.includes(value) : isChecked}
          aria-invalid={field.refusals.length > 0 || undefined}
          aria-describedby={field.refusals.length > 0 ? field.errorId : undefined}
        />
        <span>
          <span data-name="">{label}</span>
          {note ? <span className="meta">{note}</span> : null}
        </span>
      </label>
      <FieldErrors field={field} />
    </div>
  );
}
