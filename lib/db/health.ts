import "server-only";
import { db } from "./client";

const FRESH_MS = 1_000;
const kept = globalThis as typeof globalThis & { tesseraHealth?: { at: number; answer: Promise<boolean> } };

/** Whether the database answers; asked at most once a second, however many want to know. */
export function isDatabaseUp(now = Date.now()): Promise<boolean> {
  if (kept.tesseraHealth && now - kept.tesseraHealth.at < FRESH_MS) return kept.tesseraHealth.answer;
  const answer = db.$executeRaw`SELECT 1`.then(
    () => true,
    () => false,
  );
  kept.tesseraHealth = { at: now, answer };
  return answer;
}
