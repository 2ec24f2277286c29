import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHead } from "@/components/layout/page-head";
import { MembersTable } from "@/components/membership/members-table";
import { Crumbs } from "@/components/ui/crumbs";
import { Pagination } from "@/components/ui/pagination";
import { requireActor } from "@/lib/auth/session";
import { listMembers } from "@/lib/membership/roster/queries";
import { metadataOf, page } from "../../../../page-shape";

type Props = PageProps<"/[locale]/associations/[slug]/members">;

const read = async ({ params, searchParams }: Props) => {
  const { after } = await searchParams;
  const cursor = typeof after === "string" ? after : null;
  return (await listMembers(await requireActor(), (await params).slug, cursor)) ?? notFound();
};

export const generateMetadata = metadataOf(async (props: Props): Promise<Metadata> => {
  const { association } = await read(props);
  const t = await getTranslations("membership.members");
  return { title: t("titleOf", { name: association.name }), robots: { index: false } };
});

/** Everybody who belongs; for those who belong. */
export default page(async function MembersPage(props: Props) {
  const { association, total, items, nextCursor } = await read(props);
  const t = await getTranslations("membership.members");
  const { slug, name } = association;
  const path = { pathname: "/associations/[slug]", params: { slug } } as const;
  return (
    <div className="wrap">
      <Crumbs path={[{ label: name, href: path }]} current={t("title")} />
      <PageHead title={t("titleOf", { name })} note={t("note", { count: total })} />
      <MembersTable slug={slug} lines={items} />
      <Pagination
        next={
          nextCursor
            ? { pathname: "/associations/[slug]/members", params: { slug }, query: { after: nextCursor } }
            : null
        }
      >
        {nextCursor ? null : t("all")}
      </Pagination>
    </div>
  );
});
