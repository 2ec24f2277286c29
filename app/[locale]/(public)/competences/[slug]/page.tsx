import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { alternatesOf } from "@/app/[locale]/alternates";
import { metadataOf, page } from "@/app/[locale]/page-shape";
import { CompetenceFacts } from "@/components/directory/competence-facts";
import { PeopleList } from "@/components/directory/people-list";
import { lineOf } from "@/components/directory/person-line";
import { TwoColumns } from "@/components/layout/columns";
import { IdentityHead } from "@/components/layout/page-head";
import { Section } from "@/components/layout/section";
import { LinkButton } from "@/components/ui/button";
import { Crumbs } from "@/components/ui/crumbs";
import { pack } from "@/components/ui/packed";
import { getViewer } from "@/lib/auth/session";
import { countByCompetence } from "@/lib/directory/competence/queries";
import { readFilters } from "@/lib/directory/filter/rules";
import { listPeople } from "@/lib/directory/queries";
import { getPathname } from "@/lib/i18n/navigation";
import { competenceLabel, findCompetence, typographic } from "@/lib/taxonomy/rules";

type Props = PageProps<"/[locale]/competences/[slug]">;

export const generateMetadata = metadataOf(async ({ params }: Props): Promise<Metadata> => {
  const competence = findCompetence((await params).slug);
  if (!competence) notFound();
  const locale = await getLocale();
  const { slug, synonyms } = competence;
  return {
    title: competenceLabel(slug, locale),
    description: typographic([competence.label[locale], ...synonyms[locale]].join(", ")),
    ...(await alternatesOf({ pathname: "/competences/[slug]", params: { slug } })),
  };
});

export default page(async function CompetencePage({ params }: Props) {
  const competence = findCompetence((await params).slug);
  if (!competence) notFound();
  const [viewer, locale, t] = [await getViewer(), await getLocale(), await getTranslations("directory.competences")];
  const { slug, synonyms } = competence;
  const label = competenceLabel(slug, locale);
  const [counts, found] = [
    await countByCompetence(viewer),
    await listPeople(viewer, readFilters({ c: slug }), { language: locale }),
  ];
  const words = { t: await getTranslations(), language: locale };
  const path = getPathname({ href: "/people", locale });
  const terms = typographic(synonyms[locale].join(", "));
  return (
    <div className="wrap">
      <Crumbs path={[{ label: t("title"), href: "/competences" }]} current={label} />
      <IdentityHead
        title={label}
        lead={terms ? t("also", { terms }) : undefined}
        actions={
          <LinkButton look="primary" href={{ pathname: "/people", query: { c: slug } }}>
            {t("searchPeople")}
          </LinkButton>
        }
      />
      <TwoColumns rail={<CompetenceFacts competence={competence} counts={counts} />} railLabel={t("area")}>
        <Section id="holders" title={t("holders")} note={t("people", { count: found.total })}>
          {found.items.length > 0 ? (
            <PeopleList people={pack(found.items.map((person) => lineOf(person, words)))} path={path} level={3} />
          ) : (
            <p>{t("none")}</p>
          )}
        </Section>
      </TwoColumns>
    </div>
  );
});
