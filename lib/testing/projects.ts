import type { Actor } from "@/lib/auth/actor";
import { addDays, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { openIdea } from "@/lib/project/idea/commands";
import type { BecomeInput, JoinIdeaInput, OpenIdeaInput } from "@/lib/project/idea/schema";
import { proposeProject } from "@/lib/project/proposal/commands";
import type { ProposeInput } from "@/lib/project/schema";
import { makeMember } from "./members";

const ACCEPTED = new Date("2026-01-10T10:00:00Z");

type Members = {
  steward: Actor;
  active?: readonly Actor[];
  paused?: readonly Actor[];
  listening?: readonly Actor[];
  /** When their statements were given, and until when they hold. */
  statement?: { acceptedAt: Date; untilOn: Date };
};
const STATEMENT = { acceptedAt: ACCEPTED, untilOn: new Date("2027-01-01") };

let groups = 0;

/** An association with a charter, written straight into the tables: who came in and how is not what the test is about. */
export async function makeGroup({ steward, active = [], paused = [], listening = [], statement = STATEMENT }: Members) {
  groups += 1;
  const slug = `gruppo-${groups}`;
  return db.$transaction(async (tx) => {
    const { id } = await tx.association.create({
      data: {
        ...{ slug, name: `Gruppo ${groups}`, tagline: "Prova", purpose: "Provare le cose", forWhom: "Chi prova" },
        ...{ weDo: ["Prove"], weDoNot: ["Finzioni"], entry: "APPLICATION", foundedAt: ACCEPTED },
        charters: {
          create: {
            ...{ version: 1, hash: `hash-${groups}`, publishedAt: ACCEPTED },
            values: { create: { position: 0, valueSlug: "care", meaning: "Cura", shownBy: "Prove" } },
          },
        },
      },
      select: { id: true },
    });
    const charter = await tx.charter.findFirstOrThrow({
      where: { associationId: id },
      select: { id: true, hash: true },
    });
    const enter = (actor: Actor, state: "ACTIVE" | "PAUSED", isListening: boolean) =>
      tx.membership.create({
        data: {
          ...{ associationId: id, memberId: actor.memberId, state, stateSince: ACCEPTED, firstJoinedAt: ACCEPTED },
          events: { create: { to: state, at: ACCEPTED } },
          pledges: {
            create: {
              ...{ charterId: charter.id, charterHash: charter.hash, ...statement, isListening, statement: "" },
              ...{ kinds: isListening ? [] : ["TIME" as const] },
              ...(isListening ? {} : { minutesPerPeriod: 120, period: "MONTH" as const }),
            },
          },
        },
        select: { id: true },
      });
    const seat = await enter(steward, "ACTIVE", false);
    await tx.roleGrant.create({
      data: { membershipId: seat.id, role: "STEWARD", state: "HELD", grantedAt: ACCEPTED, acceptedAt: ACCEPTED },
      select: { id: true },
    });
    for (const member of active) await enter(member, "ACTIVE", false);
    for (const member of paused) await enter(member, "PAUSED", false);
    for (const member of listening) await enter(member, "ACTIVE", true);
    return { id, slug };
  });
}

const PROFILE = { headline: "Geometra", about: "Misuro.", valueBrought: "Occhio.", audience: "Chi costruisce." };

/** So many people with a minimum profile and one competence, accounting. */
export async function makeCrowd(size: number): Promise<Actor[]> {
  const crowd: Actor[] = [];
  for (let i = 0; i < size; i++)
    crowd.push(await makeMember({ ...PROFILE, name: `Persona ${i + 1}`, competences: { accounting: 3 } }));
  return crowd;
}

/** An association of three, whom a stranger looks at: the steward and two active members. */
export async function makeThree() {
  const [steward, ada, bo, stranger] = (await makeCrowd(4)) as [Actor, Actor, Actor, Actor];
  const { id: associationId, slug } = await makeGroup({ steward, active: [ada, bo] });
  return { steward, ada, bo, stranger, associationId, slug };
}

/** When a project of the tests is proposed unless said otherwise. */
const PROPOSED = new Date("2026-11-01T10:00:00Z");

/** What somebody types in the form that day: one dated deliverable, one critical need with one seat. */
export function aProposal(change: Partial<ProposeInput> = {}, now = PROPOSED): ProposeInput {
  return {
    title: "Il lavatoio di Borgo Rossini",
    association: null,
    kind: "THEMATIC",
    purpose: "Riaprirlo due giorni a settimana entro l’estate.",
    forWhom: "",
    whyTogether: "",
    values: [],
    description: "",
    place: null,
    isMembersOnly: false,
    contentLocale: "it",
    continues: null,
    needs: [aNeed({}, now)],
    deliverables: [{ row: 0, title: "Un luogo coperto aperto due giorni", due: dayOf(addDays(now, 241)) }],
    ...change,
  };
}

export function aNeed(
  change: Partial<ProposeInput["needs"][number]> = {},
  now = PROPOSED,
): ProposeInput["needs"][number] {
  return {
    ...{ row: 0, title: "Verifica strutturale", kind: "ROLE", competence: null },
    ...{ seats: 1, isCritical: true, due: dayOf(addDays(now, 75)), hours: null },
    ...change,
  };
}

/** A project proposed by its owner, with the ids of its needs in order. */
export async function makeProject(owner: Actor, change: Partial<ProposeInput> = {}, now = PROPOSED) {
  const answer = await proposeProject(owner, aProposal(change, now), now);
  if (!answer.ok) throw new Error(`not proposed: ${answer.refusal.code}`);
  const { slug } = answer.value;
  const { id, needs } = await db.project.findUniqueOrThrow({
    where: { slug },
    select: { id: true, needs: { orderBy: { position: "asc" }, select: { id: true } } },
  });
  return { id, slug, needIds: needs.map((need) => need.id) };
}

/** What somebody types to open an idea. */
export const anIdea = (change: Partial<OpenIdeaInput> = {}): OpenIdeaInput => ({
  ...{ title: "Una grammatica di casa", association: null, kind: "PERSONAL", forWhom: "Chi cresce in due lingue" },
  ...{ purpose: "Un quaderno con le parole che in casa si usano e a scuola no.", contentLocale: "it" },
  ...{ whyTogether: "Nessuno di noi conosce più di due di queste lingue.", values: [], isMembersOnly: false },
  ...change,
});

/** An idea opened by its owner. */
export async function makeIdea(owner: Actor, change: Partial<OpenIdeaInput> = {}, now = PROPOSED) {
  const answer = await openIdea(owner, anIdea(change), now);
  if (!answer.ok) throw new Error(`not opened: ${answer.refusal.code}`);
  const { slug } = answer.value;
  const { id } = await db.project.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  return { id, slug };
}

/** «Ci sto», with accounting. */
export const wordOf = (slug: string, change: Partial<JoinIdeaInput> = {}): JoinIdeaInput =>
  ({ slug, brings: "COMPETENCE", competence: "accounting", contact: "", message: "", ...change }) as JoinIdeaInput;

/** The papers with which an idea becomes a proposal that day. */
export function papersOf(slug: string, change: Partial<BecomeInput> = {}, now = PROPOSED): BecomeInput {
  const { association: _a, isMembersOnly: _m, ...papers } = aProposal({}, now);
  return { ...papers, slug, ...change };
}

/** What somebody types to offer their accounting to a need. */
export const anOffer = (needId: string) => ({
  needId,
  brings: "COMPETENCE" as const,
  competence: "accounting",
  contact: "",
  message: "",
  hours: null,
});

/** Rows that break a rule spanning tables; every file of database tests ends by finding none. */
export const brokenInvariants = () => db.$queryRaw<unknown[]>`SELECT * FROM check_invariants()`;
