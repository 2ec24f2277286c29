import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { writeNoteAction } from "@/app/_actions/note";
import { Notes } from "@/components/work/notes";
import { WorkFrame } from "@/components/work/work-frame";
import { requireActor } from "@/lib/auth/session";
import { findNotes } from "@/lib/project/note/queries";
import { metadataOf, page } from "../../../../../page-shape";

type Props = PageProps<"/[locale]/projects/[slug]/work/notes">;

const read = cache(async (slug: string) => (await findNotes(await requireActor(), slug)) ?? notFound());

export const generateMetadata = metadataOf(async ({ params }: Props): Promise<Metadata> => {
  const { project } = await read((await params).slug);
  const t = await getTranslations("work");
  return { title: `${t("part.notes")} · ${project.title}`, robots: { index: false } };
});

/** What those who take part keep writing together. */
export default page(async function NotesPage({ params, searchParams }: Props) {
  const view = await read((await params).slug);
  return (
    <WorkFrame work={view} part="notes" done={(await searchParams).done}>
      <Notes view={view} write={writeNoteAction} />
    </WorkFrame>
  );
});
