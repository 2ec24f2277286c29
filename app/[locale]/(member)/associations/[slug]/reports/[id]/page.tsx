import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { answerReportAction, appealMeasureAction, takeMeasureAction } from "@/app/_actions/moderation";
import { PageHead } from "@/components/layout/page-head";
import { ReportBody } from "@/components/moderation/report-body";
import { ReportForms } from "@/components/moderation/report-forms";
import { Crumbs } from "@/components/ui/crumbs";
import { Done } from "@/components/ui/done";
import { requireActor } from "@/lib/auth/session";
import { findReport } from "@/lib/moderation/report/queries";
import { metadataOf, page } from "../../../../../page-shape";

type Props = PageProps<"/[locale]/associations/[slug]/reports/[id]">;

const read = async (props: Props) => (await findReport(await requireActor(), await props.params)) ?? notFound();

export const generateMetadata = metadataOf(async (props: Props): Promise<Metadata> => {
  const { about, association } = await read(props);
  const t = await getTranslations("moderation.report");
  return { title: `${t(`one.${about}`)}, ${association.name}`, robots: { index: false } };
});

const acts = { answer: answerReportAction, appeal: appealMeasureAction, decide: takeMeasureAction };

/** One report: for whoever it is about, and those who moderate. */
export default page(async function OneReportPage(props: Props) {
  const view = await read(props);
  const t = await getTranslations("moderation");
  const { slug, name } = view.association;
  const title = t(`report.one.${view.about}`);
  return (
    <div className="wrap">
      <Crumbs path={[{ label: name, href: { pathname: "/associations/[slug]", params: { slug } } }]} current={title} />
      <PageHead title={title} note={[view.name, t(`reportState.${view.state}`)].filter(Boolean).join(" · ")} />
      <Done of="moderation" done={(await props.searchParams).done} />
      <div className="sections mt-6 max-w-[46rem]">
        <ReportBody view={view} />
        <ReportForms view={view} acts={acts} />
      </div>
    </div>
  );
});
