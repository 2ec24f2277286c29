import type { ReactNode } from "react";

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
