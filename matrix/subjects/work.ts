import { addDays, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { findProjectToKeep } from "@/lib/project/export/queries";
import { uploadFile } from "@/lib/project/file/commands";
import { findFiles, findProjectFile } from "@/lib/project/file/queries";
import { findLog } from "@/lib/project/log/queries";
import { callMeeting } from "@/lib/project/meeting/commands";
import { findMeetingEvent, findMeetings } from "@/lib/project/meeting/queries";
import { putNoteAway, saveNote, writeNote } from "@/lib/project/note/commands";
import { findNote, findNotes } from "@/lib/project/note/queries";
import { openThread } from "@/lib/project/talk/commands";
import { findTalk } from "@/lib/project/talk/queries";
import type { Subject } from "../subject";
import { done } from "../world/place";
import { aProject } from "../world/project";
import { nothing, type World } from "../world/scene";

const SOON = dayOf(addDays(new Date(), 9));
const MEETING = { title: "Sopralluogo", on: SOON, from: "18:00", to: "19:00", place: "Al lavatoio" };

const NOTE = { title: "Le chiavi", text: "Le tiene chi apre." };

/** What is said, decided, planned and kept in a project: a thread, two notes, one put away, a meeting and a file of who leads it. */
export const work: Subject = {
  near: ["owner", "seated"],
  async scenes(world) {
    const running = await sceneIn(world, {});
    return {
      running,
      hidden: await sceneIn(world, { isHidden: true }),
      absent: {
        ...running,
        params: {
          ...{ slug: "nessuno-lo-ha-mai-proposto", threadId: nothing(), meetingId: nothing() },
          ...{ fileId: nothing(), id: nothing(), note: nothing(), awayId: nothing(), file: "project.json" },
        },
      },
    };
  },
  acts: {
    openThread: ({ slug = "" }) => ({ slug, title: "Le chiavi", text: "Chi le tiene?" }),
    answerThread: ({ slug = "", threadId = "" }) => ({ slug, threadId, text: "Io." }),
    withdrawMessage: ({ slug = "", threadId = "" }) => ({ slug, messageId: threadId }),
    logDecision: ({ slug = "" }) => ({
      ...{ slug, what: "Si apre di sabato", why: "Di sabato ci siamo tutti." },
      ...{ decidedOn: dayOf(new Date()), correctsId: "" },
    }),
    callMeeting: ({ slug = "" }) => ({ slug, ...MEETING, link: "" }),
    changeMeeting: ({ slug = "", meetingId = "" }) => ({ slug, meetingId, ...MEETING, to: "20:00", link: "" }),
    cancelMeeting: ({ slug = "", meetingId = "" }) => ({ slug, meetingId }),
    answerMeeting: ({ slug = "", meetingId = "" }) => ({ slug, meetingId, answer: "YES" }),
    writeNote: ({ slug = "" }) => ({ slug, ...NOTE }),
    saveNote: ({ slug = "", note = "" }) => ({ slug, noteId: note, base: "2", ...NOTE, text: "Le ha Ivo." }),
    restoreNote: ({ slug = "", note = "" }) => ({ slug, noteId: note, base: "2", number: "1" }),
    putNoteAway: ({ slug = "", note = "" }) => ({ slug, noteId: note }),
    bringNoteBack: ({ slug = "", awayId = "" }) => ({ slug, noteId: awayId }),
    uploadFile: ({ slug = "" }) => ({ slug, file: new File(["Misure: 2,40."], "misure.txt") }),
    removeFile: ({ slug = "", fileId = "" }) => ({ slug, fileId }),
  },
  pages: [
    ...["/projects/[slug]/work/talk", "/projects/[slug]/work/log"],
    ...["/projects/[slug]/work/meetings", "/projects/[slug]/work/files", "/api/meetings/[id]"],
    ...["/api/exports/projects/[slug]/[file]", "/projects/[slug]/work/notes", "/projects/[slug]/work/notes/[note]"],
  ],
  open: {
    "project/file.findProjectFile": (viewer, { fileId = "" }) => findProjectFile(viewer, fileId),
  },
  asks: {
    "project/talk.findTalk": (actor, { slug = "" }) => findTalk(actor, slug),
    "project/log.findLog": (actor, { slug = "" }) => findLog(actor, slug),
    "project/meeting.findMeetings": (actor, { slug = "" }) => findMeetings(actor, slug),
    "project/meeting.findMeetingEvent": (actor, { meetingId = "" }) => findMeetingEvent(actor, meetingId),
    "project/export.findProjectToKeep": (actor, { slug = "" }) => findProjectToKeep(actor, slug),
    "project/note.findNotes": (actor, { slug = "" }) => findNotes(actor, slug),
    "project/note.findNote": (actor, { slug = "", note = "" }) => findNote(actor, { slug, noteId: note, number: 1 }),
    "project/file.findFiles": (actor, { slug = "" }) => findFiles(actor, slug),
  },
};

async function sceneIn(world: World, { isHidden = false }) {
  const { slug, owner, seated } = await aProject({ place: await world.home(), isHidden });
  const { threadId } = done(await openThread(owner, { slug, title: "Il tetto", text: "Da dove si comincia?" }));
  const { noteId: note } = done(await writeNote(owner, { slug, ...NOTE }));
  done(await saveNote(owner, { slug, noteId: note, base: 1, ...NOTE, text: "Le tiene chi chiude." }));
  const { noteId: awayId } = done(await writeNote(owner, { slug, ...NOTE, title: "Le chiavi di prima" }));
  done(await putNoteAway(owner, { slug, noteId: awayId }));
  done(await callMeeting(owner, { slug, ...MEETING, link: null }));
  done(await uploadFile(owner, { slug, file: new File(["Appunti."], "appunti.txt") }));
  const where = { project: { slug } };
  const { id: meetingId } = await db.meeting.findFirstOrThrow({ where, select: { id: true } });
  const { id: fileId } = await db.projectFile.findFirstOrThrow({ where, select: { id: true } });
  return world.scene(
    await world.home(),
    { slug, threadId, meetingId, fileId, id: meetingId, note, awayId, file: "project.json" },
    { owner, seated },
  );
}
