import type { ReactNode } from "react";

export type TimelineItem = {
  readonly id: string;
  readonly title: ReactNode;
  readonly line?: ReactNode;
  /** Not yet: its square is hollow. */
  readonly isNext?: boolean | undefined;
};

/** Newest first; what comes next on top, hollow. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className="time">
      {items.map(({ id, title, line, isNext }) => (
        <li key={id} className={isNext ? "next" : undefined}>
          <p>
            <b>{title}</b>
          </p>
          {line ? <p className="meta">{line}</p> : null}
        </li>
      ))}
    </ol>
  );
}
