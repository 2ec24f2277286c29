import type { ReactNode } from "react";
import { Seat } from "./emblem";

/** Members as the tiles they are. Children are `WallPerson`, `WallSeat`, `WallMore`. */
export function Wall({ children }: { children: ReactNode }) {
  return <ul className="wall">{children}</ul>;
}

export function WallPerson({ tile, name, line }: { tile: ReactNode; name: ReactNode; line?: ReactNode }) {
  return (
    <li>
      {tile}
      {name}
      {line ? <span className="caption">{line}</span> : null}
    </li>
  );
}

/** A free place among the others. */
export function WallSeat({ title, line }: { title: ReactNode; line?: ReactNode }) {
  return (
    <li>
      <Seat side={64} />
      <b>{title}</b>
      {line ? <span className="caption">{line}</span> : null}
    </li>
  );
}

export function WallMore({ children }: { children: ReactNode }) {
  return <li className="wall-more">{children}</li>;
}
