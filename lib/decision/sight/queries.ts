import "server-only";
import { compareCharters } from "@/lib/association/difference/rules";
import { readContentInForce } from "@/lib/association/facts";
import type { CharterContent } from "@/lib/association/types";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { unlocked } from "@/lib/db/transaction";
import { readStanding } from "@/lib/membership/facts";
import type { Responsibility } from "@/lib/membership/role/types";
import { isMember } from "@/lib/membership/rules";
import { ASSOCIATION_REF, refOf } from "@/lib/membership/sight/queries";
import { canAct } from "@/lib/membership/standing/rules";
import { canVote } from "../ballot/rules";
import { mayAmend, mayEntrust, mayRead, mayWithdraw } from "../policy";
import { lineFor, lineOf } from "../queries";
import { endingOf, isSubjected, secrecyOf, showsCounts } from "../rules";
import type { ChargeView, CharterAsked, DecisionLine, DecisionView, ObjectionView, OptionView } from "../types";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const VIEW = {
  ...{
    text: true,
    content: true,
    locale: true,
    subjectId: true,
    subjectMemberId: true,
    openedAt: true,
    openedById: true,
  },
  ...{ isSecret: true, isHidden: true, quorum: true, threshold: true, chosenId: true, associationId: true },
  association: { select: ASSOCIATION_REF },
  openedBy: { select: { name: true } },
  options: { orderBy: { position: "asc" as const }, select: { id: true, stance: true, text: true } },
  ballots: {
    orderBy: { id: "asc" as const },
    select: { memberId: true, optionId: true, objection: true, member: { select: { name: true } } },
  },
  charges: {
    orderBy: { offeredAt: "desc" as const },
    select: {
      ...{ id: true, state: true, statement: true, reviewOn: true, responsibleId: true, offeredById: true },
      responsible: { select: { name: true } },
    },
  },
  _count: { select: { electors: true } },
};

type Key = { readonly slug: string; readonly id: string };

/** One decision as whoever looks may read it; null for anybody who may not, as for what does not exist (rule A2). */
export async function findDecision(actor: Actor, { slug, id }: Key, now = new Date()): Promise<DecisionView | null> {
  const row = UUID.test(id) ? await readRow(actor.memberId, { slug, id }) : null;
  if (!row) return null;
  const { memberId } = actor;
  const standing = await readStanding(unlocked, { memberId, associationId: row.associationId, now });
  const isElector = row.electors.length > 0;
  const responsibilities = standing?.responsibilities ?? [];
  const belongs = isMember(standing?.state ?? null);
  if (!mayRead(actor, { ...row, isMember: belongs, isElector, responsibilities })) return null;
  const line = lineOf(row, now);
  const may = canVote({ ...row, state: line.state, isElector, standing, now });
  const refusal = may.ok ? null : may.refusal.code;
  const charter = row.content === null ? null : await readCharterAsked(row);
  const mayPropose = standing !== null && canAct(standing, "PROPOSE").ok;
  const takesPart = standing !== null && canAct(standing, "TAKE_PART").ok;
  return viewOf(row, { actor, line, refusal, responsibilities, charter, mayPropose, takesPart });
}

const readRow = (memberId: string, { slug, id }: Key) =>
  db.decision.findFirst({ where: { id, association: { slug } }, select: { ...lineFor(memberId), ...VIEW } });

type Full = NonNullable<Awaited<ReturnType<typeof readRow>>>;
type Look = {
  readonly actor: Actor;
  readonly line: DecisionLine;
  readonly refusal: string | null;
  readonly responsibilities: readonly Responsibility[];
  readonly charter: CharterAsked | null;
  readonly mayPropose: boolean;
  readonly takesPart: boolean;
};

function viewOf(row: Full, { actor, line, refusal, ...look }: Look): DecisionView {
  const { text, locale, subjectId, quorum, threshold, openedById, kind } = row;
  const { responsibilities } = look;
  const cast = row.ballots.length;
  const isOpen = line.state === "OPEN";
  const isOver = line.state === "CLOSED";
  const { outcome, chosenId } = isOver ? endingNow(row) : { outcome: null, chosenId: null };
  const charge = chargeOf(row.charges, actor.memberId);
  const isEntrusted = row.outcome === "APPROVED" && !isSubjected(kind) && charge === null;
  return {
    ...{ ...line, outcome, association: refOf(row.association), text, locale, subjectId, quorum, threshold, cast },
    ...{ openedBy: row.openedBy?.name ?? null, openedAt: row.openedAt.toISOString(), secrecy: secrecyOf(row) },
    electorate: row._count.electors,
    options: optionsOf(row, { isOver, chosenId }),
    charter: look.charter,
    objections: objectionsOf(row, isOver),
    own: { refusal, hasVoted: row.electors.some(({ hasVoted }) => hasVoted), ...ownOf(row, actor.memberId, isOpen) },
    mayEdit: isOpen && cast === 0 && look.mayPropose && mayAmend(actor, row),
    mayWithdraw: isOpen && (look.mayPropose || kind === "CHARTER") && mayWithdraw(actor, { ...row, responsibilities }),
    mayEntrust: isEntrusted && look.takesPart && mayEntrust(actor, { openedById, responsibilities }),
    charge,
  };
}

/** What a vote on a charter changes: all of it beside the version in force when the vote opened. */
async function readCharterAsked({ content, associationId, openedAt }: Full): Promise<CharterAsked | null> {
  const inForce = await readContentInForce(unlocked, associationId, openedAt);
  const after = content as unknown as CharterContent;
  return inForce && { before: inForce.content, after, difference: compareCharters(inForce.content, after) };
}

/** Past its end and not written down yet, what came of it is what the job will write. */
function endingNow(row: Full) {
  const { outcome, chosenId, quorum, threshold } = row;
  if (outcome) return { outcome, chosenId };
  const options = row.options.map(({ id, stance }) => ({
    ...{ id, stance },
    votes: row.ballots.filter(({ optionId }) => optionId === id).length,
  }));
  return endingOf({ quorum, threshold, electorate: row._count.electors, options });
}

/** One's own ballot, while it can be changed. */
function ownOf({ ballots }: Full, memberId: string, isOpen: boolean) {
  const own = isOpen ? ballots.find((ballot) => ballot.memberId === memberId) : undefined;
  return { optionId: own?.optionId ?? null, objection: own?.objection ?? "" };
}

type Ballots = readonly {
  optionId: string;
  objection: string;
  member: { name: string } | null;
}[];
type Row = {
  isSecret: boolean;
  isHidden: boolean;
  options: readonly { id: string; stance: OptionView["stance"]; text: string }[];
  ballots: Ballots;
};

function optionsOf(row: Row, { isOver, chosenId }: { isOver: boolean; chosenId: string | null }): OptionView[] {
  const isShown = showsCounts(row, isOver, row.ballots.length);
  return row.options.map((option) => {
    const ballots = row.ballots.filter(({ optionId }) => optionId === option.id);
    const names = ballots.flatMap(({ member }) => (member ? [member.name] : []));
    return {
      ...option,
      votes: isShown ? ballots.length : null,
      voters: isOver && !row.isSecret ? names.sort((a, b) => a.localeCompare(b)) : [],
      isChosen: option.id === chosenId,
    };
  });
}

/** What was objected, signed where the vote was: shown when counts are, so never of a secret vote of so few (rule PV5). */
function objectionsOf({ isSecret, isHidden, ballots }: Row, isOver: boolean): ObjectionView[] {
  if (!showsCounts({ isSecret, isHidden }, isOver, ballots.length)) return [];
  return ballots
    .filter(({ objection }) => objection !== "")
    .map(({ objection, member }) => ({ text: objection, by: isSecret ? null : (member?.name ?? null) }));
}

type Charge = Omit<ChargeView, "reviewOn" | "responsible" | "isOwn"> & {
  reviewOn: Date;
  responsibleId: string;
  offeredById: string | null;
  responsible: { name: string };
};

/** Who sees to it; who was asked, until they answer, is between the two, and a «non ora» nobody's to read (rule PT3). */
function chargeOf(charges: readonly Charge[], memberId: string): ChargeView | null {
  const isSeen = ({ state, responsibleId, offeredById }: Charge) =>
    state === "ACCEPTED" || (state === "OFFERED" && [responsibleId, offeredById].includes(memberId));
  const charge = charges.find(isSeen);
  if (!charge) return null;
  const { id, state, statement, reviewOn, responsibleId, responsible } = charge;
  return {
    ...{ id, state, statement, reviewOn: reviewOn.toISOString().slice(0, 10), isOwn: responsibleId === memberId },
    responsible: responsible.name,
  };
}
