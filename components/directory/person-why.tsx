import { useLocale, useTranslations } from "next-intl";
import { Why } from "@/components/ui/why";
import type { Reason } from "@/lib/directory/types";
import { sentenceOf, textOfReasons } from "./reason-sentence";

/** Why somebody is in the list: the cause in strong, then the detail, then a second reason. */
export function PersonWhy({ why: [reason, ...others] }: { why: readonly Reason[] }) {
  const t = useTranslations();
  const language = useLocale();
  if (!reason) return null;
  const { cause, detail } = sentenceOf(reason, t, language);
  return (
    <Why cause={cause}>
      {detail} {textOfReasons(others, t, language)}
    </Why>
  );
}
