import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { coverNeedAction, declineNeedAskAction } from "@/app/_actions/covering";
import { offerToNeedAction, renewSeatAction, withdrawOfferAction } from "@/app/_actions/project";
import { FormLayout } from "@/components/layout/columns";
import { PageHead } from "@/components/layout/page-head";
import { AskedToCover } from "@/components/project/asked-to-cover";
import { NeedSide } from "@/components/project/need-side";
import { OfferForm } from "@/components/project/offer-form";
import { OwnOffer, SeatOver } from "@/components/project/own-offer";
import { Crumbs } from "@/components/ui/crumbs";
import { requireActor } from "@/lib/auth/session";
import { dayOf } from "@/lib/core/duration";
import { findNeed } from "@/lib/project/offer/queries";
import { metadataOf, page } from "../../../../../page-shape";

type Props = PageProps<"/[locale]/projects/[slug]/needs/[id]">;

const read = cache(
  async (slug: string, needId: string) => (await findNeed(await requireActor(), { slug, needId })) ?? notFound(),
);

export const generateMetadata = metadataOf(async ({ params }: Props): Promise<Metadata> => {
  const { slug, id } = await params;
  return { title: (await read(slug, id)).title, robots: { index: false } };
});

/** One need: what it is, and the form with which one sits down, or what became of one's own offer. */
export default page(async function NeedPage({ params }: Props) {
  const { slug, id } = await params;
  const need = await read(slug, id);
  const t = await getTranslations("project");
  const today = dayOf(new Date());
  return (
    <div className="wrap">
      <Crumbs
        path={[
          { label: t("projects"), href: "/projects" },
          { label: need.project.title, href: { pathname: "/projects/[slug]", params: { slug } } },
        ]}
        current={need.title}
      />
      <FormLayout sideAt="end" sideLabel={t("offer.about")} side={<NeedSide need={need} />}>
        <PageHead title={need.title} />
        {need.ask ? <AskedToCover ask={need.ask} locale={need.project.locale} decline={declineNeedAskAction} /> : null}
        <SeatOver need={need} />
        {need.mayOffer ? (
          <>
            {need.ask ? null : <p className="lead mb-6">{t("offer.lead")}</p>}
            <OfferForm need={need} action={need.ask ? coverNeedAction : offerToNeedAction} today={today} />
          </>
        ) : (
          <OwnOffer need={need} withdraw={withdrawOfferAction} renew={renewSeatAction} today={today} />
        )}
      </FormLayout>
    </div>
  );
});
