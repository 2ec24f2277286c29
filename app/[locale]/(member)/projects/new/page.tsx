import type { Metadata } from "next";
import type { Locale } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { proposeProjectAction, readImportAction } from "@/app/_actions/project";
import { FormLayout } from "@/components/layout/columns";
import { PageHead } from "@/components/layout/page-head";
import { ImportForm } from "@/components/project/import-form";
import { ProposeBlocked } from "@/components/project/propose-blocked";
import { ProposeForm } from "@/components/project/propose-form";
import { ProposeSide } from "@/components/project/propose-side";
import { Crumbs } from "@/components/ui/crumbs";
import { requireActor } from "@/lib/auth/session";
import { dayOf } from "@/lib/core/duration";
import { Link } from "@/lib/i18n/navigation";
import { findEnded, findProposing } from "@/lib/project/proposal/queries";
import { placeOptions, placeWithProvince } from "@/lib/taxonomy/place/rules";
import { competenceOptions } from "@/lib/taxonomy/rules";
import { page } from "../../../page-shape";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("project.propose");
  return { title: t("title") };
}

type Ended = NonNullable<Awaited<ReturnType<typeof findEnded>>>;

/** What another project says, for one that takes it up again. */
const draftOf = (ended: Ended, locale: Locale) => ({
  ...ended,
  place: ended.place ? placeWithProvince(ended.place, locale) : undefined,
  isIdea: false,
});

/** Bringing a project forward, for those who may (rule PJ1); for others, the way there. */
export default page(async function ProposePage({ searchParams }: PageProps<"/[locale]/projects/new">) {
  const actor = await requireActor();
  const proposing = await findProposing(actor);
  const [t, all, locale] = [
    await getTranslations("project.propose"),
    await getTranslations("project"),
    await getLocale(),
  ];
  const { association, from } = await searchParams;
  const ended = typeof from === "string" ? await findEnded(actor, from) : null;
  const isBarred = proposing.associations.length === 0 && proposing.missing.length > 0;
  const chosen = proposing.associations.find(({ slug }) => slug === (ended?.association?.slug ?? association));
  const form = (
    <ProposeForm
      action={proposeProjectAction}
      proposing={proposing}
      association={chosen?.slug}
      draft={ended ? draftOf(ended, locale) : undefined}
      today={dayOf(new Date())}
      competences={competenceOptions(locale).map(({ label }) => label)}
      places={placeOptions(locale).map(({ label }) => label)}
    />
  );
  return (
    <div className="wrap">
      <Crumbs path={[{ label: all("projects"), href: "/projects" }]} current={t("title")} />
      {isBarred ? (
        <ProposeBlocked title={t("title")} />
      ) : (
        <FormLayout sideAt="end" sideLabel={t("side")} side={<ProposeSide values={chosen?.values ?? []} />}>
          <PageHead title={t("title")} />
          <p className="lead mb-6">{ended ? t("againLead", { project: ended.title }) : t("lead")}</p>
          {ended ? (
            form
          ) : (
            <>
              <p className="meta mb-6">
                {t.rich("orIdea", { link: (text) => <Link href="/projects/new/idea">{text}</Link> })}
              </p>
              <ImportForm action={readImportAction}>{form}</ImportForm>
            </>
          )}
        </FormLayout>
      )}
    </div>
  );
});
