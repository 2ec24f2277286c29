import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { askHelpAction, closeHelpAction, endAbsenceAction, stateAbsenceAction } from "@/app/_actions/membership";
import { TwoColumns } from "@/components/layout/columns";
import { PageHead } from "@/components/layout/page-head";
import { Section } from "@/components/layout/section";
import { AbsencePanel } from "@/components/membership/absence-panel";
import { AccountPeriod } from "@/components/membership/account-period";
import { AccountState } from "@/components/membership/account-state";
import { HelpPanel } from "@/components/membership/help-panel";
import { MonthsTable } from "@/components/membership/months-table";
import { Crumbs } from "@/components/ui/crumbs";
import { Done } from "@/components/ui/done";
import { requireActor } from "@/lib/auth/session";
import { dayOf } from "@/lib/core/duration";
import { doneOf } from "@/lib/membership/notice/rules";
import { findAccount } from "@/lib/membership/period/queries";
import { metadataOf, page } from "../../../../page-shape";

type Props = PageProps<"/[locale]/associations/[slug]/standing">;

const read = cache(async (slug: string) => (await findAccount(await requireActor(), slug)) ?? notFound());

export const generateMetadata = metadataOf(async ({ params }: Props): Promise<Metadata> => {
  const { association } = await read((await params).slug);
  const t = await getTranslations("membership.account");
  return { title: t("titleOf", { name: association.name }), robots: { index: false } };
});

/** Where I stand with what I promised, how that is worked out, and what I can do about it. For me alone. */
export default page(async function StandingPage({ params, searchParams }: Props) {
  const view = await read((await params).slug);
  const t = await getTranslations("membership.account");
  const { association, account, absences, help, months, isPractising } = view;
  const { slug, name } = association;
  return (
    <div className="wrap">
      <Crumbs
        path={[{ label: name, href: { pathname: "/associations/[slug]", params: { slug } } }]}
        current={t("title")}
      />
      <PageHead title={t("titleOf", { name })} note={t("note")} />
      <Done of="membership" done={doneOf((await searchParams).done)} />
      <TwoColumns
        railLabel={t("absence")}
        rail={
          <>
            <AbsencePanel
              slug={slug}
              absences={absences}
              today={dayOf(new Date())}
              state={stateAbsenceAction}
              end={endAbsenceAction}
            />
            <HelpPanel slug={slug} help={help} ask={askHelpAction} close={closeHelpAction} />
          </>
        }
      >
        <div>
          <AccountState view={view} />
        </div>
        {account.periods.length > 0 ? (
          <Section id="how" title={t("how")} note={t("howNote")}>
            {account.periods.map((period, i) => (
              <AccountPeriod key={period.startsOn} period={period} isOpen={i === 0 || period.state === "SHORT"} />
            ))}
          </Section>
        ) : null}
        <Section id="months" title={t("months")} note={t("monthsNote")}>
          <p className="mb-4">{t(isPractising ? "practising" : "enrolled")}</p>
          <MonthsTable months={months} />
        </Section>
      </TwoColumns>
    </div>
  );
});
