import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import * as act from "@/app/_actions/note";
import { Note, type NoteActions } from "@/components/work/note";
import { WorkFrame } from "@/components/work/work-frame";
import { requireActor } from "@/lib/auth/session";
import { findNote } from "@/lib/project/note/queries";
import { versionAsked } from "@/lib/project/note/schema";
import { metadataOf, page } from "../../../../../../page-shape";

type Props = PageProps<"/[locale]/projects/[slug]/work/notes/[note]">;

const read = cache(
  async (slug: string, noteId: string, number: number | null) =>
    (await findNote(await requireActor(), { slug, noteId, number })) ?? notFound(),
);

async function find({ params, searchParams }: Props) {
  const { slug, note } = await params;
  return read(slug, note, versionAsked.safeParse((await searchParams).version).data ?? null);
}

export const generateMetadata = metadataOf(async (props: Props): Promise<Metadata> => {
  const { note } = await find(props);
  return { title: note.title, robots: { index: false } };
});

const NOTE: NoteActions = {
  ...{ save: act.saveNoteAction, restore: act.restoreNoteAction },
  ...{ putAway: act.putNoteAwayAction, bringBack: act.bringNoteBackAction },
};

/** One note: what it says, changing it, and every version it had. */
export default page(async function NotePage(props: Props) {
  const view = await find(props);
  return (
    <WorkFrame work={view} part="notes" done={(await props.searchParams).done} title={view.note.title}>
      <Note view={view} actions={NOTE} />
    </WorkFrame>
  );
});
