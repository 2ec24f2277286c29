import "server-only";
import type { Tx } from "@/lib/db/transaction";
import type { ExchangeFacts } from "./rules";

/** What `canAdd` asks, as of a day («2026-11-21»). */
export async function readExchangeFacts(tx: Tx, memberId: string, today: string): Promise<ExchangeFacts> {
  const [row] = await tx.$queryRaw<ExchangeFacts[]>`
    SELECT count(*) FILTER (WHERE stands AND "side" = 'OFFER')::int AS "offers", count(*) FILTER (WHERE stands AND "side" = 'ASK')::int AS "asks",
           count(*) FILTER (WHERE "side" = 'ASK')::int AS "asksEver"
      FROM (SELECT "side", "withdrawnAt" IS NULL AND ("untilOn" IS NULL OR "untilOn" >= ${today}::date) AS stands
              FROM "Exchange" WHERE "memberId" = ${memberId}::uuid) x`;
  return row ?? { offers: 0, asks: 0, asksEver: 0 };
}
