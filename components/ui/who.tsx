import type { ReactNode } from "react";
import { classNames } from "./class-names";

type WhoProps = {
  /** Tile or emblem. */
  tile: ReactNode;
  name: ReactNode;
  /** One or two lines under the name. */
  lines?: readonly ReactNode[] | undefined;
  /** At the end of the row: the emblems of the associations they belong to. */
  end?: ReactNode;
  /** Heading level of the name, where the row opens an item of a list; 0 for plain strong text. */
  level?: 0 | 2 | 3 | undefined;
  isTop?: boolean | undefined;
};

/** A person, an association, a project in a line. Only the name is a link. */
export function Who({ tile, name, lines = [], end, level = 0, isTop = false }: WhoProps) {
  const Name = level === 0 ? "b" : (`h${level}` as const);
  return (
    <div className={classNames("who", isTop && "who--top")}>
      {tile}
      <div>
        <Name className="name">{name}</Name>
        {lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are positions, not things
          <span key={i} className="meta">
            {line}
          </span>
        ))}
      </div>
      {end ? <span className="who-in">{end}</span> : null}
    </div>
  );
}
