import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { openDecisionAction } from "@/app/_actions/decision";
import { OpenForm } from "@/components/decision/open-form";
import { FormLayout } from "@/components/layout/columns";
import { PageHead } from "@/components/layout/page-head";
import { Crumbs } from "@/components/ui/crumbs";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { requireActor } from "@/lib/auth/session";
import { addDays, dayOf } from "@/lib/core/duration";
import { findOpening } from "@/lib/decision/opening/queries";
import { VOTING_DAYS_MAX } from "@/lib/decision/rules";
import { metadataOf, page } from "../../../../../page-shape";

type Props = PageProps<"/[locale]/associations/[slug]/decisions/new">;

const read = async (props: Props) => (await findOpening(await requireActor(), (await props.params).slug)) ?? notFound();

export const generateMetadata = metadataOf(async (props: Props): Promise<Metadata> => {
  const { association } = await read(props);
  const t = await getTranslations("decision.form");
  return { title: t("titleOf", { name: association.name }), robots: { index: false } };
});

/** Putting something to the vote; for those who belong. */
export default page(async function OpenDecisionPage(props: Props) {
  const { association, refusal } = await read(props);
  const [t, say, now] = [await getTranslations("decision"), await getTranslations(), new Date()];
  const { slug, name } = association;
  const params = { slug };
  const days = { min: dayOf(now), max: dayOf(addDays(now, VOTING_DAYS_MAX - 1)) };
  return (
    <div className="wrap">
      <Crumbs
        path={[
          { label: name, href: { pathname: "/associations/[slug]", params } },
          { label: t("title"), href: { pathname: "/associations/[slug]/decisions", params } },
        ]}
        current={t("form.title")}
      />
      <PageHead title={t("form.titleOf", { name })} note={t("form.note")} />
      <FormLayout
        sideAt="end"
        sideLabel={t("form.aside")}
        side={
          <Panel title={t("form.aside")} isBand>
            <ul className="tips">
              <li>{t("form.aside1")}</li>
              <li>{t("form.aside2")}</li>
              <li>{t("form.aside3")}</li>
            </ul>
          </Panel>
        }
      >
        {refusal ? (
          <Notice tone="wait">{say(`membership.refusal.${refusal.slice("membership.".length)}` as never)}</Notice>
        ) : (
          <OpenForm slug={slug} action={openDecisionAction} days={days} />
        )}
      </FormLayout>
    </div>
  );
});
