"use client";

import { type ReactNode, use, useId, useState } from "react";
import { Notice } from "@/components/ui/notice";
import type { FormAction, FormValues } from "@/lib/form/form-state";
import { useAnswered } from "./answered";
import { FormContext, StartContext } from "./context";
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
  /** The form that this one fills, by what its action answers. */
  fills?: ReactNode;
};

/**
 * A form that comes back as it was left. Works before and without script; the attempt is the key because React resets
 * uncontrolled fields after an action, and the new fields then start from what was sent and typed since.
 */
export function Form({
  action,
  formKey,
  hidden = {},
  children,
  className = "stack stack--form",
  labelledBy,
  hasOwnSummary = false,
  fills,
}: FormProps) {
  const { answered, submit, listeners } = useAnswered(action);
  const start = use(StartContext);
  const state = start && answered.attempt === 0 ? { ...answered, values: start } : answered;
  const id = useId();
  const names = state.refusals.length > 0 ? namesIn(children) : {};
  return (
    <FormContext value={{ id, state, names }}>
      {/* Stays in the page empty, so that what arrives in it is announced. */}
      <div role="status" className="form-status">
        {state.done ? <Notice tone="done">{state.done}</Notice> : null}
      </div>
      <form
        action={submit}
        key={state.attempt}
        className={className}
        aria-labelledby={labelledBy}
        noValidate
        {...listeners}
      >
        {hasOwnSummary ? null : <FormRefusals />}
        {children}
        <input type="hidden" name="formKey" value={state.nextKey ?? formKey} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      </form>
      {fills ? <Filled start={answered.start}>{fills}</Filled> : null}
    </FormContext>
  );
}

/** A form made anew by each answer that fills it, and left as it is by any other. */
function Filled({ start, children }: { start: FormValues | undefined; children: ReactNode }) {
  const [last, setLast] = useState({ start, times: 0 });
  if (start && start !== last.start) setLast({ start, times: last.times + 1 });
  return (
    <StartContext key={last.times} value={last.start ?? null}>
      {children}
    </StartContext>
  );
}
