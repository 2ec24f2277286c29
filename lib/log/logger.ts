import "server-only";
import pino from "pino";
import { env } from "@/lib/env";

const kept = globalThis as typeof globalThis & { tesseraLogger?: pino.Logger };

/** One JSON line an event, on standard output. Personal data is never passed in: ids and codes only. */
export function logger(): pino.Logger {
  kept.tesseraLogger ??= pino({ level: env.LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  return kept.tesseraLogger;
}

/** Logs an unexpected error without its values, and each of those it gathers, and returns the short code shown to the person. */
export function logFailure(where: string, error: unknown): string {
  const digest = logFault(where, error, crypto.randomUUID().slice(0, 8));
  if (error instanceof AggregateError) for (const one of error.errors) logFault(where, one, digest);
  return digest;
}

/** The same for what only the framework caught: it has already shown a code of its own. */
export function logUncaught(where: string, error: unknown): void {
  const digest = (error as { digest?: unknown } | null)?.digest;
  logFault(where, error, typeof digest === "string" ? digest : "");
}

function logFault(where: string, error: unknown, digest: string): string {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const code = (error as { code?: unknown } | null)?.code;
  logger().error({
    event: "fault",
    where,
    digest,
    name,
    code,
    message: message.split("\n").at(-1),
    stack: stack
      ?.split("\n")
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 5),
  });
  return digest;
}
