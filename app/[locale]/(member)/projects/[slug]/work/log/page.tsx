import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import * as actions from "@/app/_actions/work";
import { Log } from "@/components/work/log";
import { WorkFrame } from "@/components/work/work-frame";
import { requireActor } from "@/lib/auth/session";
import { dayOf } from "@/lib/core/duration";
import { findLog } from "@/lib/project/log/queries";
import { metadataOf, page } from "../../../../../page-shape";

type Props = PageProps<"/[locale]/projects/[slug]/work/log">;

const read = cache(async (slug: string) => (await findLog(await requireActor(), slug)) ?? notFound());

export const generateMetadata = metadataOf(async ({ params }: Props): Promise<Metadata> => {
  const { project } = await read((await params).slug);
  const t = await getTranslations("work");
  return { title: `${t("part.log")} · ${project.title}`, robots: { index: false } };
});

const ACTIONS = { log: actions.logDecisionAction };

/** What the project decided, and why. */
export default page(async function LogPage({ params, searchParams }: Props) {
  const view = await read((await params).slug);
  return (
    <WorkFrame work={view} part="log" done={(await searchParams).done}>
      <Log view={view} actions={ACTIONS} today={dayOf(new Date())} />
    </WorkFrame>
  );
});
