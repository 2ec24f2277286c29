import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { answerCaseAction, appealCaseAction, openCaseVoteAction, ruleOnCaseAction } from "@/app/_actions/moderation";
import { TwoColumns } from "@/components/layout/columns";
import { PageHead } from "@/components/layout/page-head";
import { CaseBody } from "@/components/moderation/case-body";
import { CaseForms } from "@/components/moderation/case-forms";
import { CaseRail } from "@/components/moderation/case-rail";
import { Crumbs } from "@/components/ui/crumbs";
import { Done } from "@/components/ui/done";
import { requireActor } from "@/lib/auth/session";
import { addDays, dayOf } from "@/lib/core/duration";
import { SOLEMN_DAYS, VOTING_DAYS_MAX } from "@/lib/decision/rules";
import { findCase } from "@/lib/moderation/exclusion/queries";
import { metadataOf, page } from "../../../../../page-shape";

type Props = PageProps<"/[locale]/associations/[slug]/cases/[id]">;

const read = async (props: Props) => (await findCase(await requireActor(), await props.params)) ?? notFound();

const titleOf = async ({ isOwn, person }: { isOwn: boolean; person: string }) => {
  const t = await getTranslations("moderation.case");
  return isOwn ? t("ownTitle") : t("title", { name: person });
};

export const generateMetadata = metadataOf(async (props: Props): Promise<Metadata> => {
  const view = await read(props);
  return { title: `${await titleOf(view)}, ${view.association.name}`, robots: { index: false } };
});

const acts = { answer: answerCaseAction, appeal: appealCaseAction, rule: ruleOnCaseAction, vote: openCaseVoteAction };

/** A case of exclusion: for the person it is about, whoever moderates, and those who vote on it. */
export default page(async function CasePage(props: Props) {
  const view = await read(props);
  const [t, title, now] = [await getTranslations("moderation.case"), await titleOf(view), new Date()];
  const { slug, name } = view.association;
  const days = { min: dayOf(addDays(now, SOLEMN_DAYS)), max: dayOf(addDays(now, VOTING_DAYS_MAX - 1)) };
  return (
    <div className="wrap">
      <Crumbs path={[{ label: name, href: { pathname: "/associations/[slug]", params: { slug } } }]} current={title} />
      <PageHead title={title} />
      <Done of="moderation" done={(await props.searchParams).done} />
      <TwoColumns railLabel={t("decidedBy")} rail={<CaseRail view={view} />}>
        <CaseBody view={view} />
        <CaseForms view={view} acts={acts} days={days} />
      </TwoColumns>
    </div>
  );
});
