import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import {
  confirmContributionAction,
  declareOutsideAction,
  rejectContributionAction,
  reverseContributionAction,
} from "@/app/_actions/contribution";
import { ConfirmedTable } from "@/components/contribution/confirmed-table";
import { OutsideForm } from "@/components/contribution/outside-form";
import { OwnList } from "@/components/contribution/own-list";
import { WaitingList } from "@/components/contribution/waiting-list";
import { PageHead } from "@/components/layout/page-head";
import { Section } from "@/components/layout/section";
import { Crumbs } from "@/components/ui/crumbs";
import { Done } from "@/components/ui/done";
import { requireActor } from "@/lib/auth/session";
import { findContributions } from "@/lib/contribution/outside/queries";
import type { ContributionsView } from "@/lib/contribution/outside/types";
import { dayOf } from "@/lib/core/duration";
import { findOwnWithheld } from "@/lib/moderation/report/queries";
import { metadataOf, page } from "../../../../page-shape";

type Props = PageProps<"/[locale]/associations/[slug]/contributions">;

const read = cache(async (slug: string) => (await findContributions(await requireActor(), slug)) ?? notFound());

export const generateMetadata = metadataOf(async ({ params }: Props): Promise<Metadata> => {
  const { association } = await read((await params).slug);
  const t = await getTranslations("contribution.association");
  return { title: t("of", { association: association.name }), robots: { index: false } };
});

/** What members do for the association outside projects: what waits for a word, one's own, what counts. */
export default page(async function AssociationContributionsPage({ params, searchParams }: Props) {
  const view = await read((await params).slug);
  const { slug, name } = view.association;
  const t = await getTranslations("contribution");
  return (
    <div className="wrap">
      <Crumbs
        path={[{ label: name, href: { pathname: "/associations/[slug]", params: { slug } } }]}
        current={t("association.title")}
      />
      <PageHead title={t("association.of", { association: name })} note={t("association.note")} />
      <Done of="contribution" done={(await searchParams).done} />
      <div className="sections max-w-[46rem]">
        <Section id="waiting" title={t("waiting")} note={t("association.waitingNote")}>
          {view.waiting.length > 0 ? (
            <WaitingList lines={view.waiting} confirm={confirmContributionAction} reject={rejectContributionAction} />
          ) : (
            <p>{t("association.noneWaiting")}</p>
          )}
        </Section>
        <Own view={view} />
        <Section id="confirmed" title={t("confirmed")}>
          {view.confirmed.length > 0 ? (
            <ConfirmedTable lines={view.confirmed} reverse={reverseContributionAction} association={slug} />
          ) : (
            <p className="meta">{t("association.confirmedNone")}</p>
          )}
        </Section>
      </div>
    </div>
  );
});

async function Own({ view }: { view: ContributionsView }) {
  const t = await getTranslations("contribution");
  const note = view.mayDeclare ? t(`association.declareNote.${view.confirmers}`) : null;
  return (
    <>
      <Section id="declare" title={t("declare")} note={note}>
        {view.mayDeclare ? (
          <OutsideForm action={declareOutsideAction} view={view} today={dayOf(new Date())} />
        ) : (
          <p className="meta">{t("association.notNow")}</p>
        )}
      </Section>
      <Section id="own" title={t("association.own")}>
        {view.own.length > 0 ? (
          <OwnList
            lines={view.own}
            reverse={reverseContributionAction}
            association={view.association.slug}
            withheld={await findOwnWithheld(await requireActor())}
          />
        ) : (
          <p className="meta">{t("association.ownNone")}</p>
        )}
      </Section>
    </>
  );
}
