"use client";

import { type ReactNode, useActionState, useId } from "react";
import { Notice } from "@/components/ui/notice";
import { type FormAction, UNTOUCHED } from "@/lib/form/form-state";
import { FormContext } from "./context";
import { FormRefusals } from "./form-refusals";
import { namesIn } from "./names";

type FormProps = {
  action: FormAction;
  /** One-time key minted by the server with the page: a form sent twice takes effect once. */
  formKey: string;
  /** What the action needs to know and nobody types. */
  hidden?: Readonly<Record<string, string>> | undefined;
  children: ReactNode;
  className?: string | undefined;
  /** Id of the heading that names the form. */
  labelledBy?: string | undefined;
  /** The page places `<FormRefusals />` itself, further down. */
  hasOwnSummary?: boolean | undefined;
};

/**
 * A form that comes back as it was left. Works before and without script; the attempt is the key because React resets
 * uncontrolled fields after an action, and the new fields then start from what was sent.
 */
export function Form({
  action,
  formKey,
  hidden = {},
  children,
  className = "stack stack--form",
  labelledBy,
  hasOwnSummary = false,
}: FormProps) {
  const [state, submit] = useActionState(action, UNTOUCHED);
  const id = useId();
  const names = state.refusals.length > 0 ? namesIn(children) : {};
  return (
    <FormContext value={{ id, state, names }}>
      {/* Stays in the page empty, so that what arrives in it is announced. */}
      <div role="status" className="form-status">
        {state.done ? <Notice tone="done">{state.done}</Notice> : null}
      </div>
      <form action={submit} key={state.attempt} className={className} aria-labelledby={labelledBy} noValidate>
        {hasOwnSummary ? null : <FormRefusals />}
        {children}
        <input type="hidden" name="formKey" value={state.nextKey ?? formKey} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      </form>
    </FormContext>
  );
}
