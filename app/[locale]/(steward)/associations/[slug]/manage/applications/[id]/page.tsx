import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { decideApplicationAction, sayOnApplicationAction } from "@/app/_actions/application";
import { DeskLayout } from "@/components/layout/columns";
import { DeskFrame } from "@/components/membership/desk-frame";
import { DeskList } from "@/components/membership/desk-list";
import { DeskPapers } from "@/components/membership/desk-papers";
import { Done } from "@/components/ui/done";
import { requireActor } from "@/lib/auth/session";
import { listMessages } from "@/lib/membership/conversation/queries";
import { findDesk, findOnDesk } from "@/lib/membership/decision/queries";
import { doneOf } from "@/lib/membership/notice/rules";
import { listGivenVouches } from "@/lib/membership/vouch/queries";
import { metadataOf, page } from "../../../../../../page-shape";

type Props = PageProps<"/[locale]/associations/[slug]/manage/applications/[id]">;

export const generateMetadata = metadataOf(async (props: Props): Promise<Metadata> => {
  const { person } = (await findOnDesk(await requireActor(), await props.params)) ?? notFound();
  return { title: person.name, robots: { index: false } };
});

/** One application: the queue at the left, the papers at the right, the decision last. */
export default page(async function DeskApplicationPage(props: Props) {
  const now = new Date();
  const actor = await requireActor();
  const { slug, id } = await props.params;
  const [desk, papers] = await Promise.all([findDesk(actor, slug, now), findOnDesk(actor, { slug, id }, now)]);
  if (!desk || !papers) notFound();
  const [messages, vouches] = await Promise.all([listMessages(actor, id), listGivenVouches(id)]);
  const done = doneOf((await props.searchParams).done);
  const t = await getTranslations("membership.desk");
  return (
    <DeskFrame desk={desk}>
      <DeskLayout list={<DeskList desk={desk} currentId={id} now={now} />} listLabel={t("queue")}>
        <div>
          <Done of="membership" done={done === "said" ? done : null} />
          <DeskPapers
            papers={papers}
            messages={messages}
            vouches={vouches}
            say={sayOnApplicationAction}
            action={decideApplicationAction}
          />
        </div>
      </DeskLayout>
    </DeskFrame>
  );
});
