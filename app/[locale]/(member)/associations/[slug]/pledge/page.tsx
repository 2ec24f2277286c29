import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import {
  pauseMembershipAction,
  renewPledgeAction,
  resumeMembershipAction,
  showMembershipAction,
} from "@/app/_actions/membership";
import { TwoColumns } from "@/components/layout/columns";
import { PageHead } from "@/components/layout/page-head";
import { AcceptCharter } from "@/components/membership/accept-charter";
import { PledgeRail, PledgeReceipt } from "@/components/membership/pledge-receipt";
import { RenewForm } from "@/components/membership/renew-form";
import { Crumbs } from "@/components/ui/crumbs";
import { Done } from "@/components/ui/done";
import { Fold } from "@/components/ui/fold";
import { requireActor } from "@/lib/auth/session";
import { addDays, dayOf } from "@/lib/core/duration";
import { doneOf } from "@/lib/membership/notice/rules";
import { latestUntil } from "@/lib/membership/papers/rules";
import { latestPause } from "@/lib/membership/pausing/rules";
import { findPledge } from "@/lib/membership/pledge/queries";
import { STATEMENT_MONTH_DAYS } from "@/lib/membership/reminder/rules";
import { metadataOf, page } from "../../../../page-shape";

type Props = PageProps<"/[locale]/associations/[slug]/pledge">;

const read = async (props: Props) => (await findPledge(await requireActor(), (await props.params).slug)) ?? notFound();

export const generateMetadata = metadataOf(async (props: Props): Promise<Metadata> => {
  const { association } = await read(props);
  const t = await getTranslations("membership.pledge");
  return { title: t("titleOf", { name: association.name }), robots: { index: false } };
});

/** My pledge as a receipt, and saying again how I take part. */
export default page(async function PledgePage(props: Props) {
  const actor = await requireActor();
  const view = await read(props);
  const t = await getTranslations("membership.pledge");
  const { slug, name } = view.association;
  const now = new Date();
  const today = dayOf(now);
  const min = dayOf(addDays(now, 1));
  const isEnding = view.pledge.untilOn <= dayOf(addDays(now, STATEMENT_MONTH_DAYS));
  const days = { min, max: latestUntil(today), wished: view.nextUntil };
  return (
    <div className="wrap">
      <Crumbs
        path={[{ label: name, href: { pathname: "/associations/[slug]", params: { slug } } }]}
        current={t("title")}
      />
      <PageHead title={t("titleOf", { name })} />
      <Done of="membership" done={doneOf((await props.searchParams).done)} />
      <TwoColumns
        rail={
          <PledgeRail
            view={view}
            pauseDays={{ min, max: latestPause(today) }}
            show={showMembershipAction}
            pause={pauseMembershipAction}
            resume={resumeMembershipAction}
          />
        }
        railLabel={t("visibility")}
      >
        {view.change ? (
          <div className="print:hidden">
            <AcceptCharter
              view={view}
              change={view.change}
              name={actor.name}
              days={days}
              accept={renewPledgeAction}
              pause={pauseMembershipAction}
            />
          </div>
        ) : null}
        <PledgeReceipt view={view} name={actor.name} />
        {view.state === "ACTIVE" && !view.change?.waiting ? (
          <div className="print:hidden">
            <Fold title={t("renew")} isOpen={isEnding}>
              <p className="hint">{t("renewNote")}</p>
              <div className="mt-4 max-w-[46rem]">
                <RenewForm view={view} locale={view.locale} name={actor.name} action={renewPledgeAction} days={days} />
              </div>
            </Fold>
          </div>
        ) : null}
      </TwoColumns>
    </div>
  );
});
