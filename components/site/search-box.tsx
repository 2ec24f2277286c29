import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { getPathname } from "@/lib/i18n/navigation";

/** A search among people: a GET form, so that its result is an address one can share. */
export function SearchBox({ placeholder }: { placeholder: string }) {
  const t = useTranslations("site.search");
  const id = useId();
  return (
    <search className="search-box" aria-label={t("place")}>
      <form className="row" action={getPathname({ href: "/people", locale: useLocale() })}>
        <label className="vh" htmlFor={id}>
          {t("label")}
        </label>
        <input id={id} type="search" name="q" placeholder={placeholder} />
        <Button type="submit" look="primary">
          {t("act")}
        </Button>
      </form>
    </search>
  );
}
