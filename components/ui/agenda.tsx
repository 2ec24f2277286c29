import { useFormatter } from "next-intl";
import type { ReactNode } from "react";

export type AgendaItem = {
  readonly id: string;
  readonly on: string | Date;
  readonly title: ReactNode;
  readonly line?: ReactNode;
};

/** What is in the calendar, nearest first: the day in large figures. */
export function Agenda({ items }: { items: readonly AgendaItem[] }) {
  const format = useFormatter();
  return (
    <ul className="agenda">
      {items.map(({ id, on, title, line }) => {
        const at = new Date(on);
        return (
          <li key={id}>
            <time dateTime={at.toISOString()}>
              <b>{format.dateTime(at, { day: "numeric" })}</b> {format.dateTime(at, { month: "short" })}
            </time>
            <div>
              {title}
              {line ? <span className="meta">{line}</span> : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
