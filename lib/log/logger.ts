import "server-only";
import pino from "pino";
import { env } from "@/lib/env";

const kept = globalThis as typeof globalThis & { tesseraLogger?: pino.Logger };

/** One JSON line an event, on standard output. Personal data is never passed in: ids and codes only. */
export function logger(): pino.Logger {
  kept.tesseraLogger ??= pino({ level: env.LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  return kept.tesseraLogger;
}

/** Logs an unexpected error without its values and returns the short code shown to the person. */
export function logFailure(where: string, error: unknown): string {
  const digest = crypto.randomUUID().slice(0, 8);
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const code = (error as { code?: unknown } | null)?.code;
  logger().error({
    where,
    digest,
    name,
    code,
    message: message.split("\n").at(-1),
    stack: stack?.split("\n").slice(1, 6),
  });
  return digest;
}
