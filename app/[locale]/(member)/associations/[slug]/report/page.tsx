import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { reportAction } from "@/app/_actions/moderation";
import { PageHead } from "@/components/layout/page-head";
import { Section } from "@/components/layout/section";
import { ReportForm } from "@/components/moderation/report-form";
import { ReportLines } from "@/components/moderation/report-lines";
import { Crumbs } from "@/components/ui/crumbs";
import { Done } from "@/components/ui/done";
import { requireActor } from "@/lib/auth/session";
import { findReporting } from "@/lib/moderation/report/queries";
import { REPORT_ABOUT } from "@/lib/moderation/report/types";
import { metadataOf, page } from "../../../../page-shape";

type Props = PageProps<"/[locale]/associations/[slug]/report">;

async function read(props: Props) {
  const { about, target } = await props.searchParams;
  const contribution = about === "CONTRIBUTION" && typeof target === "string" ? target : "";
  const { slug } = await props.params;
  return (await findReporting(await requireActor(), { slug, contribution })) ?? notFound();
}

export const generateMetadata = metadataOf(async (props: Props): Promise<Metadata> => {
  const { association } = await read(props);
  const t = await getTranslations("moderation.report");
  return { title: t("titleOf", { name: association.name }), robots: { index: false } };
});

/** Telling those who moderate, and what became of what one told; for those who belong. */
export default page(async function ReportPage(props: Props) {
  const view = await read(props);
  const t = await getTranslations("moderation.report");
  const { about, target, done } = await props.searchParams;
  const { slug, name } = view.association;
  return (
    <div className="wrap">
      <Crumbs
        path={[{ label: name, href: { pathname: "/associations/[slug]", params: { slug } } }]}
        current={t("title")}
      />
      <PageHead title={t("titleOf", { name })} note={t("note")} />
      <Done of="moderation" done={done} />
      <div className="sections mt-6 max-w-[46rem]">
        <ReportForm
          view={view}
          about={REPORT_ABOUT.find((one) => one === about && one !== "CONTRIBUTION") ?? "MEMBER"}
          target={typeof target === "string" && about !== "CONTRIBUTION" ? target.slice(0, 80) : ""}
          action={reportAction}
        />
        <Section id="own" title={t("own")}>
          <ReportLines lines={view.own} none={t("none")} />
        </Section>
      </div>
    </div>
  );
});
