import { useTranslations } from "next-intl";
import { Fragment } from "react";
import type { Amount as AmountOf } from "@/lib/membership/period/types";

const HOUR = 60;

/** Minutes as hours and minutes, deeds beside them; only what is spoken of. */
export function Amount({ amount: { minutes, deeds }, of }: { amount: AmountOf; of?: AmountOf }) {
  const t = useTranslations("membership.account");
  const [hours, rest] = [Math.floor(minutes / HOUR), minutes % HOUR];
  const parts = [
    minutes > 0 && t("amount", { hours, minutes: rest, both: hours > 0 && rest > 0 ? "yes" : "no" }),
    deeds > 0 && (of === undefined || of.deeds > 0) && t("deeds", { count: deeds }),
  ].filter((part) => part !== false);
  if (parts.length === 0) return t("nothing");
  return parts.map((part, i) => (
    <Fragment key={part}>
      {i > 0 ? " " : null}
      <span className="whitespace-nowrap">{i < parts.length - 1 ? `${part},` : part}</span>
    </Fragment>
  ));
}
