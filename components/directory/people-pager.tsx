import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { queryOf } from "@/lib/directory/filter/rules";
import { WINDOW } from "@/lib/directory/ranking/rules";
import type { Filters, PeoplePage } from "@/lib/directory/types";

/** The list is walked forwards; the browser's own «back» walks it backwards. */
export function PeoplePager({ filters, page: { total, isExact, nextCursor } }: { filters: Filters; page: PeoplePage }) {
  const t = useTranslations("directory.pager");
  if (total === 0) return null;
  const many = isExact ? "" : "Many";
  const sentence = nextCursor ? (`some${many}` as const) : (`all${many}` as const);
  return (
    <nav className="pager" aria-label={t("label")}>
      <span className="meta">{t(sentence, { count: total, max: WINDOW })}</span>
      {nextCursor ? (
        <LinkButton href={{ pathname: "/people", query: queryOf({ ...filters, after: nextCursor }) }} rel="next">
          {t("more")}
        </LinkButton>
      ) : null}
    </nav>
  );
}
