import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import * as actions from "@/app/_actions/work";
import { Meetings } from "@/components/work/meetings";
import { WorkFrame } from "@/components/work/work-frame";
import { requireActor } from "@/lib/auth/session";
import { dayOf } from "@/lib/core/duration";
import { findMeetings } from "@/lib/project/meeting/queries";
import { metadataOf, page } from "../../../../../page-shape";

type Props = PageProps<"/[locale]/projects/[slug]/work/meetings">;

const read = cache(async (slug: string) => (await findMeetings(await requireActor(), slug)) ?? notFound());

export const generateMetadata = metadataOf(async ({ params }: Props): Promise<Metadata> => {
  const { project } = await read((await params).slug);
  const t = await getTranslations("work");
  return { title: `${t("part.meetings")} · ${project.title}`, robots: { index: false } };
});

const ACTIONS = {
  call: actions.callMeetingAction,
  change: actions.changeMeetingAction,
  cancel: actions.cancelMeetingAction,
  answer: actions.answerMeetingAction,
};

/** When those who take part meet. */
export default page(async function MeetingsPage({ params, searchParams }: Props) {
  const view = await read((await params).slug);
  return (
    <WorkFrame work={view} part="meetings" done={(await searchParams).done}>
      <Meetings view={view} actions={ACTIONS} today={dayOf(new Date())} />
    </WorkFrame>
  );
});
