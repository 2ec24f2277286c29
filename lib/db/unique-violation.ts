import "server-only";

type Cause = { cause?: { originalCode?: string; constraint?: { index?: string } | null } };

/** The name of the unique index an error broke; null for any other error. */
export function brokenUnique(error: unknown): string | null {
  const { code, meta } = (error ?? {}) as { code?: string; meta?: { driverAdapterError?: Cause } };
  return code === "P2002" ? (meta?.driverAdapterError?.cause?.constraint?.index ?? "unknown") : null;
}
