import { expect } from "vitest";
import { readContentInForce } from "@/lib/association/facts";
import type { CharterContent } from "@/lib/association/types";
import type { Actor } from "@/lib/auth/actor";
import { addMonths, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { applyToAssociation } from "@/lib/membership/application/commands";
import type { ApplyInput } from "@/lib/membership/application/schema";
import { publishCharter } from "@/lib/membership/charter/commands";
import { saveDraft } from "@/lib/membership/draft/commands";
import { foundAssociation } from "@/lib/membership/founding/commands";
import type { FoundInput } from "@/lib/membership/founding/schema";
import { makeMember } from "./members";

/** Somebody whose profile says enough to enter (rule M2). */
export function aPerson(name = "Ada Prova", fields: Parameters<typeof makeMember>[0] = {}): Promise<Actor> {
  const texts = { headline: "Falegname", about: "Riparo.", valueBrought: "Mani.", audience: "Chi abita." };
  return makeMember({ ...texts, competences: { "project-management": 3 }, name, ...fields });
}

export const somePeople = (count: number): Promise<Actor[]> =>
  Promise.all(Array.from({ length: count }, (_, i) => aPerson(`Persona ${"abcdefghijklmnopqrstuvwxyz"[i % 26]}`)));

const STATEMENT = { kinds: ["TIME" as const], isListening: false, minutesPerPeriod: 180, period: "MONTH" as const };

/** What a founder sends; override what the test is about. */
export function aFounding(change: Partial<FoundInput> = {}): FoundInput {
  const value = (valueSlug: string) => ({
    valueSlug,
    name: "",
    meaning: `Cosa vuol dire ${valueSlug}.`,
    shownBy: "Un fatto.",
  });
  return {
    ...{
      name: "Cantiere Comune",
      tagline: "Rimettiamo in uso edifici vuoti.",
      purpose: "Restituire.",
      forWhom: "Tutti.",
    },
    ...{ weDo: ["Sopralluoghi"], weDoNot: ["Gare al ribasso"], places: ["Bologna"] },
    values: [value("care"), value("trust"), value("generosity")],
    clauses: [
      { kind: "COMMITMENT", text: "Tre ore al mese." },
      { kind: "RULE", text: "Si esce quando si vuole." },
    ],
    questions: [{ text: "Perché qui?", isRequired: true, answer: "Perché sì." }],
    ...{ entry: "APPLICATION", decidersRequired: 1, memberLimit: null, minMinutes: null, minPeriod: null },
    ...{ ...STATEMENT, untilOn: addMonths(dayOf(new Date()), 6), statement: "Il sabato mattina." },
    ...change,
  };
}

/** An association founded by somebody new, who looks after it. */
export async function anAssociation(change: Partial<FoundInput> = {}, now = new Date()) {
  const steward = await aPerson("Rita Referente");
  const founding = aFounding({ untilOn: addMonths(dayOf(now), 6), ...change });
  const founded = await foundAssociation(steward, founding, now);
  if (!founded.ok) throw new Error(founded.refusal.code);
  const slug = founded.value.associationSlug;
  const { id } = await db.association.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  return { id, slug, steward };
}

/** Complete papers for an association, as its page would send them today. */
export async function papersFor(associationSlug: string, change: Partial<ApplyInput> = {}): Promise<ApplyInput> {
  const association = await db.association.findUniqueOrThrow({
    where: { slug: associationSlug },
    select: {
      questions: { where: { retiredAt: null }, orderBy: { position: "asc" }, select: { id: true } },
      charters: {
        orderBy: { version: "desc" },
        take: 1,
        select: { hash: true, values: { orderBy: { position: "asc" }, select: { id: true } } },
      },
    },
  });
  const charter = association.charters[0];
  return {
    associationSlug,
    charterHash: charter?.hash ?? "",
    stances: charter?.values.map(({ id }) => ({ valueId: id, stance: "SHARED" as const, note: "" })) ?? [],
    answers: association.questions.map(({ id }) => ({ questionId: id, text: "Perché mi riguarda." })),
    ...{ ...STATEMENT, untilOn: addMonths(dayOf(new Date()), 12), statement: "Porto il furgone." },
    ...change,
  };
}

/** Nothing in the database breaks a rule that spans tables. */
export async function expectInvariants(): Promise<void> {
  expect(await db.$queryRaw`SELECT * FROM check_invariants()`).toEqual([]);
}

/** How a result reads: «ok», or the code of the refusal. */
export const said = (result: { ok: true } | { ok: false; refusal: { code: string } }): string =>
  result.ok ? "ok" : result.refusal.code;

/** How many of each answer a race gave. */
export function tally(results: readonly Parameters<typeof said>[0][]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const result of results) counts[said(result)] = (counts[said(result)] ?? 0) + 1;
  return counts;
}

/** Somebody new who entered an association and holds a role there. */
export async function makeRole(associationId: string, role: "STEWARD" | "WELCOMER"): Promise<Actor> {
  const person = await aMemberOf(associationId);
  const { id: membershipId } = await db.membership.findUniqueOrThrow({
    where: { associationId_memberId: { associationId, memberId: person.memberId } },
    select: { id: true },
  });
  const now = new Date();
  await db.roleGrant.create({ data: { membershipId, role, state: "HELD", grantedAt: now, acceptedAt: now } });
  return person;
}

/** One after the other: the door they come in by is opened for each. */
export async function someStewards(associationId: string, count: number): Promise<Actor[]> {
  const stewards: Actor[] = [];
  while (stewards.length < count) stewards.push(await makeRole(associationId, "STEWARD"));
  return stewards;
}

/** Somebody new who entered through papers like everybody, today unless said otherwise. */
export async function aMemberOf(
  associationId: string,
  change: Partial<ApplyInput> = {},
  now = new Date(),
): Promise<Actor> {
  const person = await aPerson("Bo Membro");
  const where = { id: associationId };
  const { slug, ...door } = await db.association.findUniqueOrThrow({
    where,
    select: { slug: true, entry: true, sponsorsRequired: true },
  });
  await db.association.update({ where, data: { entry: "OPEN", sponsorsRequired: 0 } });
  const papers = await papersFor(slug, { untilOn: addMonths(dayOf(now), 12), ...change });
  const entered = await applyToAssociation(person, papers, now);
  await db.association.update({ where, data: door });
  if (!entered.ok) throw new Error(entered.refusal.code);
  return person;
}

/** The charter in force of an association, with a change, as its editor would send it: to be saved over the given revision. */
export async function aDraftFor(associationSlug: string, change: Partial<CharterContent> = {}, revision = 0) {
  const { id } = await db.association.findUniqueOrThrow({ where: { slug: associationSlug }, select: { id: true } });
  const inForce = await db.$transaction((tx) => readContentInForce(tx, id, new Date()));
  if (!inForce) throw new Error(`${associationSlug} has no charter`);
  return { associationSlug, revision, content: { ...inForce.content, ...change } };
}

/** Somebody who may writes and publishes a change of the charter, of substance unless said otherwise. */
export async function amendCharter(
  steward: Actor,
  associationSlug: string,
  {
    now = new Date(),
    isMaterial = true,
    ...change
  }: Partial<CharterContent> & { now?: Date; isMaterial?: boolean } = {},
) {
  const draft = await aDraftFor(associationSlug, change);
  await saveDraft(steward, draft, now);
  const changeNote = "Lo abbiamo deciso insieme all’assemblea di novembre.";
  const published = await publishCharter(steward, { associationSlug, revision: 1, isMaterial, changeNote }, now);
  if (!published.ok) throw new Error(published.refusal.code);
  return db.charter.findFirstOrThrow({
    where: { association: { slug: associationSlug } },
    orderBy: { version: "desc" },
  });
}
