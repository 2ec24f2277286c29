"use client";

import { useTranslations } from "next-intl";
import { useContext, useEffect, useRef, useState } from "react";
import { Icon } from "@/components/ui/icon";
import type { FormRefusal } from "@/lib/form/form-state";
import { FormContext, fieldId } from "./context";

/** Everything that was refused, on top of the form, each with a link to its field. Takes the focus after a submission. */
export function FormRefusals() {
  const t = useTranslations("form");
  const { id, state } = useContext(FormContext);
  const summary = useRef<HTMLDivElement>(null);
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});

  useEffect(() => {
    if (state.refusals.length === 0) return;
    setNames(namesOf(id, state.refusals));
    summary.current?.focus();
  }, [id, state]);

  if (state.refusals.length === 0) return null;
  const isAboutFields = state.refusals.some((refusal) => refusal.field !== undefined);
  const title = isAboutFields ? t("refusals", { count: state.refusals.length }) : t("refusedWhole");
  return (
    // biome-ignore lint/a11y/noAutofocus: without script, the answer to a submission is where reading must begin
    <div className="notice notice--stop" role="alert" tabIndex={-1} autoFocus ref={summary}>
      <Icon name="warning" />
      <div>
        <h2>{title}</h2>
        <ul>
          {state.refusals.map((refusal) => (
            <li key={`${refusal.field} ${refusal.code}`}>
              {refusal.field ? (
                <a href={`#${fieldId(id, refusal.field)}`}>
                  {names[refusal.field] ? `${names[refusal.field]}: ` : null}
                  {refusal.text}
                </a>
              ) : (
                refusal.text
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** What each refused field is called on the page, so that «Scrivi qualcosa» says where. */
function namesOf(formId: string, refusals: readonly FormRefusal[]): Record<string, string> {
  const entries = refusals.flatMap(({ field }) => {
    const control = field === undefined ? null : document.getElementById(fieldId(formId, field));
    const name = control?.closest("fieldset")?.querySelector("legend") ?? labelOf(control);
    const text = name?.querySelector("[data-name]")?.textContent ?? name?.textContent;
    return field && text ? [[field, text.trim()]] : [];
  });
  return Object.fromEntries(entries);
}

function labelOf(control: HTMLElement | null): HTMLLabelElement | null {
  const isLabelled =
    control instanceof HTMLInputElement ||
    control instanceof HTMLTextAreaElement ||
    control instanceof HTMLSelectElement;
  return isLabelled ? (control.labels?.[0] ?? null) : null;
}
