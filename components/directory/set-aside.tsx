import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { listOf } from "@/lib/core/text";

/** Which words of the search the list leaves out. */
export function SetAside({ words, count }: { words: readonly string[]; count: number }) {
  const t = useTranslations("directory");
  const language = useLocale();
  if (words.length === 0) return null;
  const quoted = words.map((one) => t("quoted", { words: one }));
  return (
    <Notice role="status" className="mb-4">
      {t("setAside", { words: listOf(quoted, language), count })}
    </Notice>
  );
}
