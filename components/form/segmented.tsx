"use client";

import { startOf, useField } from "./context";
import { FieldGroup, type FieldProps } from "./field";
import type { Option } from "./select";

type SegmentedProps = FieldProps & { options: readonly Option[]; value?: string | null | undefined };

/** A few short alternatives in one strip. */
export function Segmented({ name, label, hint, isLabelHidden, options, value }: SegmentedProps) {
  const field = useField(name);
  const chosen = startOf(field, value);
  return (
    <FieldGroup {...{ field, label, hint, isLabelHidden }}>
      <div className="seg">
        {options.map((option, i) => (
          <label key={option.value}>
            <input
              id={i === 0 ? field.id : undefined}
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === chosen}
            />
            {option.label}
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
