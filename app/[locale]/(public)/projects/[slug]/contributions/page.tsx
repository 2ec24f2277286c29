import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import {
  closeCommitmentAction,
  confirmContributionAction,
  declareContributionAction,
  rejectContributionAction,
  reverseContributionAction,
} from "@/app/_actions/contribution";
import { CommitmentList } from "@/components/contribution/commitment-list";
import { DeclareForm } from "@/components/contribution/declare-form";
import { TwoColumns } from "@/components/layout/columns";
import { PageHead } from "@/components/layout/page-head";
import { Section } from "@/components/layout/section";
import { DeclaredList, RejectedList } from "@/components/project/declared-list";
import { DeskSide } from "@/components/project/desk-side";
import { ConfirmedTable, type Reporting } from "@/components/project/project-deeds";
import { ProjectCrumbs } from "@/components/project/project-head";
import { Done } from "@/components/ui/done";
import { getViewer } from "@/lib/auth/session";
import { dayOf } from "@/lib/core/duration";
import { findOwnWithheld } from "@/lib/moderation/report/queries";
import { findDeeds } from "@/lib/project/deeds/queries";
import type { DeedsView } from "@/lib/project/deeds/types";
import type { ProjectView } from "@/lib/project/page/types";
import { metadataOf, page } from "../../../../page-shape";

type Props = PageProps<"/[locale]/projects/[slug]/contributions">;

const read = cache(async (slug: string) => (await findDeeds(await getViewer(), slug)) ?? notFound());

export const generateMetadata = metadataOf(async ({ params }: Props): Promise<Metadata> => {
  const { project } = await read((await params).slug);
  const t = await getTranslations("contribution");
  return { title: t("of", { project: project.title }), robots: { index: false } };
});

/** What was done in a project: for those who take part, what waits for a word, and what one did oneself. */
export default page(async function ContributionsPage({ params, searchParams }: Props) {
  const deeds = await read((await params).slug);
  const { done } = await searchParams;
  const t = await getTranslations("contribution");
  const { project } = deeds;
  return (
    <div className="wrap">
      <ProjectCrumbs project={project} current={t("title")} />
      <PageHead title={t("of", { project: project.title })} note={t("note")} />
      <Done of="contribution" done={done} />
      <TwoColumns railLabel={project.title} rail={<DeskSide project={project} isDeeds />}>
        {deeds.isParticipant ? <Waiting lines={deeds.declared} /> : null}
        {deeds.isParticipant || deeds.mayDeclare ? <Declaring deeds={deeds} /> : null}
        <Rejected lines={deeds.rejected} />
        <Commitments project={project} />
        <Section id="confirmed" title={t("confirmed")}>
          <ConfirmedTable
            lines={project.contributions}
            locale={project.locale}
            reversing={{ ids: deeds.reversible, action: reverseContributionAction }}
            reporting={await reportingIn(project)}
          />
          {deeds.isParticipant || deeds.mayDeclare || !project.viewer ? null : (
            <p className="meta mt-4">{t("outside")}</p>
          )}
        </Section>
      </TwoColumns>
    </div>
  );
});

/** Fellow members of a project's association report what others did there. */
async function reportingIn({ association, viewer, isWithheld }: ProjectView): Promise<Reporting | undefined> {
  const actor = await getViewer();
  if (!actor || !association || !viewer?.membership || isWithheld) return undefined;
  return { association: association.slug, memberId: viewer.memberId, withheld: await findOwnWithheld(actor) };
}

async function Waiting({ lines }: { lines: DeedsView["declared"] }) {
  const t = await getTranslations("contribution");
  return (
    <Section id="waiting" title={t("waiting")} note={t("waitingNote")}>
      {lines.length > 0 ? (
        <DeclaredList lines={lines} confirm={confirmContributionAction} reject={rejectContributionAction} />
      ) : (
        <p>{t("noneWaiting")}</p>
      )}
    </Section>
  );
}

async function Declaring({ deeds: { project, mayDeclare, files } }: { deeds: DeedsView }) {
  const t = await getTranslations("contribution");
  return (
    <Section id="declare" title={t("declare")} note={mayDeclare ? t("declareNote") : null}>
      {mayDeclare ? (
        <DeclareForm
          action={declareContributionAction}
          slug={project.slug}
          today={dayOf(new Date())}
          firstDay={dayOf(new Date(project.createdAt))}
          files={files}
        />
      ) : (
        <p className="meta">{t(project.concludedAt ? "over" : "notNow")}</p>
      )}
    </Section>
  );
}

/** Why somebody's deeds were not confirmed: theirs to read, whether they still take part or not. */
async function Rejected({ lines }: { lines: DeedsView["rejected"] }) {
  const t = await getTranslations("contribution");
  if (lines.length === 0) return null;
  return (
    <Section id="rejected" title={t("rejected")}>
      <RejectedList lines={lines} />
    </Section>
  );
}

/** What one took on here is one's own to close, also after one's seat was left or has ended (rules K1, K2). */
async function Commitments({ project: { viewer, locale } }: { project: ProjectView }) {
  const t = await getTranslations("contribution");
  const commitments = viewer?.commitments ?? [];
  if (commitments.length === 0) return null;
  return (
    <Section id="commitments" title={t("commitments")} note={t("commitmentsNote")}>
      <CommitmentList commitments={commitments} lang={locale} close={closeCommitmentAction} />
    </Section>
  );
}
