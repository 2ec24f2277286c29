import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import * as actions from "@/app/_actions/work";
import { Talk } from "@/components/work/talk";
import { WorkFrame } from "@/components/work/work-frame";
import { requireActor } from "@/lib/auth/session";

import { findTalk } from "@/lib/project/talk/queries";
import { metadataOf, page } from "../../../../../page-shape";

type Props = PageProps<"/[locale]/projects/[slug]/work/talk">;

const read = cache(async (slug: string) => (await findTalk(await requireActor(), slug)) ?? notFound());

export const generateMetadata = metadataOf(async ({ params }: Props): Promise<Metadata> => {
  const { project } = await read((await params).slug);
  const t = await getTranslations("work");
  return { title: `${t("part.talk")} · ${project.title}`, robots: { index: false } };
});

const ACTIONS = {
  open: actions.openThreadAction,
  answer: actions.answerThreadAction,
  withdraw: actions.withdrawMessageAction,
};

/** What those who take part say to one another. */
export default page(async function TalkPage({ params, searchParams }: Props) {
  const view = await read((await params).slug);
  return (
    <WorkFrame work={view} part="talk" done={(await searchParams).done}>
      <Talk view={view} actions={ACTIONS} />
    </WorkFrame>
  );
});
