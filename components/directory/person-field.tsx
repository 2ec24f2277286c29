"use client";

import { useLocale } from "next-intl";
import { type ReactNode, useEffect, useId, useState } from "react";
import { startOf, useField } from "@/components/form/context";
import { TextField } from "@/components/form/text-field";
import { calledBy, type NamedPerson, peopleAmong } from "./named-people";
import { suggestionAsker } from "./suggestion-asker";

type PersonFieldProps = {
  name: string;
  label: ReactNode;
  hint: ReactNode;
  value?: string | undefined;
  isOptional?: boolean | undefined;
};

/**
 * One person, by username. Where script runs, a name typed here suggests those who bear it, of the people whoever types may find
 * (rule A2), and says beside the field who was chosen; where it does not, one types the username.
 */
export function PersonField({ name, label, hint, value, isOptional }: PersonFieldProps) {
  const locale = useLocale();
  const listId = useId();
  const [people, setPeople] = useState<readonly NamedPerson[]>([]);
  const start = startOf(useField(name), value) ?? "";
  const [typed, setTyped] = useState(start);
  const [asker] = useState(() => suggestionAsker(locale, (items) => setPeople(peopleAmong(items))));
  const chosen = people.find(({ handle }) => handle === typed.trim());
  useEffect(() => {
    if (start) asker.ask(start);
    return asker.stop;
  }, [asker, start]);
  return (
    <div>
      <TextField
        {...{ name, label, hint, value, isOptional }}
        list={listId}
        autoComplete="off"
        spellCheck={false}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value);
          asker.ask(value);
        }}
      />
      <datalist id={listId}>
        {people.map((person) => (
          <option key={person.handle} value={person.handle} label={calledBy(person, typed)} />
        ))}
      </datalist>
      <p className="meta" role="status">
        {chosen?.words}
      </p>
    </div>
  );
}
