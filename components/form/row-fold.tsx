"use client";

import { type ReactNode, use } from "react";
import { FormContext } from "./context";

type RowFoldProps = {
  /** First steps of the names of its fields: `clauses.3`; or the name of its one field. */
  row: string;
  title: ReactNode;
  /** What it says now, in short; a row that says nothing yet stands open. */
  words: string | undefined;
  children: ReactNode;
};

/** One of many rows of a form, folded to a line until it is worked on. What is folded is sent as well; what was refused stands open. */
export function RowFold({ row, title, words, children }: RowFoldProps) {
  const { state } = use(FormContext);
  const isRefused = state.refusals.some(({ field }) => field === row || field?.startsWith(`${row}.`));
  return (
    <details className="fold fold--row" open={!words || isRefused}>
      <summary>
        <span>{title}</span>
        {words ? <span className="meta">{words}</span> : null}
      </summary>
      <div>{children}</div>
    </details>
  );
}
