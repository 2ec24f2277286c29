import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { alternatesOf } from "@/app/[locale]/alternates";
import { page } from "@/app/[locale]/page-shape";
import { AreaCell } from "@/components/directory/area-cell";
import { ListSearch } from "@/components/layout/facets";
import { PageHead } from "@/components/layout/page-head";
import { Section } from "@/components/layout/section";
import { Joined } from "@/components/ui/joined";
import { getViewer } from "@/lib/auth/session";
import { countByCompetence } from "@/lib/directory/competence/queries";
import { getPathname } from "@/lib/i18n/navigation";
import { listAreas } from "@/lib/taxonomy/rules";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("directory.competences");
  return {
    title: t("title"),
    description: t("description"),
    ...(await alternatesOf({ pathname: "/competences" })),
  };
}

export default page(async function CompetencesPage() {
  const [viewer, locale, t] = [await getViewer(), await getLocale(), await getTranslations("directory.competences")];
  const counts = await countByCompetence(viewer);
  const areas = listAreas(locale);
  return (
    <div className="wrap">
      <PageHead title={t("title")} note={t("note")} />
      <ListSearch
        action={getPathname({ href: "/people", locale })}
        label={t("search.label")}
        placeholder={t("search.placeholder")}
      >
        <button type="submit" className="btn">
          {t("search.submit")}
        </button>
      </ListSearch>
      <div className="stack stack--sections mt-8">
        {(["hard", "soft"] as const).map((kind) => (
          <Section key={kind} id={kind} title={t(kind)}>
            <Joined look="areas">
              {areas
                .filter((area) => area.kind === kind)
                .map((area) => (
                  <AreaCell key={area.slug} area={area} counts={counts} />
                ))}
            </Joined>
          </Section>
        ))}
      </div>
    </div>
  );
});
