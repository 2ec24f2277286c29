import { type SyntheticEvent, useActionState, useState } from "react";
import { type FormAction, type FormValues, UNTOUCHED } from "@/lib/form/form-state";
import { valuesOf } from "@/lib/form/values";

type Late = Readonly<Record<number, FormValues>>;

/**
 * What an action answered, how to send to it, and what keeps, as listeners of the form, what is typed, ticked, added or taken away
 * while a refusal is on its way: the refused form comes back with it.
 */
export function useAnswered(action: FormAction) {
  const [answered, submit, isPending] = useActionState(action, UNTOUCHED);
  const [late, setLate] = useState<Late>({});
  const next = answered.attempt + 1;
  const keep = ({ currentTarget: form }: SyntheticEvent<HTMLFormElement>) => {
    // After the row that was added or taken away is drawn.
    setTimeout(() => setLate((all) => ({ ...all, [next]: valuesOf(new FormData(form)) })));
  };
  const typed = answered.refusals.length > 0 ? late[answered.attempt] : undefined;
  return {
    answered: typed ? { ...answered, values: typed } : answered,
    submit,
    listeners: isPending ? { onInput: keep, onClick: keep } : {},
  };
}
