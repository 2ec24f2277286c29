import { dayOf } from "@/lib/core/duration";
import type { Try } from "../ground/acts";
import { doneOn } from "./deeds";
import { listOf, TOO_MANY } from "./letters";
import { bounds } from "./links";
import { addressOf, type Rows } from "./look";
import type { Op } from "./op";
import { acceptedBy, again, draftOf, filled, publishingOf } from "./papers";
import type { Real } from "./real";
import { nameOf } from "./shaping";
import { closingDay } from "./votes";

/** The id of nothing. */
const NOWHERE = "00000000-0000-7000-8000-000000000000";
const REASON = "Perché proprio tu, che sai di cantieri e di tetti, e abiti qui.";

type At = { readonly op: Op; readonly now: Date };

/** A step as the form of its page would send it. */
export function tryOf(real: Real, rows: Rows, { op, now }: At): Try {
  const { slug: associationSlug, people } = real;
  const actor = people[op.who] as Real["people"][number];
  const handle = people[op.whom]?.handle ?? "";
  const idIn = (all: readonly { id: string }[]) => all.at(-1 - op.nth)?.id ?? NOWHERE;
  const applicationId = idIn(rows.applications);
  const invitationId = idIn(rows.invitations);
  const roleGrantId = idIn(rows.grants);
  const letterId = idIn(rows.letters);
  const token = real.tokens.get(letterId) ?? "-".repeat(43);
  const ownRoleId = idIn(rows.ownRoles);
  const asked = op.role === "OWN" ? ownRoleId : op.role;
  const [vouchId, caseId] = [idIn(rows.vouches), idIn(rows.cases)];
  const association = { associationSlug };
  const papers = () => filled(real, rows, { op, now });
  switch (op.kind) {
    case "apply":
      return { act: "apply", actor, now, input: papers() };
    case "renew":
      return {
        act: "renew",
        actor,
        now,
        input: { ...association, ...again(papers(), acceptedBy(real, rows, op), rows) },
      };
    case "confirmPapers": {
      const accepted = rows.applications.at(-1 - op.nth)?.accepted;
      return { act: "confirmPapers", actor, now, input: { applicationId, ...again(papers(), accepted, rows) } };
    }
    case "withdraw":
      return { act: "withdraw", actor, now, input: { applicationId } };
    case "decide":
      return { act: "decide", actor, now, input: { applicationId, ...wordOf(op) } };
    case "invite":
      return { act: "invite", actor, now, input: { ...association, whom: handle, reason: REASON } };
    case "offerRole":
      return { act: "offerRole", actor, now, input: { ...association, whom: handle, role: asked } };
    case "defineRole":
      return { act: "defineRole", actor, now, input: { ...association, ...shapeOf(op) } };
    case "changeRole":
      return { act: "changeRole", actor, now, input: { ownRoleId, ...shapeOf(op) } };
    case "retireRole":
      return { act: "retireRole", actor, now, input: { ownRoleId } };
    case "declineInvitation":
    case "withdrawInvitation":
      return { act: op.kind, actor, now, input: { invitationId } };
    case "acceptRole":
      return { act: "acceptRole", actor, now, input: { roleGrantId, ...versionOf(rows, op) } };
    case "refuseRole":
    case "endRole":
      return { act: op.kind, actor, now, input: { roleGrantId } };
    case "saveDraft":
      return { act: "saveDraft", actor, now, input: { ...association, ...draftOf(real, rows, op) } };
    case "discardDraft":
      return { act: "discardDraft", actor, now, input: { ...association, what: op.isYes ? "draft" : "aside" } };
    case "publish":
      return { act: "publish", actor, now, input: { ...association, ...publishingOf(rows, op) } };
    case "setEntry":
      return { act: "setEntry", actor, now, input: { ...association, ...entryOf(real, rows, op) } };
    case "askVouch":
      return { act: "askVouch", actor, now, input: { applicationId, whom: handle } };
    case "giveVouch":
      return { act: "giveVouch", actor, now, input: { vouchId, sentence: WORDS } };
    case "refuseVouch":
      return { act: "refuseVouch", actor, now, input: { vouchId } };
    case "makeLink": {
      const { uses: usesMax, days } = bounds(op);
      return { act: "makeLink", actor, now, input: { ...association, reason: REASON, usesMax, days } };
    }
    case "revokeLink":
      return { act: "revokeLink", actor, now, input: { linkId: idIn(rows.links) } };
    case "takeUp":
      return { act: "takeUpOpening", actor, now, input: { token: rows.links.at(-1 - op.nth)?.code ?? "-".repeat(43) } };
    case "openCase":
      return { act: "openCase", actor, now, input: { ...association, whom: handle, ...accusation(rows, op) } };
    case "answerCase":
      return { act: "answerCase", actor, now, input: { caseId, answer: WORDS } };
    case "rule":
      return { act: "rule", actor, now, input: { caseId, outcome: op.isYes ? "OUT" : "IN", reason: WORDS } };
    case "openCaseVote": {
      const closesOn = closingDay(now, op.papers === "short");
      return { act: "openCaseVote", actor, now, input: { caseId, reason: WORDS, secrecy: "HIDDEN", closesOn } };
    }
    case "castOnCase":
      return { act: "cast", actor, now, input: { ...ballotOn(rows.cases.at(-1 - op.nth), op), objection: null } };
    case "putToVote": {
      const asked = { title: "Una regola più chiara", contentLocale: "it" as const };
      const closesOn = closingDay(now, op.papers === "short");
      return { act: "putCharterToVote", actor, now, input: { ...association, ...asked, closesOn } };
    }
    case "castOnCharter": {
      const vote = rows.charterVotes.at(-1 - op.nth);
      const ballot = ballotOn(vote && { ...vote, decisionId: vote.id }, op);
      return { act: "cast", actor, now, input: { ...ballot, objection: null } };
    }
    case "withdrawVote":
      return { act: "withdrawDecision", actor, now, input: { decisionId: idIn(rows.charterVotes) } };
    case "appealCase":
      return { act: "appealCase", actor, now, input: { caseId, appeal: WORDS } };
    case "declare":
      return { act: "declare", actor, now, input: { ...association, ...DEED, doneOn: doneOn(now, op) } };
    case "propose":
      return {
        act: "openDecision",
        actor,
        now,
        input: { ...association, ...PROPOSAL, closesOn: closingDay(now, false) },
      };
    case "confirm":
      return { act: "confirmContribution", actor, now, input: { contributionId: idIn(rows.contributions) } };
    case "giveTrust":
      return { act: op.kind, actor, now, input: { ...association, whom: handle } };
    case "withdrawTrust":
      return { act: op.kind, actor, now, input: { ...association, handle } };
    case "writeLetter":
      return { act: "writeLetter", actor, now, input: { ...association, email: addressOf(handle), reason: REASON } };
    case "importMembers":
      return { act: "importMembers", actor, now, input: { ...association, ...listFrom(real, { op, now }) } };
    case "withdrawImport":
      return { act: "withdrawImport", actor, now, input: { importId: idIn(rows.lists) } };
    case "withdrawLetter":
      return { act: "withdrawLetter", actor, now, input: { letterId } };
    case "takeLetter":
      return { act: "takeUpOpening", actor, now, input: { token } };
    case "declineLetter":
      return { act: "declineLetter", actor: null, now, input: { token } };
    case "tick":
    case "jobs":
      return { act: "jobs", actor: null, now, input: null };
    default:
      return { act: op.kind, actor, now, input: association };
  }
}

function listFrom({ people }: Real, { op, now }: At) {
  const some = listOf(op).map((i) => people[i]?.handle ?? "");
  const many = Array.from({ length: TOO_MANY }, (_, i) => `nobody-${i}`);
  return {
    lines: (op.papers === "stale" ? many : some).map((handle) => ({ name: "Ada Prova", email: addressOf(handle) })),
    ...{ reason: REASON, consentHow: "A voce, all’assemblea di marzo.", consentOn: dayOf(now) },
  };
}

const PROPOSAL = {
  title: "Un forno per tutti",
  text: "Compriamo insieme un forno per la sede.",
  options: [] as string[],
  secrecy: "OPEN",
  quorum: "NONE",
  threshold: "MAJORITY",
  contentLocale: "it",
} as const;
const DEED = { kind: "TIME" as const, title: "Ho aperto la sede", hours: null, value: null };

const shapeOf = (op: Op) => ({
  ...{ name: nameOf(op), duty: "Tiene in ordine quello che gli altri lasciano in giro.", isByTrust: op.isByTrust },
  responsibilities: op.duties.filter((duty) => duty !== "CUSTODY"),
});

/** Of an own role, the version it has; or one that never was. */
function versionOf({ grants }: Rows, { nth, papers }: Op) {
  const current = grants.at(-1 - nth)?.current ?? null;
  return current === null ? {} : { version: current + (papers === "stale" ? 1 : 0) };
}

const wordOf = ({ isYes }: Op) =>
  isYes
    ? { outcome: "ADMIT" as const, reason: null, message: "", clauseId: null }
    : { outcome: "DECLINE" as const, reason: "CAPACITY" as const, message: "", clauseId: null };

/** Door, words and deciders change; days, places and questions stay. */
const entryOf = ({ papers }: Real, { limit: memberLimit }: Rows, { entry, nth, isYes }: Op) => ({
  ...{ entry, sponsorsRequired: nth, decidersRequired: isYes ? 1 : 2, decisionDays: 30, reapplyCooldownDays: 30 },
  memberLimit,
  questions: papers.answers.map(({ questionId }) => ({ questionId, text: "Perché qui?", isRequired: true })),
});

const WORDS = "Per tre volte ha preso il furgone senza dirlo, dopo averlo promesso.";
const accusation = ({ charters }: Rows, { papers }: Op) => ({
  clauseId: (papers !== "stale" && charters.at(-1)?.clauses.at(-1)) || NOWHERE,
  ...{ facts: WORDS, contentLocale: "it" as const },
});

/** Yes or no, the first two of what one may answer. */
function ballotOn(
  one: { readonly decisionId: string | null; readonly options: readonly string[] | null } | undefined,
  { isYes }: Op,
) {
  const { decisionId, options } = one ?? {};
  return { decisionId: decisionId ?? NOWHERE, optionId: options?.[isYes ? 0 : 1] ?? NOWHERE };
}
