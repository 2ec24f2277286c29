import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { discardDraftAction, publishCharterAction, saveDraftAction } from "@/app/_actions/charter";
import { putCharterToVoteAction } from "@/app/_actions/decision";
import { CharterVoteForm, CharterVotes } from "@/components/decision/charter-vote-form";
import { Section } from "@/components/layout/section";
import { AdoptionList } from "@/components/membership/adoption";
import { CharterEditor } from "@/components/membership/charter-editor";
import { CharterAside, CharterPreview } from "@/components/membership/charter-preview";
import { CharterState } from "@/components/membership/charter-state";
import { StewardHead } from "@/components/membership/steward-tabs";
import { Done } from "@/components/ui/done";
import { requireActor } from "@/lib/auth/session";
import { addDays, addMonths, dayOf } from "@/lib/core/duration";
import { listDecisions } from "@/lib/decision/queries";
import { SOLEMN_DAYS, VOTING_DAYS_MAX } from "@/lib/decision/rules";
import { REVIEW_MONTHS_MAX } from "@/lib/membership/charter/rules";
import { findDraftDesk } from "@/lib/membership/draft/queries";
import { doneOf } from "@/lib/membership/notice/rules";
import { metadataOf, page } from "../../../../../page-shape";

type Props = PageProps<"/[locale]/associations/[slug]/manage/charter">;

const read = async (props: Props) => {
  const fromAside = (await props.searchParams).from === "mine";
  return (await findDraftDesk(await requireActor(), (await props.params).slug, { fromAside })) ?? notFound();
};

const listCharterVotes = async (slug: string) =>
  (await listDecisions(await requireActor(), { slug, after: null }))?.open.filter(({ kind }) => kind === "CHARTER") ??
  [];

export const generateMetadata = metadataOf(async (props: Props): Promise<Metadata> => {
  const { association } = await read(props);
  const t = await getTranslations("charter.edit");
  return { title: `${t("title")}, ${association.name}`, robots: { index: false } };
});

/** Writing the next charter, seeing what it would change, publishing it. */
export default page(async function CharterDeskPage(props: Props) {
  const desk = await read(props);
  const t = await getTranslations("charter.edit");
  const { done, from } = await props.searchParams;
  const say = await getTranslations("decision.charter");
  const now = new Date();
  const voting = { min: dayOf(addDays(now, SOLEMN_DAYS)), max: dayOf(addDays(now, VOTING_DAYS_MAX - 1)) };
  const today = dayOf(now);
  const days = { min: dayOf(addDays(now, 1)), max: addMonths(today, REVIEW_MONTHS_MAX) };
  return (
    <div className="wrap">
      <StewardHead association={desk.association} current="charter" holds={desk.holds} note={t("note")} />
      <Done of="membership" done={doneOf(done)} />
      <div className="sections mt-6 max-w-[46rem]">
        <CharterState desk={desk} today={today} />
        {desk.aside ? (
          <CharterAside desk={desk} aside={desk.aside} isOpen={from === "mine"} discard={discardDraftAction} />
        ) : null}
        <CharterPreview desk={desk} publish={publishCharterAction} discard={discardDraftAction} />
        {desk.preview?.obstacle?.code === "membership.charterNotVoted" ? (
          <Section id="vote" title={say("title")}>
            <CharterVotes votes={await listCharterVotes(desk.association.slug)} slug={desk.association.slug} />
            <CharterVoteForm slug={desk.association.slug} action={putCharterToVoteAction} days={voting} />
          </Section>
        ) : null}
        {desk.adoption ? <AdoptionList adoption={desk.adoption} /> : null}
        <CharterEditor key={desk.revision} desk={desk} action={saveDraftAction} days={days} />
      </div>
    </div>
  );
});
