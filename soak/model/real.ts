import { isDeepStrictEqual } from "node:util";
import { type Actor, submitting } from "@/lib/auth/actor";
import { dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import type { ApplyInput } from "@/lib/membership/application/schema";
import { foundAssociation } from "@/lib/membership/founding/commands";
import { aFounding, aPerson, papersFor } from "@/lib/testing/associations";
import { type Answer, attemptAll, type Try } from "../ground/acts";
import type { Picture } from "./model";
import type { Op, Setting } from "./op";
import { FOUNDER, PEOPLE, THIN, untilOf } from "./world";

export type Real = {
  readonly id: string;
  readonly slug: string;
  readonly papers: ApplyInput;
  readonly people: readonly Actor[];
};
type Row = { readonly id: string };
export type Rows = {
  readonly applications: readonly Row[];
  readonly invitations: readonly Row[];
  readonly grants: readonly Row[];
};

/** Those who live through all of it. */
export async function makePeople(): Promise<Actor[]> {
  const people: Actor[] = [];
  for (let i = 0; i < PEOPLE; i++) people.push(await aPerson(`Persona ${i}`, i === THIN ? { valueBrought: "" } : {}));
  return people;
}

/** Founds an association by the product's own command. */
export async function found(people: readonly Actor[], { entry, deciders, limit }: Setting, now: Date): Promise<Real> {
  const settings = { entry, decidersRequired: deciders, memberLimit: limit, untilOn: untilOf(now, false) };
  const answer = await foundAssociation(people[FOUNDER] as Actor, aFounding(settings), now);
  if (!answer.ok) throw new Error(`not founded: ${answer.refusal.code}`);
  const slug = answer.value.associationSlug;
  const { id } = await db.association.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  return { id, slug, people, papers: await papersFor(slug) };
}

/** Takes a step by the product's commands; sent twice, the second answer must be the first one's. */
export async function act(real: Real, rows: Rows, { op, now }: { op: Op; now: Date }): Promise<string> {
  const [first, second] = await answersTo(tryOf(real, rows, { op, now }), op.again);
  if (!first) throw new Error("a step was not answered");
  const isSame = !second || (second.code === first.code && isDeepStrictEqual(second.value, first.value));
  const said = first.code === "fault" ? `fault (${String(first.value)})` : first.code;
  return isSame ? said : `${said}, then ${second.code} ${JSON.stringify(second.value)}`;
}

async function answersTo(one: Try, isTwice: boolean): Promise<Answer[]> {
  if (!isTwice || one.actor === null) return attemptAll([one], 0);
  const keyed = { ...one, actor: submitting(one.actor, crypto.randomUUID(), "soak") } as Try;
  return [...(await attemptAll([keyed], 0)), ...(await attemptAll([keyed], 0))];
}

/** The id of nothing. */
const NOWHERE = "00000000-0000-7000-8000-000000000000";
const REASON = "Perché proprio tu, che sai di cantieri e di tetti, e abiti qui.";

function tryOf({ slug: associationSlug, people, papers }: Real, rows: Rows, { op, now }: { op: Op; now: Date }): Try {
  const actor = people[op.who] as Actor;
  const handle = people[op.whom]?.handle ?? "";
  const idIn = (all: readonly Row[]) => all.at(-1 - op.nth)?.id ?? NOWHERE;
  const [applicationId, invitationId, roleGrantId] = [rows.applications, rows.invitations, rows.grants].map(idIn) as [
    string,
    string,
    string,
  ];
  const association = { associationSlug };
  switch (op.kind) {
    case "apply":
      return { act: "apply", actor, now, input: filled(papers, op, now) };
    case "renew":
      return { act: "renew", actor, now, input: renewal(filled(papers, op, now)) };
    case "withdraw":
      return { act: "withdraw", actor, now, input: { applicationId } };
    case "decide":
      return { act: "decide", actor, now, input: { applicationId, ...wordOf(op) } };
    case "invite":
      return { act: "invite", actor, now, input: { ...association, handle, reason: REASON } };
    case "offerRole":
      return { act: "offerRole", actor, now, input: { ...association, handle, role: op.role } };
    case "declineInvitation":
    case "withdrawInvitation":
      return { act: op.kind, actor, now, input: { invitationId } };
    case "acceptRole":
    case "refuseRole":
    case "endRole":
      return { act: op.kind, actor, now, input: { roleGrantId } };
    case "tick":
    case "expire":
      return { act: "expire", actor: null, now, input: null };
    default:
      return { act: op.kind, actor, now, input: association };
  }
}

const wordOf = ({ isYes }: Op) =>
  isYes
    ? { outcome: "ADMIT" as const, reason: null, message: "", clauseId: null }
    : { outcome: "DECLINE" as const, reason: "CAPACITY" as const, message: "", clauseId: null };

const LISTENING = { isListening: true, kinds: [], minutesPerPeriod: null, period: null };

function filled(papers: ApplyInput, { papers: how }: Op, now: Date): ApplyInput {
  return {
    ...papers,
    untilOn: how === "past" ? dayOf(now) : untilOf(now, how === "short"),
    ...(how === "listening" && LISTENING),
    ...(how === "stale" && { charterHash: "0".repeat(64) }),
    ...(how === "mute" && { answers: papers.answers.map((answer) => ({ ...answer, text: "" })) }),
  };
}

const renewal = ({ answers: _, ...statement }: ApplyInput) => ({ ...statement, stances: [] });

/** What the database says of an association, and the ids of its rows in the order in which they came. */
export async function look({ id, people }: Real): Promise<{ picture: Picture; rows: Rows }> {
  const [row] = await db.$queryRaw<Seen[]>`
    SELECT a."state" = 'CUSTODY' AS "isInCustody",
      (SELECT json_agg(json_build_object('who', m."memberId", 'state', m."state", 'isListening', p."isListening", 'untilOn', p."untilOn",
          'pledges', (SELECT count(*) FROM "Pledge" q WHERE q."membershipId" = m."id"),
          'events', (SELECT count(*) FROM "MembershipEvent" e WHERE e."membershipId" = m."id")))
         FROM "Membership" m CROSS JOIN LATERAL (
           SELECT * FROM "Pledge" q WHERE q."membershipId" = m."id" ORDER BY q."acceptedAt" DESC, q."id" DESC LIMIT 1) p
        WHERE m."associationId" = a."id") AS "members",
      (SELECT json_agg(json_build_object('id', x."id", 'who', x."memberId", 'state', x."state", 'yes', (
           SELECT count(*) FROM "ApplicationDecision" d WHERE d."applicationId" = x."id" AND d."outcome" = 'ADMIT')) ORDER BY x."id")
         FROM "Application" x WHERE x."associationId" = a."id") AS "applications",
      (SELECT json_agg(json_build_object('id', i."id", 'who', i."memberId", 'by', i."inviterId", 'state', i."state") ORDER BY i."id")
         FROM "Invitation" i WHERE i."associationId" = a."id") AS "invitations",
      (SELECT json_agg(json_build_object('id', g."id", 'who', m."memberId", 'role', g."role", 'state', g."state") ORDER BY g."id")
         FROM "RoleGrant" g JOIN "Membership" m ON m."id" = g."membershipId" WHERE m."associationId" = a."id") AS "grants"
      FROM "Association" a WHERE a."id" = ${id}::uuid`;
  const numberOf = (memberId: string) => people.findIndex((one) => one.memberId === memberId);
  const told = <T extends { who: string; id?: string; by?: string }>(rows: readonly T[] | null | undefined) =>
    (rows ?? []).map(({ id: _, who, by, ...rest }) => ({
      ...rest,
      who: numberOf(who),
      ...(by && { by: numberOf(by) }),
    }));
  const members = told(row?.members).sort((a, b) => a.who - b.who);
  const [applications, invitations, grants] = [row?.applications ?? [], row?.invitations ?? [], row?.grants ?? []];
  const rest = { applications: told(applications), invitations: told(invitations), grants: told(grants) };
  const picture = { isInCustody: row?.isInCustody, members, ...rest } as unknown as Picture;
  return { picture, rows: { applications, invitations, grants } };
}

type Told = { readonly id: string; readonly who: string; readonly by?: string };
type Seen = {
  readonly isInCustody: boolean;
  readonly members: readonly { who: string }[] | null;
  readonly applications: readonly Told[] | null;
  readonly invitations: readonly Told[] | null;
  readonly grants: readonly Told[] | null;
};
