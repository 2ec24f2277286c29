import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { forgetSearchAction, markSeenAction, saveSearchAction } from "@/app/_actions/directory";
import { NoSearches, SavedList } from "@/components/directory/saved-list";
import { SearchOffer } from "@/components/directory/search-offer";
import { PageHead } from "@/components/layout/page-head";
import { Crumbs } from "@/components/ui/crumbs";
import { Done } from "@/components/ui/done";
import { requireActor } from "@/lib/auth/session";
import { readFilters } from "@/lib/directory/filter/rules";
import { isKept, listSavedSearches, listSpokenOf } from "@/lib/directory/saved/queries";
import { doneOf, keptQuery } from "@/lib/directory/saved/rules";
import { page } from "../../../page-shape";

type Props = PageProps<"/[locale]/people/searches">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations("directory.saved");
  const done = doneOf((await searchParams).done);
  return { title: done ? t(`titleDone.${done}`) : t("title") };
}

/** The actor's saved searches, with who is new in each; and the one that the address offers to save. */
export default page(async function SavedSearchesPage({ searchParams }: Props) {
  const actor = await requireActor();
  const [t, locale] = [await getTranslations("directory"), await getLocale()];
  const query = keptQuery(readFilters(await searchParams));
  const isNew = query !== "" && !(await isKept(actor, query));
  const [searches, associations] = [await listSavedSearches(actor), await listSpokenOf(query)];
  const action = isNew ? saveSearchAction : null;
  return (
    <div className="wrap narrow">
      <Crumbs path={[{ label: t("title"), href: "/people" }]} current={t("saved.title")} />
      <PageHead title={t("saved.title")} note={t("saved.note")} />
      <Done of="directory" done={(await searchParams).done} />
      {query === "" ? null : <SearchOffer search={{ query, locale }} associations={associations} action={action} />}
      {searches.length > 0 ? (
        <SavedList searches={searches} seen={markSeenAction} forget={forgetSearchAction} />
      ) : query === "" ? (
        <NoSearches />
      ) : null}
    </div>
  );
});
