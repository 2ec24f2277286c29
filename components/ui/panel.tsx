import type { ReactNode } from "react";
import { classNames } from "./class-names";

type PanelProps = {
  title: ReactNode;
  children: ReactNode;
  /** The one quiet panel of a page; the others open with a rule. */
  isBand?: boolean | undefined;
  className?: string | undefined;
};

/** A section of a rail. */
export function Panel({ title, children, isBand = false, className }: PanelProps) {
  return (
    <section className={classNames(isBand && "panel panel--band", className) || undefined}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
