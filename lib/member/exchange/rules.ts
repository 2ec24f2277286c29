import { ok, refuse } from "@/lib/core/result";
import { ROWS } from "../schema";
import type { ExchangeSide } from "../types";

export type ExchangeFacts = {
  /** Standing today, on each side. */
  readonly offers: number;
  readonly asks: number;
  /** Asks ever written, whatever became of them. */
  readonly asksEver: number;
};

export type ExchangeRefusal = "member.offerFirst" | "member.tooManyExchanges" | "member.untilPast";

/** Giving before receiving is asked once: the first ask needs an offer that stands (rule G3). Beyond that, only a fair number. */
export function canAdd(side: ExchangeSide, { offers, asks, asksEver }: ExchangeFacts) {
  if (side === "ASK" && asksEver === 0 && offers === 0) return refuse<ExchangeRefusal>("member.offerFirst");
  if ((side === "ASK" ? asks : offers) >= ROWS.exchanges)
    return refuse<ExchangeRefusal>("member.tooManyExchanges", { params: { max: ROWS.exchanges } });
  return ok(side);
}

/** An offer or ask ends today at the earliest. Days as «2026-11-21». */
export function canEndOn(untilOn: string | null, today: string) {
  return untilOn !== null && untilOn < today
    ? refuse<ExchangeRefusal>("member.untilPast", { field: "untilOn" })
    : ok(untilOn);
}
