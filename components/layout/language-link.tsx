import { useLocale, useTranslations } from "next-intl";
import { OtherLanguage } from "./other-language";

type LanguageLinkProps = { className?: string | undefined; isShort?: boolean | undefined };

/** The same page in the other language. Its words are chosen on the server: the browser needs no catalogue for them. */
export function LanguageLink({ className, isShort = false }: LanguageLinkProps) {
  const t = useTranslations("layout.language");
  const other = useLocale() === "it" ? "en" : "it";
  return (
    <OtherLanguage to={other} className={className}>
      {isShort ? (
        <>
          {other.toUpperCase()}
          <span className="vh">{t("inOther")}</span>
        </>
      ) : (
        t("other")
      )}
    </OtherLanguage>
  );
}
