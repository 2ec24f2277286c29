import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { StewardHead } from "@/components/membership/steward-tabs";
import { ReportLines } from "@/components/moderation/report-lines";
import { requireActor } from "@/lib/auth/session";
import { findReportDesk } from "@/lib/moderation/report/queries";
import { metadataOf, page } from "../../../../../page-shape";

type Props = PageProps<"/[locale]/associations/[slug]/manage/reports">;

const read = async (props: Props) =>
  (await findReportDesk(await requireActor(), (await props.params).slug)) ?? notFound();

export const generateMetadata = metadataOf(async (props: Props): Promise<Metadata> => {
  const { association } = await read(props);
  const t = await getTranslations("membership.desk");
  return { title: `${t("reports")}, ${association.name}`, robots: { index: false } };
});

/** The reports that wait for a decision, and those decided, for whoever moderates. */
export default page(async function ReportsPage(props: Props) {
  const { association, holds, waiting, done } = await read(props);
  const t = await getTranslations("moderation.report");
  return (
    <div className="wrap">
      <StewardHead association={association} current="reports" holds={holds} note={t("deskNote")} />
      <div className="sections mt-6">
        <Section id="waiting" title={t("waiting")}>
          <ReportLines lines={waiting} none={t("waitingNone")} slug={association.slug} />
        </Section>
        <Section id="done" title={t("done")}>
          <ReportLines lines={done} none={t("doneNone")} slug={association.slug} />
        </Section>
      </div>
    </div>
  );
});
