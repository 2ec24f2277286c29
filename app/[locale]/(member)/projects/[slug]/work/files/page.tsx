import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import * as actions from "@/app/_actions/work";
import { Files } from "@/components/work/files";
import { WorkFrame } from "@/components/work/work-frame";
import { requireActor } from "@/lib/auth/session";

import { findFiles } from "@/lib/project/file/queries";
import { metadataOf, page } from "../../../../../page-shape";

type Props = PageProps<"/[locale]/projects/[slug]/work/files">;

const read = cache(async (slug: string) => (await findFiles(await requireActor(), slug)) ?? notFound());

export const generateMetadata = metadataOf(async ({ params }: Props): Promise<Metadata> => {
  const { project } = await read((await params).slug);
  const t = await getTranslations("work");
  return { title: `${t("part.files")} · ${project.title}`, robots: { index: false } };
});

const ACTIONS = { upload: actions.uploadFileAction, remove: actions.removeFileAction };

/** Pictures and documents of the project. */
export default page(async function FilesPage({ params, searchParams }: Props) {
  const view = await read((await params).slug);
  return (
    <WorkFrame work={view} part="files" done={(await searchParams).done}>
      <Files view={view} actions={ACTIONS} />
    </WorkFrame>
  );
});
