import { useTranslations } from "next-intl";

/** How many belong, in words; under five nobody is counted (rule PV5). */
export function Members({ count }: { count: number | null }) {
  const t = useTranslations("association");
  return count === null ? t("fewMembers") : t("members", { count });
}
