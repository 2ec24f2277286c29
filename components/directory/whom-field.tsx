"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useState } from "react";
import { startOf, useField } from "@/components/form/context";
import { TextField } from "@/components/form/text-field";
import { whoIsMeant } from "@/lib/directory/whom/rules";
import { calledBy, type NamedPerson, peopleAmong } from "./named-people";
import { suggestionAsker } from "./suggestion-asker";

type WhomFieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  value?: string | undefined;
  isOptional?: boolean | undefined;
};

/**
 * The person a form is about, by whole name or by username, as the server reads either. Where script runs, what is typed suggests
 * people whom whoever types may find (rule A2), as long as one is in the field, and beside it is said who is meant.
 */
export function WhomField({ name, label, hint, value, isOptional }: WhomFieldProps) {
  const t = useTranslations("form");
  const locale = useLocale();
  const listId = useId();
  const start = startOf(useField(name), value) ?? "";
  const [typed, setTyped] = useState(start);
  const [people, setPeople] = useState<readonly NamedPerson[]>([]);
  const [isEntered, setEntered] = useState(false);
  const [asker] = useState(() => suggestionAsker(locale, (items) => setPeople(peopleAmong(items))));
  const meant = whoIsMeant(typed, people);
  const chosen = meant.ok ? meant.value : null;
  useEffect(() => {
    if (start) asker.ask(start);
    return asker.stop;
  }, [asker, start]);

  function enter() {
    setEntered(true);
    asker.ask(typed);
  }

  function leave() {
    setEntered(false);
    setPeople(chosen ? [chosen] : []);
  }

  return (
    <div>
      <TextField
        {...{ name, label, value, isOptional }}
        hint={
          <>
            {hint} {t("whom")}
          </>
        }
        list={listId}
        autoComplete="off"
        spellCheck={false}
        onFocus={enter}
        onBlur={leave}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value);
          asker.ask(value);
        }}
      />
      <datalist id={listId}>
        {(isEntered ? people : []).map((person) => (
          <option key={person.handle} value={person.handle} label={calledBy(person, typed)} />
        ))}
      </datalist>
      <p className="meta" role="status">
        {chosen?.words}
      </p>
    </div>
  );
}
