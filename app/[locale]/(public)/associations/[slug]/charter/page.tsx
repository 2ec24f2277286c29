import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CharterSheet } from "@/components/association/charter-sheet";
import { PageHead } from "@/components/layout/page-head";
import { Crumbs } from "@/components/ui/crumbs";
import { Instant } from "@/components/ui/moment";
import { findVersion } from "@/lib/association/charter/queries";
import { getViewer } from "@/lib/auth/session";
import { dayOf } from "@/lib/core/duration";
import { listHeldValues } from "@/lib/membership/adoption/queries";
import { metadataOf, page } from "../../../../page-shape";

type Props = PageProps<"/[locale]/associations/[slug]/charter">;

const read = async (props: Props) =>
  (await findVersion((await props.params).slug, (await props.searchParams).version)) ?? notFound();

export const generateMetadata = metadataOf(async (props: Props): Promise<Metadata> => {
  const { association, isInForce } = await read(props);
  const t = await getTranslations("charter.page");
  return { title: t("title", { name: association.name }), ...(!isInForce && { robots: { index: false } }) };
});

/** A charter whole, on sheets that print well: values, clauses, contribution, version, fingerprint. */
export default page(async function CharterPage(props: Props) {
  const view = await read(props);
  const t = await getTranslations("charter.page");
  const { association, charter, isInForce } = view;
  const held = isInForce ? await listHeldValues(await getViewer(), association.id) : null;
  const day = () => <Instant at={charter.publishedAt} />;
  return (
    <div className="wrap">
      <Crumbs
        path={[
          { label: association.name, href: { pathname: "/associations/[slug]", params: { slug: association.slug } } },
        ]}
        current={t("crumb")}
      />
      <PageHead
        title={t("title", { name: association.name })}
        note={t.rich("note", { version: charter.version, day })}
      />
      <CharterSheet view={view} held={held} today={dayOf(new Date())} />
    </div>
  );
});
