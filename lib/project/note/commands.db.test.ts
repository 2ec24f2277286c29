import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Actor, submitting } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { codeOf } from "@/lib/testing/joint";
import { anOffer, brokenInvariants, makeCrowd, makeProject } from "@/lib/testing/projects";
import { acceptOffer, offerToNeed, withdrawOffer } from "../offer/commands";
import { bringNoteBack, putNoteAway, restoreNote, saveNote, writeNote } from "./commands";
import { findNote, findNotes } from "./queries";
import { NOTES_KEPT_MAX, NOTES_MAX } from "./rules";

const NOW = new Date("2026-11-21T10:00:00Z");
const FIRST = { title: "Le chiavi", text: "Le tiene chi apre." };
let [owner, ada, stranger] = [] as unknown as [Actor, Actor, Actor];
let slug = "";
let offerId = "";
let noteId = "";

beforeAll(async () => {
  [owner, ada, stranger] = (await makeCrowd(3)) as [Actor, Actor, Actor];
});
beforeEach(async () => {
  const project = await makeProject(owner, { title: `Note ${randomUUID()}` });
  slug = project.slug;
  const offered = await offerToNeed(ada, anOffer(project.needIds[0] ?? ""), NOW);
  offerId = offered.ok ? offered.value.offerId : "";
  await acceptOffer(owner, { offerId }, NOW);
  const written = await writeNote(owner, { slug, ...FIRST }, NOW);
  noteId = written.ok ? written.value.noteId : "";
});
afterAll(async () => expect(await brokenInvariants()).toEqual([]));

const save = (who: Actor, base: number, text: string) =>
  saveNote(who, { slug, noteId, base, title: FIRST.title, text }, NOW).then(codeOf);
const restore = (who: Actor, base: number, number: number) =>
  restoreNote(who, { slug, noteId, base, number }, NOW).then(codeOf);
const see = (who: Actor, number: number | null = null) => findNote(who, { slug, noteId, number });

test("A6: every saving is a version, told by whom and with what changed; an earlier one comes back as a new one", async () => {
  expect(await save(ada, 1, "Le tiene chi chiude.")).toBe("ok");
  expect(await restore(owner, 2, 1)).toBe("ok");
  expect(await see(ada, 2)).toMatchObject({
    note: { title: "Le chiavi", text: "Le tiene chi apre.", last: { number: 3, restores: 1 } },
    versions: [
      { number: 3, author: { memberId: owner.memberId }, restores: 1 },
      { number: 2, author: { memberId: ada.memberId }, restores: null },
      { number: 1, author: { memberId: owner.memberId } },
    ],
    change: {
      title: [{ kind: "SAME", text: "Le chiavi" }],
      text: [
        { kind: "SAME", text: "Le tiene chi " },
        { kind: "REMOVED", text: "apre" },
        { kind: "ADDED", text: "chiude" },
        { kind: "SAME", text: "." },
      ],
    },
  });
  expect((await see(ada, 1))?.change).toMatchObject({ text: [{ kind: "ADDED", text: "Le tiene chi apre." }] });
  expect((await see(ada, 9))?.change).toBeNull();
  expect((await findNotes(ada, slug))?.notes).toMatchObject([{ id: noteId, last: { number: 3 } }]);
});

test("what says the same as the last is no new version, whatever one had before one’s eyes", async () => {
  expect(await save(ada, 1, FIRST.text)).toBe("ok");
  expect(await restore(ada, 1, 1)).toBe("ok");
  await save(ada, 1, "Altro.");
  expect(await save(owner, 1, "Altro.")).toBe("ok");
  expect((await see(owner))?.versions).toHaveLength(2);
});

test("nobody writes over what they have not seen: they are told which version came between", async () => {
  expect(await save(ada, 1, "Di Ada.")).toBe("ok");
  const late = await saveNote(owner, { slug, noteId, base: 1, ...FIRST, text: "Del capo." }, NOW);
  expect(late).toMatchObject({ ok: false, refusal: { code: "work.noteChanged", params: { version: 2 } } });
  expect(await restore(owner, 1, 1)).toBe("work.noteChanged");
  expect((await see(owner))?.note).toMatchObject({ text: "Di Ada.", last: { number: 2 } });
  expect(await save(owner, 2, "Di tutti e due.")).toBe("ok");
});

test("A4: of two dozen who save at once on the same version one does; the others are told, and nothing is lost", async () => {
  const answers = await Promise.all(
    Array.from({ length: 24 }, (_, i) => save(i % 2 ? ada : owner, 1, `Di chi è arrivato ${i}.`)),
  );
  const count = (code: string) => answers.filter((one) => one === code).length;
  expect([count("ok"), count("work.noteChanged")]).toEqual([1, 23]);
  expect((await see(ada))?.versions.map(({ number }) => number)).toEqual([2, 1]);
});

test("A7: one form sent five times at once is one version, and every answer shows it", async () => {
  const once = submitting(ada, randomUUID(), "save");
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => save(once, 1, "Una volta.")));
  expect(answers).toEqual(Array(5).fill("ok"));
  expect((await see(ada))?.versions).toHaveLength(2);
});

test("A2: there is none for a stranger, nor for whoever left; what they wrote stays, signed", async () => {
  await save(ada, 1, "Di Ada.");
  expect([await findNotes(stranger, slug), await see(stranger)]).toEqual([null, null]);
  expect(codeOf(await writeNote(stranger, { slug, ...FIRST }, NOW))).toBe("common.notFound");
  expect([await save(stranger, 2, "x"), await restore(stranger, 2, 1)]).toEqual(["common.notFound", "common.notFound"]);
  await withdrawOffer(ada, { offerId }, NOW);
  expect([await findNotes(ada, slug), await save(ada, 2, "Ancora.")]).toEqual([null, "common.notFound"]);
  expect((await see(owner))?.note.last.author?.memberId).toBe(ada.memberId);
});

test("a note is of its project alone, and a version that never was is not put back", async () => {
  const other = await makeProject(owner, { title: `Altro ${randomUUID()}` });
  const elsewhere = { slug: other.slug, noteId, base: 1 };
  expect(codeOf(await saveNote(owner, { ...elsewhere, ...FIRST, text: "x" }, NOW))).toBe("common.notFound");
  expect(codeOf(await restoreNote(owner, { ...elsewhere, number: 1 }, NOW))).toBe("common.notFound");
  expect(await findNote(owner, { slug: other.slug, noteId, number: null })).toBeNull();
  expect(await findNote(owner, { slug, noteId: "no", number: null })).toBeNull();
  expect(await restore(owner, 1, 7)).toBe("work.noSuchVersion");
});

const away = (who: Actor) => putNoteAway(who, { slug, noteId }, NOW).then(codeOf);
const back = (who: Actor) => bringNoteBack(who, { slug, noteId }, NOW).then(codeOf);

test("A6: a note is put away by whoever began it or leads the project; it is read, and changed no more until it is back", async () => {
  expect([await away(stranger), await back(stranger)]).toEqual(["common.notFound", "common.notFound"]);
  expect(await save(ada, 1, "Di Ada.")).toBe("ok");
  expect([await away(ada), (await see(ada))?.mayPutAway]).toEqual(["work.othersNote", false]);
  expect([(await see(owner))?.mayPutAway, await away(owner), await away(owner)]).toEqual([true, "ok", "ok"]);
  expect((await see(ada, 1))?.note).toMatchObject({ text: "Di Ada.", away: { by: { memberId: owner.memberId } } });
  expect([await save(owner, 2, "Ancora."), await restore(ada, 2, 1), await save(ada, 2, "Di Ada.")]).toEqual(
    Array(3).fill("work.notePutAway"),
  );
  const next = { noteId, number: 3, ...FIRST, authorId: ada.memberId, at: NOW };
  await expect(db.noteVersion.create({ data: next })).rejects.toThrow(/note_put_away/);
  expect([await back(ada), await back(ada)]).toEqual(["ok", "ok"]);
  expect((await see(ada))?.note).toMatchObject({ text: "Di Ada.", away: null, last: { number: 2 } });
  expect(await save(ada, 2, "Di nuovo.")).toBe("ok");
});

test("whoever began a note puts it away too, and whoever left does not", async () => {
  const written = await writeNote(ada, { slug, ...FIRST }, NOW);
  noteId = written.ok ? written.value.noteId : "";
  expect([await away(ada), await back(owner)]).toEqual(["ok", "ok"]);
  await withdrawOffer(ada, { offerId }, NOW);
  expect(await away(ada)).toBe("common.notFound");
});

test("what is put away leaves its place to another, and comes back only where there is one", async () => {
  const write = async () => codeOf(await writeNote(owner, { slug, ...FIRST }, NOW));
  const { id: projectId } = await db.project.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  for (let i = 1; i < NOTES_MAX; i += 1)
    await db.projectNote.create({
      data: { projectId, createdAt: NOW, versions: { create: { number: 1, ...FIRST, at: NOW } } },
    });
  expect(await write()).toBe("work.tooManyNotes");
  expect([await away(owner), await write(), await back(owner)]).toEqual(["ok", "ok", "work.tooManyNotes"]);
});

test("of all its notes, those put away included, a project keeps so many; one of them is brought back still", async () => {
  const { id: projectId } = await db.project.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  const rows = Array.from({ length: NOTES_KEPT_MAX - 2 }, () => ({ id: randomUUID(), projectId, createdAt: NOW }));
  await db.$transaction([
    db.projectNote.createMany({ data: rows }),
    db.noteVersion.createMany({ data: rows.map(({ id }) => ({ noteId: id, number: 1, ...FIRST, at: NOW })) }),
    db.projectNote.updateMany({ where: { id: { in: rows.map(({ id }) => id) } }, data: { putAwayAt: NOW } }),
  ]);
  const write = () => writeNote(owner, { slug, ...FIRST }, NOW);
  expect(codeOf(await write())).toBe("ok");
  expect(await write()).toMatchObject({
    ok: false,
    refusal: { code: "work.tooManyNotesKept", params: { max: NOTES_KEPT_MAX } },
  });
  noteId = rows[0]?.id ?? "";
  expect(await back(ada)).toBe("ok");
  expect((await findNotes(ada, slug))?.notes).toHaveLength(NOTES_KEPT_MAX);
});

test("A4: saved and put away at once, a note is never changed after it was put away", async () => {
  const answers = await Promise.all(
    Array.from({ length: 16 }, (_, i) => (i % 2 ? save(ada, 1, `Di ${i}.`) : away(owner))),
  );
  expect(answers.filter((one) => one === "ok").length).toBeGreaterThanOrEqual(8);
  for (const one of answers) expect(["ok", "work.noteChanged", "work.notePutAway"]).toContain(one);
  expect((await see(ada))?.note.away).not.toBeNull();
});

test("once the project is over its notes are read, and written no more", async () => {
  await db.project.update({ where: { slug }, data: { state: "ABANDONED", concludedAt: NOW } });
  expect(await save(ada, 1, "Tardi.")).toBe("project.over");
  expect(await see(ada)).toMatchObject({ barred: "project.over", note: { text: FIRST.text } });
});

test("A6: the database keeps versions as they are, one after the other", async () => {
  const add = (data: object) =>
    db.noteVersion.create({ data: { noteId, ...FIRST, authorId: ada.memberId, at: NOW, ...data } as never });
  await expect(db.noteVersion.updateMany({ where: { noteId }, data: { text: "Altro." } })).rejects.toThrow(/A6/);
  await expect(db.noteVersion.deleteMany({ where: { noteId } })).rejects.toThrow(/A6/);
  await expect(add({ number: 3 })).rejects.toThrow(/note_number/);
  await expect(add({ number: 1 })).rejects.toThrow(/note_number|Unique/);
  await expect(add({ number: 2, restores: 1, text: "Non diceva così." })).rejects.toThrow(/note_restores/);
  await expect(add({ number: 2, title: " " })).rejects.toThrow(/note_title/);
});
