"use client";

import { Fragment, type ReactNode, useEffect, useState } from "react";

/**
 * Something that just happened. Where script runs its words are put in again once their region is in the page: of a region that
 * arrives full screen readers say nothing.
 */
export function Announced({ children }: { children: ReactNode }) {
  const [isThere, setThere] = useState(false);
  useEffect(() => setThere(true), []);
  return (
    <div role="status">
      <Fragment key={String(isThere)}>{children}</Fragment>
    </div>
  );
}
