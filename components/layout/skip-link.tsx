import { useTranslations } from "next-intl";

/** First in the page; leads to `<main id="content">`. */
export function SkipLink() {
  const t = useTranslations("layout");
  return (
    <a className="skip" href="#content">
      {t("skip")}
    </a>
  );
}
