import "server-only";
import { db } from "@/lib/db/client";

/** Sums up how many projects there are of each state and kind, so that counting them stays short. Returns how many changes there were. */
export async function foldProjectTallies(): Promise<number> {
  const [row] = await db.$queryRaw<{ changes: number }[]>`SELECT fold_project_tallies()::int AS changes`;
  return row?.changes ?? 0;
}
