import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { getPathname } from "@/lib/i18n/navigation";
import { SearchField } from "./search-field";

/** A GET form to the people of Tessera, from any page. */
export function HeaderSearch() {
  const t = useTranslations("layout.search");
  const action = getPathname({ href: "/people", locale: useLocale() });
  return (
    <search className="search-mini" aria-label={t("place")}>
      <form action={action}>
        <Icon name="search" isSmall />
        <label className="vh" htmlFor="search-top">
          {t("label")}
        </label>
        <SearchField id="search-top" placeholder={t("placeholder")} />
      </form>
    </search>
  );
}
