/** What PostgreSQL says when a lock was not had in time, two transactions waited for each other, or a statement's time was up. */
const STATES: readonly unknown[] = ["55P03", "40P01", "40001", "57014"];
/** The client's words for the same: a conflict, a transaction that could not begin or end in time, no connection to be had. */
const CODES: readonly unknown[] = ["P2034", "P2028", "P2024"];
/** All the pool says when every connection is taken, or a new one is not made in time: it has no code. */
const POOL_TAKEN: readonly unknown[] = [
  "timeout exceeded when trying to connect",
  "Connection terminated due to connection timeout",
];

type Fault = {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly meta?: { readonly driverAdapterError?: { readonly cause?: { readonly originalCode?: unknown } } };
};

/**
 * The code of an error that says only that others were at work at the same time, and trying again may do; null of any other. Of
 * several gathered in one, the first, if all are so.
 */
export function contentionOf(error: unknown): string | null {
  if (error instanceof AggregateError) {
    const codes = error.errors.map(contentionOf);
    return codes.includes(null) ? null : (codes[0] ?? null);
  }
  const { code, message, meta } = (error ?? {}) as Fault;
  const state = meta?.driverAdapterError?.cause?.originalCode;
  if (STATES.includes(state)) return String(state);
  if (CODES.includes(code)) return String(code);
  return POOL_TAKEN.includes(message) ? "pool" : null;
}
