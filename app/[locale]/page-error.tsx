"use client";

import { useEffect } from "react";
import { Failed } from "@/components/site/failed";

export type ErrorProps = { error: unknown; retry: () => void };

const digestOf = (error: unknown) =>
  typeof error === "object" && error && "digest" in error ? String(error.digest) : undefined;

/** Shown in place of a page that threw; the server logged the fault under the same code. */
export default function PageError({ error, retry }: ErrorProps) {
  const digest = digestOf(error);
  useEffect(() => {
    if (!digest) console.error(error);
  }, [digest, error]);
  return <Failed digest={digest} retry={retry} />;
}
