import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { inputOf } from "@/lib/form/reading";
import { codeOf } from "@/lib/testing/joint";
import { aNeed, anOffer, brokenInvariants, makeCrowd, makeGroup, makeProject } from "@/lib/testing/projects";
import { readImport } from "../import/commands";
import { logDecision } from "../log/commands";
import { answerMeeting, callMeeting } from "../meeting/commands";
import { writeNote } from "../note/commands";
import { acceptOffer, offerToNeed, withdrawOffer } from "../offer/commands";
import { proposeProject } from "../proposal/commands";
import { PROJECT_LISTS, proposeInput } from "../schema";
import { answerThread, openThread } from "../talk/commands";
import { addTask } from "../task/commands";
import { findProjectToKeep } from "./queries";
import { dataOf } from "./rules";

const NOW = new Date("2026-11-21T10:00:00Z");
const WHERE = { at: NOW.toISOString(), addressOf: (slug: string) => `https://example.org/${slug}` };
let [owner, ada, bo, stranger] = [] as unknown as [Actor, Actor, Actor, Actor];
let group: { slug: string };
let slug = "";
let offerId = "";

beforeAll(async () => {
  [owner, ada, bo, stranger] = (await makeCrowd(4)) as [Actor, Actor, Actor, Actor];
  group = await makeGroup({ steward: owner, active: [ada, bo] });
  const needs = [
    aNeed({ competence: "accounting", hours: 120, seats: 2 }),
    aNeed({ row: 1, title: "Un camino", kind: "RESOURCE", isCritical: false, due: null, seats: 3 }),
  ];
  const words = { forWhom: "Chi lava", whyTogether: "Servono più mani.", description: "Era chiuso.\nOra no." };
  const place = { association: group.slug, isMembersOnly: true, values: ["care"], place: "imola", contentLocale: "en" };
  const deliverables = [{ row: 0, title: "Un luogo coperto aperto due giorni", due: "2027-06-30" }];
  const papers = { title: "Il lavatoio", ...words, ...(place as object), needs, deliverables };
  const project = await makeProject(owner, papers, NOW);
  slug = project.slug;
  for (const who of [ada, bo]) {
    const offered = await offerToNeed(who, anOffer(project.needIds[0] ?? ""), NOW);
    offerId = offered.ok ? offered.value.offerId : "";
    expect(codeOf(await acceptOffer(owner, { offerId }, NOW))).toBe("ok");
  }
  await addTask(
    ada,
    { slug, title: "Misurare", words: "Tutto.", due: "2026-12-05", deliverableId: null, isMine: true },
    NOW,
  );
  await logDecision(
    ada,
    { slug, what: "Si apre di sabato", why: "Ci siamo tutti.", decidedOn: "2026-11-20", correctsId: null },
    NOW,
  );
  await writeNote(bo, { slug, title: "Le regole", text: "Si lava al mattino." }, NOW);
  const opened = await openThread(ada, { slug, title: "Le chiavi", text: "Chi le tiene?" }, NOW);
  await answerThread(bo, { slug, threadId: opened.ok ? opened.value.threadId : "", text: "Io." }, NOW);
  await callMeeting(
    owner,
    { slug, title: "Sopralluogo", on: "2026-12-01", from: "18:00", to: "19:00", place: "Là", link: null },
    NOW,
  );
  const { id: meetingId } = await db.meeting.findFirstOrThrow({ where: { project: { slug } }, select: { id: true } });
  await answerMeeting(ada, { slug, meetingId, answer: "NOT_NOW" }, NOW);
  await answerMeeting(bo, { slug, meetingId, answer: "YES" }, NOW);
});
afterAll(async () => expect(await brokenInvariants()).toEqual([]));

async function taken(actor: Actor) {
  const kept = await findProjectToKeep(actor, slug, NOW);
  return kept && dataOf(kept, WHERE);
}
const fileOf = (data: unknown) => new File([JSON.stringify(data)], "project.json");
const papersOf = async (at: string) => {
  const select = {
    title: true,
    seats: true,
    isCritical: true,
    dueOn: true,
    minutes: true,
    kind: true,
    competenceId: true,
  };
  const { needs, deliverables, ...words } = await db.project.findUniqueOrThrow({
    where: { slug: at },
    select: {
      ...{ title: true, kind: true, purpose: true, forWhom: true, whyTogether: true, values: true, description: true },
      ...{ placeSlug: true, isMembersOnly: true, contentLocale: true, associationId: true },
      needs: { orderBy: { position: "asc" }, select },
      deliverables: { orderBy: { position: "asc" }, select: { title: true, dueOn: true } },
    },
  });
  return { ...words, needs, deliverables };
};

test("holds what the pages show: papers, people, tasks, decisions, meetings, words", async () => {
  expect(await taken(ada)).toMatchObject({
    schema: "tessera.project/1",
    papers: { title: "Il lavatoio", association: group.slug, place: "imola", contentLocale: "en", values: ["care"] },
    deliverables: [{ title: "Un luogo coperto aperto due giorni", due: "2027-06-30" }],
    needs: [
      { competence: "accounting", minutes: 120, accepted: 2 },
      { kind: "RESOURCE", due: null },
    ],
    people: [{ role: "LEAD", handle: owner.handle }, { role: "SEAT", handle: ada.handle }, { handle: bo.handle }],
    tasks: [{ title: "Misurare", owner: { handle: ada.handle }, due: "2026-12-05" }],
    decisions: [{ what: "Si apre di sabato", author: { handle: ada.handle } }],
    discussion: [{ title: "Le chiavi", answers: [{ text: "Io.", author: { handle: bo.handle } }] }],
    notes: [{ title: "Le regole", text: "Si lava al mattino.", version: 1, author: { handle: bo.handle } }],
    course: { state: "PROPOSED" },
  });
});

test("PT3: a «non ora» is in nobody’s file, not even in that of whoever called the meeting", async () => {
  for (const who of [owner, ada, bo]) {
    const data = await taken(who);
    expect(data?.meetings).toMatchObject([{ coming: [{ handle: owner.handle }, { handle: bo.handle }] }]);
    expect(JSON.stringify(data)).not.toMatch(/notNow|NOT_NOW|isComing/);
  }
});

test("A2: there is none for a stranger, for a member without a seat, and for whoever left it", async () => {
  const [outside] = (await makeCrowd(1)) as [Actor];
  for (const who of [stranger, outside]) expect(await findProjectToKeep(who, slug, NOW)).toBeNull();
  expect(codeOf(await withdrawOffer(bo, { offerId }, NOW))).toBe("ok");
  expect(await findProjectToKeep(bo, slug, NOW)).toBeNull();
  expect(JSON.stringify(await taken(ada))).toContain(`"author":{"name":"${bo.name}"`);
});

test.each(["it", "en"] as const)(
  "taken out, read in in %s and proposed, the papers are the same, and nobody is in it",
  async (language) => {
    const before = await db.project.count();
    const filled = await readImport(
      ada,
      { file: fileOf(await taken(ada)), withoutPast: false },
      { language, now: NOW },
    );
    if (!filled.ok) throw new Error(filled.refusal.code);
    expect(await db.project.count()).toBe(before);
    const form = new FormData();
    for (const [name, all] of Object.entries(filled.value.values)) for (const value of all) form.append(name, value);
    const proposed = await proposeProject(ada, proposeInput.parse(inputOf(form, PROJECT_LISTS)), NOW);
    const again = proposed.ok ? proposed.value.slug : "";
    expect(again).toMatch(/^il-lavatoio-\d$/);
    expect(await papersOf(again)).toEqual(await papersOf(slug));
    expect(await db.needOffer.count({ where: { need: { project: { slug: again } } } })).toBe(0);
    expect(await db.project.findUnique({ where: { slug: again }, select: { ownerId: true } })).toEqual({
      ownerId: ada.memberId,
    });
  },
);

test("what cannot be read is refused and writes nothing; whoever may not write does not even try", async () => {
  const data = await taken(ada);
  const read = (who: Actor, file: File, now = NOW) =>
    readImport(who, { file, withoutPast: false }, { language: "it", now });
  expect(codeOf(await read({ ...ada, isSuspended: true }, fileOf(data)))).toBe("common.suspended");
  expect(codeOf(await read({ ...ada, hasVerifiedEmail: false }, fileOf(data)))).toBe("common.unverified");
  expect(codeOf(await read(ada, new File([" ".repeat(5 * 1024 * 1024 + 1)], "x.json")))).toBe("project.importTooLarge");
  expect(codeOf(await read(ada, fileOf(data), addDays(NOW, 400)))).toBe("project.importPast");
  expect(await read(stranger, fileOf(data))).toMatchObject({
    value: { leftOut: ["care"], values: { association: [""] } },
  });
});
