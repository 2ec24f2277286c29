import type { ReactNode } from "react";
import { Square } from "./tiles";

export type ExchangeItem = { readonly id: string; readonly text: ReactNode; readonly note?: ReactNode };

/** Offers or asks one under the other, in a cell of «Il valore che porto». */
export function GiveList({ items }: { items: readonly ExchangeItem[] }) {
  return (
    <ul className="give-list">
      {items.map(({ id, text, note }) => (
        <li key={id}>
          {text}
          {note ? <span className="meta">{note}</span> : null}
        </li>
      ))}
    </ul>
  );
}

/** «Cerca ora»: each with its empty square. */
export function AskList({ items }: { items: readonly ExchangeItem[] }) {
  return (
    <ul className="ask-list">
      {items.map(({ id, text, note }) => (
        <li key={id}>
          <Square glyph="empty" />
          <span>
            {text}
            {note ? <span className="meta">{note}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
