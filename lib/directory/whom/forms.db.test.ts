import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { declareCommitment } from "@/lib/contribution/promise/commands";
import type { Result } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { entrustDecision } from "@/lib/decision/charge/commands";
import { closeDueDecisions } from "@/lib/decision/closing/commands";
import { applyToAssociation } from "@/lib/membership/application/commands";
import { inviteMember } from "@/lib/membership/invitation/commands";
import { offerRole } from "@/lib/membership/role/commands";
import { giveTrust } from "@/lib/membership/trust/commands";
import { askVouch } from "@/lib/membership/vouch/commands";
import { openCase } from "@/lib/moderation/exclusion/commands";
import { reportToModerators } from "@/lib/moderation/report/commands";
import { inviteToIdea } from "@/lib/project/asking/commands";
import { askToCover } from "@/lib/project/covering/commands";
import { anAssociation, aPerson, expectInvariants, papersFor } from "@/lib/testing/associations";
import { cast, makeVote, NOW } from "@/lib/testing/decisions";
import { makeMember } from "@/lib/testing/members";
import { aNeed, makeGroup, makeIdea, makeProject } from "@/lib/testing/projects";

afterAll(expectInvariants);

const WORDS = "Abbiamo visto il suo lavoro al lavatoio, e ci manca chi sappia di legno.";
type Form = (whom: string) => Promise<Result<unknown>>;
type Made = { readonly name: string; readonly ask: Form };

let count = 0;
/** Nobody else bears this name; it is typed without its accents, its case, and with spaces to spare. */
const aName = () => `Nicolò Dall’Ò ${"abcdefghijklmnopqrstuvwxyz"[count++]}`;
const typedAs = (name: string) => `  ${name.replace("ò", "o").replace("’", "'").toUpperCase().replaceAll(" ", "  ")}`;

/** An association looked after by one, where another of that name takes part; and its clause. */
async function aPlace() {
  const name = aName();
  const [steward, fellow] = [await aPerson("Rita Referente"), await makeMember({ name })];
  const group = await makeGroup({ steward, active: [fellow] });
  const charter = await db.charter.findFirstOrThrow({ where: { associationId: group.id } });
  const rule = { charterId: charter.id, number: 1, kind: "RULE" as const, text: "Il furgone si prenota." };
  const { id: clauseId } = await db.clause.create({ data: rule });
  return { name, steward, fellow, clauseId, id: group.id, associationSlug: group.slug };
}

const FORMS: Record<string, () => Promise<Made>> = {
  "inviting into an association": async () => {
    const { slug: associationSlug, steward } = await anAssociation();
    const { name } = await makeMember({ name: aName() });
    return { name, ask: (whom) => inviteMember(steward, { associationSlug, whom, reason: WORDS }) };
  },
  "asking for a word": async () => {
    const { id, slug } = await anAssociation();
    await db.association.update({ where: { id }, data: { sponsorsRequired: 1 } });
    const applicant = await aPerson();
    const applied = await applyToAssociation(applicant, await papersFor(slug));
    if (!applied.ok) throw new Error(applied.refusal.code);
    const { applicationId } = applied.value;
    const { name } = await makeMember({ name: aName() });
    return { name, ask: (whom) => askVouch(applicant, { applicationId, whom }) };
  },
  "offering a role": async () => {
    const { name, steward, associationSlug } = await aPlace();
    return { name, ask: (whom) => offerRole(steward, { associationSlug, whom, role: "WELCOMER" }, NOW) };
  },
  "giving trust": async () => {
    const { name, steward, fellow, id, associationSlug } = await aPlace();
    await together(steward, fellow, id);
    return { name, ask: (whom) => giveTrust(steward, { associationSlug, whom }, NOW) };
  },
  "entrusting a decision": async () => {
    const { name, steward, associationSlug } = await aPlace();
    const vote = await makeVote(steward, associationSlug);
    await cast(steward, vote, "YES");
    await closeDueDecisions(vote.closesAt);
    const asked = { decisionId: vote.id, statement: "Si prende un banco usato.", reviewOn: "2027-03-01" };
    return { name, ask: (whom) => entrustDecision(steward, { ...asked, whom }, NOW) };
  },
  "asking somebody into a dream": async () => {
    const [owner, { name }] = [await aPerson(), await makeMember({ name: aName() })];
    const { slug } = await makeIdea(owner);
    return { name, ask: (whom) => inviteToIdea(owner, { slug, whom, reason: WORDS }, NOW) };
  },
  "asking somebody to cover a need": async () => {
    const [owner, { name }] = [await aPerson(), await makeMember({ name: aName() })];
    const { needIds } = await makeProject(owner, { needs: [aNeed()] });
    return { name, ask: (whom) => askToCover(owner, { needId: needIds[0] ?? "", whom, reason: WORDS }, NOW) };
  },
  "promising something to somebody": async () => {
    const { name, steward, associationSlug } = await aPlace();
    const said = { associationSlug, text: "Porto il verbale", dueOn: "2026-12-01", value: null };
    return { name, ask: (toWhom) => declareCommitment(steward, { ...said, subject: "ME", toWhom }, NOW) };
  },
  "opening a case": async () => {
    const { name, steward, ...place } = await aPlace();
    const { associationSlug, clauseId } = place;
    const said = { associationSlug, clauseId, facts: WORDS, contentLocale: "it" as const };
    return { name, ask: (whom) => openCase(steward, { ...said, whom }, NOW) };
  },
  "reporting a member": async () => {
    const { name, steward, associationSlug, clauseId } = await aPlace();
    const said = { associationSlug, clauseId, text: WORDS, contentLocale: "it" as const };
    return { name, ask: (target) => reportToModerators(steward, { ...said, about: "MEMBER", target }, NOW) };
  },
};

/** The one confirmed something the other contributed (rule R4). */
async function together(by: Actor, { memberId }: Actor, associationId: string): Promise<void> {
  await db.contribution.create({
    data: {
      ...{ memberId, confirmedById: by.memberId, associationId, state: "CONFIRMED", kind: "TIME" },
      ...{ title: "Insieme.", doneOn: NOW, declaredAt: NOW, confirmedAt: NOW },
    },
  });
}

describe.each(Object.entries(FORMS))("%s", (_form, make) => {
  let made: Made;
  beforeAll(async () => {
    made = await make();
  });

  test("by name: taken when one of those whom one may find bears it, refused when several do", async () => {
    const { name, ask } = made;
    const namesake = await makeMember({ name });
    expect(await ask(name)).toMatchObject({ refusal: { code: "directory.namesakes" } });
    await db.member.update({ where: { id: namesake.memberId }, data: { isListed: false } });
    await db.$executeRaw`SELECT directory_refresh(ARRAY[${namesake.memberId}::uuid])`;
    expect(await ask(`${name} Altro`)).toMatchObject({ refusal: { code: expect.not.stringMatching(/namesakes/) } });
    expect(await ask(typedAs(name))).toMatchObject({ ok: true });
  });
});
