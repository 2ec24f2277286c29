import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { mailLetters } from "@/lib/notification/letter/delivery";
import { aFounding, anAssociation, aPerson, expectInvariants, papersFor, said } from "@/lib/testing/associations";
import { aLetter, aLink, anAddress, mailTo, tokenIn, WHY } from "@/lib/testing/letters";
import { applyToAssociation } from "./application/commands";
import type { ApplyInput } from "./application/schema";
import { decideApplication } from "./decision/commands";
import { foundAssociation } from "./founding/commands";
import { importMembers } from "./import/commands";
import { inviteMember } from "./invitation/commands";
import { takeUpOpening } from "./opening/commands";
import { filePapers } from "./papers/commands";
import { readTerms } from "./papers/facts";

afterAll(expectInvariants);
beforeEach(() => db.letter.deleteMany());

type Change = (papers: ApplyInput) => ApplyInput;
type Place = Awaited<ReturnType<typeof anAssociation>>;

/** What every door asks for (rule M2), each piece taken away in turn. */
const PIECES = {
  "the charter in force": (papers) => ({ ...papers, charterHash: "0".repeat(64) }),
  "a stance on each value": (papers) => ({ ...papers, stances: papers.stances.slice(1) }),
  "a required answer": (papers) => ({ ...papers, answers: papers.answers.map((one) => ({ ...one, text: "" })) }),
  "a statement in one's own words": (papers) => ({ ...papers, statement: "" }),
} as const satisfies Record<string, Change>;

type Missing = keyof typeof PIECES | "the minimum profile" | null;

const changeOf = (missing: Missing): Change =>
  missing === null || missing === "the minimum profile" ? (papers) => papers : PIECES[missing];
const personFor = (missing: Missing) => aPerson("Ada Prova", missing === "the minimum profile" ? { headline: "" } : {});

async function handIn(person: Actor, slug: string, change: Change): Promise<string> {
  return said(await applyToAssociation(person, change(await papersFor(slug))));
}

/** Papers that wait at the stewards' desk although something is missing: as if handing them in had not been asked. */
async function fileBehind(person: Actor, { id: associationId, slug }: Place, change: Change): Promise<string> {
  const { associationSlug: _, ...papers } = change(await papersFor(slug));
  const now = new Date();
  return db.$transaction(async (tx) => {
    const asked = await readTerms(tx, associationId, now);
    if (!asked) throw new Error("no charter");
    const { charterId, questions } = asked;
    const thresholds = { decidersRequired: 1, reapplyCooldownDays: 30, sponsorsRequired: 0 };
    const answerBy = new Date(now.getTime() + 86_400_000);
    const door = { door: "APPLICATION" as const, invitationId: null, answerBy, thresholds, now };
    return filePapers(tx, { associationId, memberId: person.memberId, charterId, questions, papers, ...door });
  });
}

type Door = (person: Actor, change: Change) => Promise<{ place: Place | null; said: string }>;

const byInvitation = async (lead: (place: Place, person: Actor) => Promise<void>, person: Actor, change: Change) => {
  const place = await anAssociation({ entry: "INVITATION" });
  await lead(place, person);
  return { place, said: await handIn(person, place.slug, change) };
};

const DOORS: Readonly<Record<string, Door>> = {
  open: async (person, change) => {
    const place = await anAssociation({ entry: "OPEN" });
    return { place, said: await handIn(person, place.slug, change) };
  },
  application: async (person, change) => {
    const place = await anAssociation();
    const { memberId } = person;
    const word = await handIn(person, place.slug, change);
    const row = await db.application.findFirst({ where: { memberId }, select: { id: true } });
    if (!row) return { place, said: word };
    return { place, said: said(await decideApplication(place.steward, { applicationId: row.id, ...ADMIT })) };
  },
  admission: async (person, change) => {
    const place = await anAssociation();
    const applicationId = await fileBehind(person, place, change);
    return { place, said: said(await decideApplication(place.steward, { applicationId, ...ADMIT })) };
  },
  "request that meets an invitation": async (person, change) => {
    const place = await anAssociation();
    await fileBehind(person, place, change);
    const invitation = { associationSlug: place.slug, whom: person.handle, reason: WHY };
    return { place, said: said(await inviteMember(place.steward, invitation)) };
  },
  "invitation by a member": (person, change) =>
    byInvitation(
      async ({ steward, slug }, { handle }) => {
        await inviteMember(steward, { associationSlug: slug, whom: handle, reason: WHY });
      },
      person,
      change,
    ),
  "invitation by mail": (person, change) =>
    byInvitation(
      async ({ steward, slug }, invitee) => {
        await takeUpOpening(invitee, { token: (await aLetter(steward, slug)).token });
      },
      person,
      change,
    ),
  "invitation by link": (person, change) =>
    byInvitation(
      async ({ steward, slug }, invitee) => {
        await takeUpOpening(invitee, { token: (await aLink(steward, slug)).token });
      },
      person,
      change,
    ),
  import: (person, change) =>
    byInvitation(
      async ({ steward, slug: associationSlug }, invitee) => {
        const email = anAddress();
        const declared = { consentHow: "All’assemblea.", consentOn: "2026-10-01", reason: WHY };
        await importMembers(steward, { associationSlug, lines: [{ name: "Ada", email }], ...declared });
        await mailLetters();
        await takeUpOpening(invitee, { token: tokenIn(await mailTo(email)) });
      },
      person,
      change,
    ),
};

const ADMIT = { outcome: "ADMIT", reason: null, message: "", clauseId: null } as const;
const isIn = async ({ memberId }: Actor, place: Place | null) =>
  (await db.membership.count({ where: { memberId, ...(place && { associationId: place.id }), state: "ACTIVE" } })) > 0;

/** Through the door as somebody would go; a refusal of the database behind a rule is a refusal too. */
async function tryDoor(name: string, missing: Missing) {
  const person = await personFor(missing);
  const went = await DOORS[name]?.(person, changeOf(missing)).catch((error: Error) => ({
    place: null,
    said: `database: ${/answer_required/.exec(error.message)?.[0] ?? error.message}`,
  }));
  return { said: went?.said ?? "", isIn: await isIn(person, went?.place ?? null) };
}

describe.each(Object.keys(DOORS))("M2: the door «%s»", (name) => {
  test("opens to complete papers", async () => {
    expect(await tryDoor(name, null)).toEqual({ said: "ok", isIn: true });
  });

  test.each([...Object.keys(PIECES), "the minimum profile"] as Exclude<Missing, null>[])(
    "stays shut without %s",
    async (missing) => {
      const went = await tryDoor(name, missing);
      expect(went.isIn).toBe(false);
      expect(went.said).toMatch(/^(membership\.|database: answer_required)/);
    },
  );
});

/** A founder writes the charter and takes its values as their own: what is left to miss is asked of them as of anybody. */
describe("M2: the founder's door", () => {
  const found = async (change: Parameters<typeof aFounding>[0], missing: Missing = null) => {
    const person = await personFor(missing);
    const result = said(
      await foundAssociation(person, aFounding({ name: `Bottega ${crypto.randomUUID()}`, ...change })),
    );
    return { said: result, isIn: await isIn(person, null) };
  };

  test("opens to complete papers", async () => expect(await found({})).toEqual({ said: "ok", isIn: true }));

  test.each([
    ["a required answer", { questions: [{ text: "Perché?", isRequired: true, answer: "" }] }, null],
    ["a statement in one's own words", { statement: "" }, null],
    ["something to bring", { kinds: [] }, null],
    ["more than listening", { isListening: true }, null],
    ["the minimum profile", {}, "the minimum profile"],
  ] as const)("stays shut without %s", async (_missing, change, missing) => {
    const went = await found(change as Parameters<typeof aFounding>[0], missing);
    expect(went.isIn).toBe(false);
    expect(went.said).toMatch(/^membership\./);
  });
});
