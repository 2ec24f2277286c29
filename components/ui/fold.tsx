import type { ReactNode } from "react";

type FoldProps = { title: ReactNode; isOpen?: boolean | undefined; children: ReactNode };

export function Fold({ title, isOpen = false, children }: FoldProps) {
  return (
    <details className="fold" open={isOpen}>
      <summary>{title}</summary>
      <div>{children}</div>
    </details>
  );
}
