import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { queryOf } from "@/lib/directory/filter/rules";
import { WINDOW } from "@/lib/directory/ranking/rules";
import type { Filters, PeoplePage } from "@/lib/directory/types";
import { SaveLink } from "./save-link";

type PeoplePagerProps = { filters: Filters; page: PeoplePage; isVisitor: boolean };

/** The list is walked forwards, and from further down back to its beginning. At its foot, the way to keep the search. */
export function PeoplePager({ filters, page: { total, isExact, nextCursor }, isVisitor }: PeoplePagerProps) {
  const t = useTranslations("directory.pager");
  const save = <SaveLink filters={filters} isVisitor={isVisitor} />;
  if (total === 0) return save;
  const many = isExact ? "" : "Many";
  const sentence = nextCursor ? (`some${many}` as const) : (`all${many}` as const);
  return (
    <nav className="pager" aria-label={t("label")}>
      <span className="meta">{t(sentence, { count: total, max: WINDOW })}</span>
      {save}
      {filters.after ? (
        <LinkButton look="quiet" href={{ pathname: "/people", query: queryOf({ ...filters, after: null }) }}>
          {t("start")}
        </LinkButton>
      ) : null}
      {nextCursor ? (
        <LinkButton href={{ pathname: "/people", query: queryOf({ ...filters, after: nextCursor }) }} rel="next">
          {t("more")}
        </LinkButton>
      ) : null}
    </nav>
  );
}
