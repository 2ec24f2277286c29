import type { MouseEventHandler, ReactNode } from "react";

type JoinedProps = {
  /** Cells as list items; the last odd one may hold the way out. */
  children: ReactNode;
  look?: "two" | "people" | "garden" | "areas";
  /** Hears the clicks on the links inside. */
  onClick?: MouseEventHandler<HTMLElement>;
};

/** Cells that share their joints: the page's own mosaic. */
export function Joined({ children, look = "two", onClick }: JoinedProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the links are pressed, by mouse or key; their list only hears it
    <ul className={`joined ${look}`} onClick={onClick}>
      {children}
    </ul>
  );
}

/** A titled cell of an identity: scopo, per chi, cosa facciamo. */
export function Cell({ title, mark, children }: { title: ReactNode; mark?: ReactNode; children: ReactNode }) {
  return (
    <li>
      <h3 className="h-small">
        {mark}
        {title}
      </h3>
      {children}
    </li>
  );
}
