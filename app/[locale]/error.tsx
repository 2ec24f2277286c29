"use client";

import PageError, { type ErrorProps } from "./page-error";

/** The same, when the frame itself could not be drawn. */
export default function FrameError(props: ErrorProps) {
  return (
    <main id="content">
      <PageError {...props} />
    </main>
  );
}
