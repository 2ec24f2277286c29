import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { leaveAssociationAction } from "@/app/_actions/membership";
import { Leaving } from "@/components/membership/leaving";
import { Crumbs } from "@/components/ui/crumbs";
import { requireActor } from "@/lib/auth/session";
import { findLeaving } from "@/lib/membership/leaving/queries";
import { metadataOf, page } from "../../../../page-shape";

type Props = PageProps<"/[locale]/associations/[slug]/leave">;

const read = async (props: Props) => (await findLeaving(await requireActor(), (await props.params).slug)) ?? notFound();

export const generateMetadata = metadataOf(async (props: Props): Promise<Metadata> => {
  const { association } = await read(props);
  const t = await getTranslations("membership.leave");
  return { title: t("title", { name: association.name }), robots: { index: false } };
});

/** Leaving: what happens, then one button. */
export default page(async function LeavePage(props: Props) {
  const view = await read(props);
  const t = await getTranslations("membership.leave");
  const { slug, name } = view.association;
  const path = { pathname: "/associations/[slug]", params: { slug } } as const;
  return (
    <div className="wrap">
      <Crumbs path={[{ label: name, href: path }]} current={t("crumb")} />
      <h1>{t("title", { name })}</h1>
      <p className="lead mt-2">{t("lead")}</p>
      <div className="mt-6">
        <Leaving view={view} action={leaveAssociationAction} />
      </div>
    </div>
  );
});
