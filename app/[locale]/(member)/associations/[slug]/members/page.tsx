import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MembersTable } from "@/components/membership/members-table";
import { MemberHead } from "@/components/membership/steward-tabs";
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
  const { association, holds, total, items, nextCursor } = await read(props);
  const t = await getTranslations("membership.members");
  const { slug, name } = association;
  return (
    <div className="wrap">
      <MemberHead
        association={association}
        current="members"
        holds={holds}
        title={t("titleOf", { name })}
        note={t("note", { count: total })}
      />
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
