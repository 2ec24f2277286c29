import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DeskLayout } from "@/components/layout/columns";
import { DeskFrame } from "@/components/membership/desk-frame";
import { DeskList } from "@/components/membership/desk-list";
import { Done } from "@/components/ui/done";
import { Empty } from "@/components/ui/empty";
import { requireActor } from "@/lib/auth/session";
import { findDesk } from "@/lib/membership/decision/queries";
import { doneOf } from "@/lib/membership/notice/rules";
import { metadataOf, page } from "../../../../../page-shape";

type Props = PageProps<"/[locale]/associations/[slug]/manage/applications">;

export const generateMetadata = metadataOf(async (props: Props): Promise<Metadata> => {
  const { association } = (await findDesk(await requireActor(), (await props.params).slug)) ?? notFound();
  const t = await getTranslations("membership.desk");
  return { title: `${t("applications")}, ${association.name}`, robots: { index: false } };
});

/** The applications that wait for a decision, for whoever admits. */
export default page(async function DeskPage(props: Props) {
  const now = new Date();
  const desk = (await findDesk(await requireActor(), (await props.params).slug, now)) ?? notFound();
  const t = await getTranslations("membership.desk");
  return (
    <DeskFrame desk={desk}>
      <Done of="membership" done={doneOf((await props.searchParams).done)} />
      {desk.queue.length > 0 ? (
        <DeskLayout list={<DeskList desk={desk} now={now} />} listLabel={t("queue")}>
          <p className="meta">{t("choose")}</p>
        </DeskLayout>
      ) : (
        <Empty title={t("empty.title")}>{t("empty.text")}</Empty>
      )}
    </DeskFrame>
  );
});
