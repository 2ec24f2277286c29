import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MemberHead } from "@/components/membership/steward-tabs";
import { LogList } from "@/components/moderation/log-list";
import { requireActor } from "@/lib/auth/session";
import { findLog } from "@/lib/moderation/log/queries";
import { metadataOf, page } from "../../../../../page-shape";

type Props = PageProps<"/[locale]/associations/[slug]/manage/log">;

const read = async (props: Props) => (await findLog(await requireActor(), (await props.params).slug)) ?? notFound();

export const generateMetadata = metadataOf(async (props: Props): Promise<Metadata> => {
  const { association } = await read(props);
  const t = await getTranslations("moderation.log");
  return { title: t("titleOf", { name: association.name }), robots: { index: false } };
});

/** What was decided by which clause and why, without names: for those who belong (promise P54). */
export default page(async function LogPage(props: Props) {
  const { association, holds, lines } = await read(props);
  const t = await getTranslations("moderation.log");
  return (
    <div className="wrap">
      <MemberHead
        association={association}
        current="log"
        holds={holds}
        title={t("titleOf", { name: association.name })}
        note={t("note")}
      />
      <LogList lines={lines} />
    </div>
  );
});
