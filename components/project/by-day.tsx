import { useTranslations } from "next-intl";
import { Day } from "@/components/ui/moment";

/** By when something is due: «entro il», or «era per il» once that day has gone by. */
export function ByDay({ on, today }: { on: string; today: string }) {
  const t = useTranslations("project");
  return t.rich(on < today ? "wasBy" : "by", { day: () => <Day on={on} look="dated" /> });
}
