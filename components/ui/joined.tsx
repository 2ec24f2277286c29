import type { ReactNode } from "react";

type JoinedProps = {
  /** Cells as list items; the last odd one may hold the way out. */
  children: ReactNode;
  look?: "two" | "people" | "garden" | "areas";
  /** Plain links inside are followed without loading the page anew (`SoftLinks`). */
  isSoft?: boolean;
};

/** Cells that share their joints: the page's own mosaic. */
export function Joined({ children, look = "two", isSoft }: JoinedProps) {
  return (
    <ul className={`joined ${look}`} data-soft={isSoft ? "" : undefined}>
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
