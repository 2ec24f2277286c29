import { useFormatter, useTranslations } from "next-intl";
import { Day } from "@/components/ui/moment";
import type { PledgeLine } from "@/lib/membership/roster/types";

type Said = Pick<PledgeLine, "isListening" | "minutesPerPeriod" | "period">;

/** How much somebody gives: «4 ore al mese», or that they listen. */
export function Quantity({ pledge: { isListening, minutesPerPeriod, period } }: { pledge: Said }) {
  const t = useTranslations("membership");
  if (isListening || minutesPerPeriod === null || period === null) return t("listening");
  return t("quantity", { hours: minutesPerPeriod / 60, period });
}

/** What somebody brings, in a list of words. */
export function Kinds({ kinds }: { kinds: PledgeLine["kinds"] }) {
  const t = useTranslations("membership.bring");
  return useFormatter().list(kinds.map((kind) => t(kind)));
}

/** A pledge as the sentence its owner keeps. */
export function PledgeSentence({ pledge }: { pledge: PledgeLine }) {
  const t = useTranslations("membership");
  const format = useFormatter();
  const day = () => <Day on={pledge.untilOn} />;
  const { isListening, minutesPerPeriod, period } = pledge;
  if (isListening || minutesPerPeriod === null || period === null) return t.rich("pledge.sentenceListening", { day });
  const kinds = format.list(pledge.kinds.map((kind) => t(`bring.${kind}`)));
  return t.rich("pledge.sentence", { kinds, quantity: t("quantity", { hours: minutesPerPeriod / 60, period }), day });
}
