import { useLocale, useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { filtersOfQuery, searchLabel } from "@/lib/directory/saved/rules";
import type { KeptSearch } from "@/lib/directory/saved/types";
import type { FormAction } from "@/lib/form/form-state";
import { Link } from "@/lib/i18n/navigation";

/** A search that could be saved, in words; without an action it is saved already. */
export function SearchOffer({ search, action }: { search: KeptSearch; action: FormAction | null }) {
  const t = useTranslations("directory.saved");
  const say = useTranslations("directory");
  const label = searchLabel(filtersOfQuery(search.query), { language: useLocale(), say });
  if (action === null)
    return (
      <Notice className="mb-6">
        {t("offer.kept")} {t("about", { search: label })}
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
