import type { ReactNode } from "react";

type JoinedProps = {
  /** Cells as list items; the last odd one may hold the way out. */
  children: ReactNode;
  look?: "two" | "people" | "garden" | "areas";
};

/** Cells that share their joints: the page's own mosaic. */
export function Joined({ children, look = "two" }: JoinedProps) {
  return <ul className={`joined ${look}`}>{children}</ul>;
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
