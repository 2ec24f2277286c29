"use client";

import { useState } from "react";
import { OptionsList } from "./options-list";

type CompetenceInputProps = {
  id: string;
  name: string;
  value: string;
  /** Language of the names it suggests. */
  locale: string;
  describedBy: string;
  isInvalid: boolean;
};

/** A field for the name of a competence. The names it suggests come when one first goes to it; without script one types the whole name. */
export function CompetenceInput({ id, name, value, locale, describedBy, isInvalid }: CompetenceInputProps) {
  const [labels, setLabels] = useState<readonly string[] | null>(null);
  const listId = `${id}-list`;
  return (
    <>
      <input
        id={id}
        name={name}
        type="text"
        list={listId}
        defaultValue={value}
        autoComplete="off"
        aria-describedby={describedBy}
        aria-invalid={isInvalid || undefined}
        onFocus={labels ? undefined : () => void namesIn(locale).then(setLabels)}
      />
      <OptionsList id={listId} labels={labels ?? []} />
    </>
  );
}

async function namesIn(locale: string): Promise<readonly string[] | null> {
  try {
    const answer = await fetch(`/api/competences/${locale}`);
    return answer.ok ? await answer.json() : null;
  } catch {
    // The network is gone: a name typed whole is understood as well.
    return null;
  }
}
