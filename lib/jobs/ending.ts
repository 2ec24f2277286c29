import "server-only";
import { env } from "@/lib/env";
import { endWork } from "./worker";

const PATIENCE_MS = 4_000;
const SIGNALS = ["SIGTERM", "SIGINT"] as const;

/**
 * Lets jobs under way finish when the process is told to end. Next ends it as soon as its server is closed, so that exit
 * is put off until then; where nothing listens nobody else would end it.
 */
export function endWorkOnSignals(): void {
  for (const signal of SIGNALS) process.once(signal, () => endOn(signal));
}

function endOn(signal: (typeof SIGNALS)[number]): void {
  const { exit } = process;
  const patience = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS).unref());
  const ended = Promise.race([endWork(), patience]);
  process.exit = ((code) => void ended.then(() => exit.call(process, code))) as typeof process.exit;
  if (env.WORKER === "only") process.exit(signal === "SIGTERM" ? 143 : 130);
}
