"use client";

import { Fragment, type ReactNode, useEffect, useState } from "react";

/**
 * Something that just happened, once. Where script runs its words are put in again when their region is in the page, since of a
 * region that arrives full screen readers say nothing; and the address that brought them forgets them, so that neither loading it
 * again nor a later act says them. Each time wants a key of its own.
 */
export function Announced({ children }: { children: ReactNode }) {
  const [isThere, setThere] = useState(false);
  useEffect(() => {
    if (isThere) forgetDone();
    else setThere(true);
  }, [isThere]);
  return (
    <div role="status">
      <Fragment key={String(isThere)}>{children}</Fragment>
    </div>
  );
}

function forgetDone(): void {
  const url = new URL(location.href);
  if (!url.searchParams.has("done")) return;
  url.searchParams.delete("done");
  history.replaceState(null, "", url);
}
