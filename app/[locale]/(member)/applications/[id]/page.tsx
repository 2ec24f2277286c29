import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import {
  askVouchAction,
  confirmPapersAction,
  sayOnApplicationAction,
  withdrawApplicationAction,
} from "@/app/_actions/application";
import { ConfirmPapers } from "@/components/membership/confirm-papers";
import { Conversation } from "@/components/membership/conversation";
import { Decisions } from "@/components/membership/decisions";
import { OwnOutcome } from "@/components/membership/own-outcome";
import { Papers } from "@/components/membership/papers";
import { OwnVouches } from "@/components/membership/vouches";
import { Crumbs } from "@/components/ui/crumbs";
import { Done } from "@/components/ui/done";
import { Emblem } from "@/components/ui/emblem";
import { Instant } from "@/components/ui/moment";
import { Who } from "@/components/ui/who";
import { requireActor } from "@/lib/auth/session";
import { addDays, dayOf } from "@/lib/core/duration";
import { findMyApplication } from "@/lib/membership/application/queries";
import type { ApplicationState, OwnPapersView } from "@/lib/membership/application/types";
import { findConfirmation } from "@/lib/membership/confirmation/queries";
import { listMessages } from "@/lib/membership/conversation/queries";
import { doneOf, type Done as Happened } from "@/lib/membership/notice/rules";
import { latestUntil } from "@/lib/membership/papers/rules";
import { listOwnVouches } from "@/lib/membership/vouch/queries";
import { metadataOf, page } from "../../../page-shape";

type Props = PageProps<"/[locale]/applications/[id]">;

/** What an address may say has just happened, as long as it is still so. */
const HAPPENED: Partial<Record<ApplicationState, readonly Happened[]>> = {
  PENDING: ["applied", "said", "vouchAsked", "papersConfirmed"],
  WITHDRAWN: ["withdrawn"],
};

const read = async (props: Props) =>
  (await findMyApplication(await requireActor(), (await props.params).id)) ?? notFound();

export const generateMetadata = metadataOf(async (props: Props): Promise<Metadata> => {
  const { association } = await read(props);
  const t = await getTranslations("membership.mine");
  return { title: t("one", { name: association.name }), robots: { index: false } };
});

/** What I wrote, and the answer with its reason. */
export default page(async function ApplicationPage(props: Props) {
  const papers = await read(props);
  const t = await getTranslations("membership.mine");
  const { slug, name, values } = papers.association;
  const done = doneOf((await props.searchParams).done);
  const isPast = papers.reapplyFrom === null || new Date(papers.reapplyFrom) <= new Date();
  return (
    <div className="wrap">
      <Crumbs path={[{ label: t("title"), href: "/applications" }]} current={name} />
      <div className="desk-main max-w-[46rem]">
        <div>
          <h1>{t("one", { name })}</h1>
          <Done of="membership" done={HAPPENED[papers.state]?.find((one) => one === done) ?? null} />
          <div className="mt-4">
            <Who
              tile={<Emblem slug={slug} values={values} side={48} />}
              name={name}
              lines={[
                t.rich("sent", { day: () => <Instant at={papers.submittedAt} /> }),
                t("versionRead", { version: papers.charterVersion }),
              ]}
            />
          </div>
        </div>
        <section aria-labelledby="outcome">
          <h2 id="outcome" className="vh">
            {t("outcome")}
          </h2>
          <OwnOutcome papers={papers} isPast={isPast} withdraw={withdrawApplicationAction} />
        </section>
        <Confirm papers={papers} />
        <Decisions decisions={papers.decisions} />
        <Alongside papers={papers} />
        <Papers papers={papers} isOwn />
      </div>
    </div>
  );
});

/** Where the charter changed since, the one form that puts the application on the new one. */
async function Confirm({ papers }: { papers: OwnPapersView }) {
  const actor = await requireActor();
  const view = await findConfirmation(actor, papers);
  if (!view) return null;
  const now = new Date();
  const days = { min: dayOf(addDays(now, 1)), max: latestUntil(dayOf(now)) };
  return <ConfirmPapers papers={papers} view={view} name={actor.name} action={confirmPapersAction} days={days} />;
}

/** What goes on beside the papers while they wait: words asked for, and what is written to each other. */
async function Alongside({ papers }: { papers: OwnPapersView }) {
  const { id, state, sponsorsRequired, answerBy } = papers;
  const t = await getTranslations("membership.conversation");
  const isOpen = state === "PENDING";
  const [vouches, messages] = await Promise.all([listOwnVouches(id), listMessages(await requireActor(), id)]);
  if (answerBy === null) return null;
  return (
    <>
      <OwnVouches
        applicationId={id}
        vouches={vouches}
        required={sponsorsRequired}
        ask={isOpen ? askVouchAction : null}
      />
      <Conversation
        applicationId={id}
        messages={messages}
        note={t("noteOwn")}
        say={isOpen ? sayOnApplicationAction : null}
      />
    </>
  );
}
