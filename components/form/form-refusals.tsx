"use client";

import { useTranslations } from "next-intl";
import { useContext, useEffect, useRef, useState } from "react";
import { Icon } from "@/components/ui/icon";
import type { FormRefusal } from "@/lib/form/form-state";
import { FormContext, fieldId } from "./context";

/** Everything that was refused, on top of the form, each with a link to its field. Takes the focus after a submission. */
export function FormRefusals() {
  const t = useTranslations("form");
  const { id, state, names: known = {} } = useContext(FormContext);
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
            <li key={`${refusal.field} ${refusal.code} ${refusal.text}`}>
              {refusal.field ? (
                <a href={`#${fieldId(id, refusal.field)}`}>
                  {told(names[refusal.field] ?? known[refusal.field], refusal.text)}
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

const told = (name: string | undefined, text: string) =>
  name ? `${name}: ${text.charAt(0).toLocaleLowerCase()}${text.slice(1)}` : text;

/** What each refused field is called on the page, so that «Scrivi qualcosa» says where. */
function namesOf(formId: string, refusals: readonly FormRefusal[]): Record<string, string> {
  const entries = refusals.flatMap(({ field }) => {
    const control = field === undefined ? null : document.getElementById(fieldId(formId, field));
    const name = control ? nameOf(control) : "";
    return field && name ? [[field, name]] : [];
  });
  return Object.fromEntries(entries);
}

/** The legend of choices that go together; the label of a control, after the legend of the row it stands in. */
function nameOf(control: HTMLElement): string {
  const group = control.closest("fieldset");
  const isOneOfMany = control.matches("[type=radio], [type=checkbox]") || group?.matches("[data-names-all]");
  const legend = textOf(group?.querySelector("legend"));
  const label = textOf(control.closest("form")?.querySelector(`label[for="${CSS.escape(control.id)}"]`));
  if (legend && isOneOfMany) return legend;
  return [legend, label || textOf(control.closest("label"))].filter(Boolean).join(", ");
}

const textOf = (named: Element | null | undefined) =>
  (named?.querySelector("[data-name]") ?? named)?.textContent?.trim() ?? "";
