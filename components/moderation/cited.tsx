import { useTranslations } from "next-intl";

/** The clause that a report or a case cites, as the charter has it. */
export function Cited({ number, text }: { number: number; text: string }) {
  const t = useTranslations("moderation.case");
  return (
    <blockquote className="cited">
      <p className="meta">{t("cites", { number })}</p>
      <p>{text}</p>
    </blockquote>
  );
}
