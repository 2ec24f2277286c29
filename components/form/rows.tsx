"use client";

import { type ReactNode, use, useEffect, useRef, useState } from "react";
import { Icon } from "@/components/ui/icon";
import { FirstRowContext, FormContext } from "./context";
import { RowErrors } from "./row-errors";

type RowsProps = {
  /** First step of the names of the fields: `needs` for `needs.0.title`. */
  name: string;
  /** Every row the form may have, in order, drawn by the server; those not shown are not sent. */
  rows: readonly ReactNode[];
  /** How many to show at first: those there are, and one or two to write in where script does not run. */
  shown: number;
  addLabel: ReactNode;
  removeLabel: ReactNode;
};

/**
 * Fields that repeat, one row after the other. Rows can be added and taken away where script runs; where it does not, all of
 * them are there, the later ones folded. Empty ones count for nothing.
 */
export function Rows({ name, rows, shown, addLabel, removeLabel }: RowsProps) {
  const { state } = use(FormContext);
  const [visible, setVisible] = useState(() => startingRows(name, state.values, Math.min(shown, rows.length)));
  const [added, setAdded] = useState<number | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const next = rows.findIndex((_, i) => !visible.includes(i));
  const isUntouched = Object.keys(state.values).length === 0;

  useEffect(() => {
    if (added !== null)
      list.current?.querySelector<HTMLElement>(`[data-row="${added}"] :is(input, select, textarea)`)?.focus();
  }, [added]);

  return (
    <div>
      <RowErrors name={name} />
      <ol className="rows" ref={list}>
        {visible.map((index, at) => (
          <li key={index} data-row={index}>
            <FirstRowContext value={at === 0}>{rows[index]}</FirstRowContext>
            <button
              type="button"
              className="btn btn--small btn--quiet only-script"
              onClick={() => setVisible(visible.filter((other) => other !== index))}
            >
              {removeLabel}
              <span className="vh"> {index + 1}</span>
            </button>
          </li>
        ))}
      </ol>
      {next < 0 ? null : (
        <button
          type="button"
          className="btn only-script mt-4"
          onClick={() => {
            setVisible([...visible, next].sort((a, b) => a - b));
            setAdded(next);
          }}
        >
          <Icon name="add" />
          {addLabel}
        </button>
      )}
      {isUntouched && shown < rows.length ? (
        <noscript>
          <details className="fold">
            <summary>{addLabel}</summary>
            <ol className="rows">
              {rows.slice(shown).map((row, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows are positions of one form
                <li key={i}>
                  <FirstRowContext value={false}>{row}</FirstRowContext>
                </li>
              ))}
            </ol>
          </details>
        </noscript>
      ) : null}
    </div>
  );
}

/** After a refusal, the rows that were sent; else as many as asked for. */
function startingRows(name: string, values: Readonly<Record<string, unknown>>, shown: number): number[] {
  const sent = Object.keys(values).flatMap((field) => {
    const [first, index] = field.split(".");
    return first === name && index !== undefined ? [Number(index)] : [];
  });
  const rows = sent.length > 0 ? sent : Array.from({ length: shown }, (_, i) => i);
  return [...new Set(rows)].sort((a, b) => a - b);
}
