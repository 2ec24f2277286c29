import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OpenDecisions, OverDecisions, Propose } from "@/components/decision/decision-list";
import { PageHead } from "@/components/layout/page-head";
import { Crumbs } from "@/components/ui/crumbs";
import { Empty } from "@/components/ui/empty";
import { requireActor } from "@/lib/auth/session";
import { listDecisions } from "@/lib/decision/queries";
import { metadataOf, page } from "../../../../page-shape";

type Props = PageProps<"/[locale]/associations/[slug]/decisions">;

const read = async ({ params, searchParams }: Props) => {
  const { after } = await searchParams;
  const key = { slug: (await params).slug, after: typeof after === "string" ? after : null };
  return (await listDecisions(await requireActor(), key)) ?? notFound();
};

export const generateMetadata = metadataOf(async (props: Props): Promise<Metadata> => {
  const { association } = await read(props);
  const t = await getTranslations("decision");
  return { title: t("titleOf", { name: association.name }), robots: { index: false } };
});

/** What an association decides together, and has decided; for those who belong (promise P54). */
export default page(async function DecisionsPage(props: Props) {
  const list = await read(props);
  const { slug, name } = list.association;
  const isFirst = typeof (await props.searchParams).after !== "string";
  const t = await getTranslations("decision");
  return (
    <div className="wrap">
      <Crumbs
        path={[{ label: name, href: { pathname: "/associations/[slug]", params: { slug } } }]}
        current={t("title")}
      />
      <PageHead title={t("titleOf", { name })} note={t("note")} />
      {list.open.length + list.over.length > 0 ? (
        <div className="sections">
          {isFirst ? <OpenDecisions list={list} /> : null}
          <OverDecisions list={list} />
        </div>
      ) : (
        <Empty title={t("none")} actions={<Propose list={list} />}>
          {t("noneText")}
        </Empty>
      )}
    </div>
  );
});
