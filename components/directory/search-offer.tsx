import { useLocale, useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { insideQuotes } from "@/lib/core/text";
import { filtersOfQuery, searchLabel } from "@/lib/directory/saved/rules";
import type { KeptSearch, SavedSearchView } from "@/lib/directory/saved/types";
import type { FormAction } from "@/lib/form/form-state";
import { Link } from "@/lib/i18n/navigation";

type SearchOfferProps = {
  search: KeptSearch;
  associations: SavedSearchView["associations"];
  action: FormAction | null;
};

/** A search that could be saved, in words; without an action it is saved already. */
export function SearchOffer({ search, associations, action }: SearchOfferProps) {
  const t = useTranslations("directory.saved");
  const say = useTranslations("directory");
  const language = useLocale();
  const label = searchLabel(filtersOfQuery(search.query), { language, say, associations });
  if (action === null)
    return (
      <Notice className="mb-6">
        {t("offer.kept")} {t("about", { search: insideQuotes(label, language) })}
      </Notice>
    );
  return (
    <Panel title={t("offer.title")} isBand className="stack mb-8">
      <p>
        <b>{label}</b>
      </p>
      <p className="meta">
        {t("offer.text")} <Link href="/settings/notifications">{t("offer.mails")}</Link>
      </p>
      <ButtonForm action={action} formKey={crypto.randomUUID()} hidden={search} look="primary">
        {t("save")}
      </ButtonForm>
    </Panel>
  );
}
