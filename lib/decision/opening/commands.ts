import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import type { CharterContent } from "@/lib/association/types";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { endOfDay } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { lockWithStanding } from "@/lib/membership/facts";
import { isMember } from "@/lib/membership/rules";
import { type ActRefusal, canAct } from "@/lib/membership/standing/rules";
import { canLast, isSolemn, SOLEMN_DAYS, VOTING_DAYS_MAX } from "../rules";
import type { OpenInput } from "../schema";
import type { Answer, DecisionKind, Quorum, Threshold } from "../types";
import { type Asking, readElectorate } from "./facts";

type Opened = { decisionId: string; associationSlug: string };
export type OpeningRefusal = "decision.tooShort" | "decision.tooLong" | "decision.nobodyVotes" | "decision.oneOpen";
export type OpenRefusal =
  | "common.notFound"
  | "common.keyTaken"
  | "common.unverified"
  | "common.suspended"
  | ActRefusal
  | OpeningRefusal;

/** Puts a proposal to the vote of an association: whoever may propose there (rule DC1). Leaves a frozen electorate. */
export async function openDecision(
  actor: Actor,
  { associationSlug, closesOn, secrecy, contentLocale, ...asked }: OpenInput,
  now = new Date(),
): Promise<Result<Opened, OpenRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Opened, OpenRefusal>(actor, async (tx) => {
    const locked = await lockWithStanding(tx, actor.memberId, associationSlug, now);
    if (!locked || !isMember(locked.standing.state)) return refuse("common.notFound");
    const may = canAct(locked.standing, "PROPOSE");
    if (!may.ok) return may;
    const opened = await openVote(tx, {
      ...{ kind: "GENERAL", associationId: locked.associationId, openedById: actor.memberId, now },
      ...{ ...asked, locale: contentLocale, closesAt: endOfDay(closesOn) },
      ...{ isSecret: secrecy === "SECRET", isHidden: secrecy !== "OPEN" },
    });
    if (!opened.ok) return opened;
    await tellOpened(tx, { ...opened.value, actorId: actor.memberId, associationId: locked.associationId, now });
    return ok({ ...opened.value, associationSlug });
  });
}

type CharterVote = Pick<Vote, "associationId" | "title" | "text" | "locale" | "openedById" | "now"> & {
  readonly subjectId: string;
  readonly content: CharterContent;
  readonly closesOn: string;
};

/**
 * Opens a vote on a charter (rules DC6, M11): signed, counted at close; those who have not accepted the charter in force yet
 * vote on it as well. The caller holds the association's lock and has asked who may. Those who vote are told.
 */
export async function openCharterVote(
  tx: Tx,
  { closesOn, ...vote }: CharterVote,
): Promise<Result<{ decisionId: string }, OpeningRefusal>> {
  const terms = { kind: "CHARTER", closesAt: endOfDay(closesOn), isSecret: false, isHidden: true } as const;
  const opened = await openVote(tx, { ...vote, ...terms });
  if (!opened.ok) return opened;
  const { associationId, openedById: actorId, now } = vote;
  await tellOpened(tx, { ...opened.value, actorId, associationId, now });
  return opened;
}

export type Vote = {
  readonly kind: DecisionKind;
  readonly associationId: string;
  readonly subjectId?: string;
  readonly subjectMemberId?: string;
  readonly title: string;
  readonly text: string;
  /** Of a charter: all of it, as it is voted on. */
  readonly content?: CharterContent;
  readonly locale: string;
  readonly options?: readonly string[];
  readonly isSecret: boolean;
  readonly isHidden: boolean;
  readonly quorum?: Quorum;
  readonly threshold?: Threshold;
  readonly openedById: string;
  readonly closesAt: Date;
  /** Whoever came in after this does not vote (rule M9). */
  readonly admittedBy?: Date;
  /** Who does not vote besides the subject: parties to the case. */
  readonly except?: readonly string[];
  readonly now: Date;
};

const SIDES: readonly Answer[] = ["YES", "NO", "OBJECTION", "ABSTAIN"];

/**
 * Opens a vote for whichever room asks, freezing who votes (rules DC1, DC6). The caller holds the association's lock, has asked
 * its own policy, and records the activity its matter calls for.
 */
export async function openVote(tx: Tx, vote: Vote): Promise<Result<{ decisionId: string }, OpeningRefusal>> {
  const { kind, associationId, subjectId = null, subjectMemberId = null, closesAt, now } = vote;
  const solemn = isSolemn(kind);
  if (!canLast(kind, now, closesAt)) return refuse(...lengthRefusal(solemn, closesAt, now));
  const running = subjectId && (await tx.decision.count({ where: { associationId, kind, subjectId, state: "OPEN" } }));
  if (running) return refuse("decision.oneOpen");
  const electors = await readElectorate(tx, askingOf(vote));
  if (electors.length === 0) return refuse("decision.nobodyVotes");

  const { title, text, content, locale, isSecret, isHidden, openedById } = vote;
  const { id: decisionId } = await tx.decision.create({
    data: {
      ...{ kind, associationId, subjectId, subjectMemberId, title, text, locale, isSecret, isHidden, openedById },
      ...(content && { content }),
      ...{ ...termsOf(vote), openedAt: now, closesAt },
      options: { create: optionsOf(vote.options ?? []) },
    },
    select: { id: true },
  });
  await tx.elector.createMany({ data: electors.map((memberId) => ({ decisionId, memberId })) });
  return ok({ decisionId });
}

/** Solemn kinds have their own, whatever was asked (rule DC6). */
function termsOf({ kind, quorum = "NONE", threshold = "MAJORITY" }: Vote) {
  return isSolemn(kind) ? ({ quorum: "HALF", threshold: "TWO_THIRDS" } as const) : { quorum, threshold };
}

/** Whom the electorate is read from; the subject of an exclusion is not of it (rule DC6). */
function askingOf(vote: Vote): Asking {
  const { kind, associationId, subjectMemberId, except = [], now } = vote;
  const admittedBy = vote.admittedBy ?? null;
  const without = subjectMemberId ? [...except, subjectMemberId] : except;
  return { associationId, act: kind === "CHARTER" ? "VOTE_CHARTER" : "VOTE", admittedBy, except: without, now };
}

function lengthRefusal(solemn: boolean, closesAt: Date, now: Date) {
  const days = solemn ? SOLEMN_DAYS : 1;
  const isLong = closesAt > now && closesAt.getTime() - now.getTime() > VOTING_DAYS_MAX * 86_400_000;
  const params = { days: isLong ? VOTING_DAYS_MAX : days };
  return [isLong ? "decision.tooLong" : "decision.tooShort", { field: "closesOn", params }] as const;
}

/** Yes, no, an objection, an abstention; or the options typed, and an abstention. */
function optionsOf(typed: readonly string[]): { position: number; stance: Answer; text: string }[] {
  const all =
    typed.length > 0
      ? [...typed.map((text) => ({ stance: "CHOICE" as Answer, text })), { stance: "ABSTAIN" as Answer, text: "" }]
      : SIDES.map((stance) => ({ stance, text: "" }));
  return all.map((option, position) => ({ position, ...option }));
}

type Told = { decisionId: string; actorId: string; associationId: string; now: Date };

async function tellOpened(tx: Tx, { decisionId, actorId, associationId, now }: Told): Promise<void> {
  await recordActivity(tx, { kind: "decision.opened", actorId, associationId, subjectId: decisionId, at: now });
}
