import type { ActivityKind } from "@/lib/activity/types";
import { dateOf } from "@/lib/core/duration";
import { insideQuotes } from "@/lib/core/text";
import { filtersOfQuery, type SearchWords, searchLabel } from "@/lib/directory/saved/rules";
import {
  CERTAIN_MAILS,
  type CertainMail,
  type Circle,
  type MailedKind,
  type NotificationKind,
  type NotificationTarget,
  OPTIONAL_MAILS,
  type OptionalMail,
  type Telling,
  type Told,
} from "./types";

/** The same thing about the same object is told to the same person once in this time, while unread (rule NT3). */
export const WINDOW_HOURS = 24;

const tell = (kind: NotificationKind, to: Circle): Telling => ({ kind, to });

/**
 * Who is told what of each thing that happens. What is declined, withdrawn or left by the person asked tells nobody
 * (rules NT6, PT3); an owner's «non ora» to an offer answers a question, so it reaches the one who asked, in the product alone.
 */
export const TELLINGS: Readonly<Record<ActivityKind, readonly Telling[]>> = {
  "association.founded": [],
  "association.custodyBegun": [tell("custodyBegun", "members")],
  "association.custodyCalled": [tell("custodyCalled", "members")],
  "association.custodyEnded": [],
  "association.identityEdited": [],
  "association.entryEdited": [],
  "membership.papersConfirmed": [],
  "membership.applied": [tell("applicationToDecide", "admitters")],
  "membership.admitted": [tell("applicationAdmitted", "person")],
  "membership.declined": [tell("applicationDeclined", "person")],
  "membership.withdrawn": [],
  "membership.expired": [tell("applicationExpired", "person"), tell("applicationUnanswered", "admitters")],
  "membership.joined": [tell("memberJoined", "admitters")],
  "membership.paused": [],
  "membership.resumed": [],
  "membership.left": [],
  "membership.pausedByTime": [tell("pausedByTime", "person")],
  "membership.pauseOver": [tell("pauseOver", "person")],
  "membership.pledgeRenewed": [],
  "membership.pledgeEnding": [tell("pledgeEnding", "person")],
  "membership.pledgeOver": [tell("pledgeOver", "person")],
  "membership.silent": [tell("silent", "person")],
  "membership.periodEnding": [tell("periodEnding", "person")],
  "membership.fellBehind": [tell("fellBehind", "person")],
  "membership.helpAsked": [tell("helpAsked", "granters")],
  "membership.charterAmended": [tell("charterToAccept", "members")],
  "membership.charterReworded": [tell("charterReworded", "members")],
  "membership.charterDueSoon": [tell("charterDueSoon", "person")],
  "membership.charterOverdue": [tell("charterOverdue", "person")],
  "membership.charterPauseSoon": [tell("charterPauseSoon", "person")],
  "membership.charterPaused": [tell("charterPaused", "person")],
  "membership.charterReviewSoon": [tell("charterReviewSoon", "editors")],
  "membership.charterReviewDue": [tell("charterReviewDue", "editors")],
  "membership.invited": [tell("invitation", "person")],
  "membership.invitationDeclined": [],
  "membership.invitationWithdrawn": [],
  "membership.admitterSaid": [tell("applicationQuestion", "person")],
  "membership.applicantSaid": [tell("applicationReply", "admitters")],
  "membership.vouchAsked": [tell("vouchAsked", "person")],
  "membership.vouchGiven": [tell("vouchGiven", "person")],
  "membership.linkMade": [],
  "membership.linkRevoked": [],
  "membership.membersImported": [],
  "membership.roleOffered": [tell("roleOffered", "person")],
  "membership.roleAccepted": [tell("roleAccepted", "grantor")],
  "membership.roleRefused": [],
  "membership.roleEnded": [tell("roleEnded", "person")],
  "membership.roleDefined": [],
  "membership.roleChanged": [tell("roleChanged", "holders")],
  "membership.roleRetired": [],
  "project.ideaOpened": [],
  "project.ideaJoined": [tell("ideaJoined", "lead")],
  "project.ideaReady": [tell("ideaReady", "lead")],
  "project.ideaLeft": [tell("ideaLeft", "lead")],
  "project.ideaInvited": [tell("ideaInvited", "person")],
  "project.ideaInvitationDeclined": [],
  "project.ideaInvitationWithdrawn": [],
  "project.proposed": [tell("ideaProposed", "dreamers")],
  "project.seatAsked": [tell("seatAsked", "person")],
  "project.seatTaken": [tell("seatTaken", "lead")],
  "project.seatDeclined": [],
  "project.approvalAsked": [tell("approvalAsked", "editors")],
  "project.approved": [tell("projectApproved", "lead")],
  "project.notApproved": [tell("projectNotApproved", "lead")],
  "project.needAsked": [tell("needAsked", "person")],
  "project.needAskDeclined": [],
  "project.edited": [],
  "project.transitioned": [tell("projectMoved", "participants"), tell("projectMoved", "dreamers")],
  "project.offered": [tell("offerToDecide", "lead")],
  "project.offeredBeyond": [tell("beyondToDecide", "lead")],
  "project.offerAccepted": [tell("offerAccepted", "person")],
  "project.offerQueued": [tell("offerQueued", "person")],
  "project.offerDeclined": [tell("offerDeclined", "person")],
  "project.offerWithdrawn": [tell("offerWithdrawn", "lead")],
  "project.seatRenewed": [],
  "project.seatEnding": [tell("seatEnding", "person")],
  "project.seatEnded": [tell("seatEnded", "person"), tell("seatReopened", "lead")],
  "project.handoverOffered": [tell("handoverOffered", "person")],
  "project.handoverRefused": [],
  "project.handoverWithdrawn": [],
  "project.handedOver": [
    tell("projectHandedOver", "participants"),
    tell("projectHandedOver", "dreamers"),
    tell("projectHandedOver", "person"),
  ],
  "project.coHostAsked": [tell("coHostAsked", "editors")],
  "project.coHostJoined": [tell("coHostJoined", "participants")],
  "project.coHostRefused": [],
  "project.coHostWithdrawn": [],
  "project.coHostLeft": [tell("coHostLeft", "participants")],
  "project.coHostLetGo": [tell("coHostLetGo", "editors")],
  "project.placeEnded": [tell("placeEnded", "person")],
  "project.leadOffered": [tell("leadOffered", "coHostEditors")],
  "project.leadPassed": [tell("leadPassed", "participants"), tell("leadPassed", "coHostEditors")],
  "project.concluded": [tell("projectConcluded", "hands")],
  "project.taskAdded": [],
  "project.taskEdited": [],
  "project.taskMoved": [],
  "project.taskTaken": [tell("taskTaken", "person")],
  "project.taskGivenBack": [],
  "project.taskAsked": [tell("taskAsked", "person")],
  "project.taskRefused": [],
  "project.threadOpened": [tell("threadOpened", "participants")],
  "project.threadAnswered": [tell("threadAnswered", "person")],
  "project.decisionLogged": [tell("decisionLogged", "participants")],
  "project.fileAdded": [],
  "project.pictureAdded": [],
  "project.thanked": [tell("thanked", "person")],
  "project.thanksOpened": [],
  "project.thanksTakenBack": [],
  "project.pictureRemoved": [],
  "project.fileRemoved": [],
  "project.noteWritten": [],
  "project.noteSaved": [],
  "project.notePutAway": [],
  "project.noteBroughtBack": [],
  "project.meetingCalled": [tell("meetingCalled", "participants")],
  "project.meetingChanged": [tell("meetingChanged", "participants")],
  "project.meetingCancelled": [tell("meetingCancelled", "participants")],
  "project.meetingAnswered": [],
  "contribution.declared": [tell("contributionToConfirm", "participants")],
  "contribution.declaredOutside": [tell("contributionToConfirm", "editors")],
  "contribution.confirmed": [tell("contributionConfirmed", "person")],
  "contribution.rejected": [tell("contributionRejected", "person")],
  "contribution.reversed": [tell("contributionReversed", "person")],
  "contribution.lapsed": [tell("contributionLapsed", "person")],
  "contribution.commitmentDeclared": [tell("commitmentToYou", "person")],
  "contribution.commitmentConfirmed": [tell("commitmentConfirmed", "promiser")],
  "contribution.commitmentClosed": [tell("commitmentClosed", "promiser")],
  "decision.opened": [tell("decisionOpened", "electors")],
  "decision.amended": [tell("decisionAmended", "electors")],
  "decision.withdrawn": [tell("decisionWithdrawn", "electors")],
  "decision.closed": [tell("decisionClosed", "electors")],
  "decision.chargeOffered": [tell("chargeOffered", "person")],
  "decision.chargeAccepted": [tell("chargeAccepted", "person")],
  "decision.chargeRefused": [],
  "moderation.caseOpened": [tell("caseOpened", "person"), tell("caseToJudge", "moderators")],
  "moderation.caseAnswered": [tell("caseAnswered", "moderators")],
  "moderation.caseVoteOpened": [tell("caseVoteOpened", "electors"), tell("ownCaseVoted", "person")],
  "moderation.caseDecided": [tell("caseDecided", "person")],
  "moderation.appealed": [tell("caseAppealed", "moderators")],
  "moderation.appealDecided": [tell("appealDecided", "person")],
  "moderation.caseLapsed": [tell("caseLapsed", "person")],
  "moderation.reported": [tell("reportedMine", "person"), tell("reportToDecide", "moderators")],
  "moderation.measured": [tell("reportMeasured", "person")],
  "moderation.reportSettled": [tell("reportSettled", "person")],
  "moderation.measureAppealed": [tell("measureAppealed", "moderators")],
  "moderation.reportLapsed": [tell("reportLapsed", "person")],
  "moderation.reportUndecided": [tell("reportUndecided", "person")],
  "directory.searchFound": [tell("searchFound", "person")],
  "member.profileEdited": [],
  "account.signedUp": [],
  "account.passwordSet": [],
  "account.passwordRemoved": [],
  "account.sessionsEnded": [],
};

const isOneOf = <T extends string>(kinds: readonly T[], kind: string): kind is T =>
  (kinds as readonly string[]).includes(kind);

export const isOptionalMail = (kind: NotificationKind): kind is OptionalMail => isOneOf(OPTIONAL_MAILS, kind);
export const isCertainMail = (kind: NotificationKind): kind is CertainMail => isOneOf(CERTAIN_MAILS, kind);

/** Whether the kind is told by mail at all. */
export const isMailed = (kind: NotificationKind): kind is MailedKind => isOptionalMail(kind) || isCertainMail(kind);

/** Whether a mail leaves with a notification; a person who never chose gets those that wait for them (rules NT1, NT5). */
export function leavesByMail(kind: NotificationKind, isWanted: boolean | null): boolean {
  if (isOptionalMail(kind)) return isWanted ?? true;
  return isCertainMail(kind);
}

type Detailed = Pick<Told, "kind" | "detail" | "association">;

const TITLED: readonly NotificationKind[] = [
  "decisionOpened",
  "decisionAmended",
  "decisionWithdrawn",
  "decisionClosed",
  "chargeOffered",
  "chargeAccepted",
  "coHostAsked",
  "coHostLetGo",
  "placeEnded",
  "needAsked",
  "seatEnding",
  "seatEnded",
  "seatReopened",
];

/**
 * The detail as a sentence names it: a title, or a saved search in words, between the sentence's quotation marks; a day written
 * out; anything else by its code.
 */
export function detailIn({ kind, detail, association }: Detailed, words: Omit<SearchWords, "associations">): string {
  if (TITLED.includes(kind)) return insideQuotes(detail, words.language);
  if (kind === "pledgeEnding" || kind === "periodEnding") return dayInWords(detail, words.language);
  if (kind !== "searchFound") return detail;
  const associations = association ? [association] : [];
  return insideQuotes(searchLabel(filtersOfQuery(detail), { ...words, associations }), words.language);
}

const dayInWords = (day: string, language: string) =>
  day && new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(dateOf(day));

const APPLICATION = "/associations/[slug]/manage/applications/[id]";

/** Where one goes on from a notification. */
export function targetOf({ kind, subjectId, association, project }: Told): NotificationTarget {
  const slug = (project ?? association)?.slug ?? "";
  switch (kind) {
    case "applicationToDecide":
    case "applicationUnanswered":
    case "applicationReply":
      return { pathname: APPLICATION, params: { slug, id: subjectId } };
    case "applicationDeclined":
    case "applicationExpired":
    case "applicationQuestion":
    case "vouchGiven":
      return { pathname: "/applications/[id]", params: { id: subjectId } };
    case "vouchAsked":
      return { pathname: "/applications" };
    case "charterToAccept":
    case "charterReworded":
    case "charterDueSoon":
    case "charterOverdue":
    case "charterPauseSoon":
    case "charterPaused":
      return { pathname: "/associations/[slug]/pledge", params: { slug } };
    case "charterReviewSoon":
    case "charterReviewDue":
      return { pathname: "/associations/[slug]/manage/charter", params: { slug } };
    case "memberJoined":
      return { pathname: "/associations/[slug]/members", params: { slug } };
    case "pledgeEnding":
    case "pledgeOver":
    case "pauseOver":
    case "silent":
    case "pausedByTime":
      return { pathname: "/associations/[slug]/pledge", params: { slug } };
    case "approvalAsked":
    case "coHostAsked":
    case "coHostLetGo":
      return { pathname: "/associations/[slug]/manage/projects", params: { slug: association?.slug ?? "" } };
    case "placeEnded":
      return { pathname: "/associations/[slug]", params: { slug } };
    case "needAsked":
    case "seatEnding":
    case "seatEnded":
      return { pathname: "/projects/[slug]/needs/[id]", params: { slug, id: subjectId } };
    case "seatReopened":
    case "projectApproved":
    case "projectNotApproved":
    case "ideaReady":
    case "ideaJoined":
    case "seatTaken":
    case "offerToDecide":
    case "beyondToDecide":
    case "offerWithdrawn":
      return { pathname: "/projects/[slug]/manage", params: { slug } };
    case "commitmentToYou":
    case "commitmentConfirmed":
    case "commitmentClosed":
      return { pathname: project ? "/projects/[slug]" : "/associations/[slug]/commitments", params: { slug } };
    case "periodEnding":
    case "fellBehind":
      return { pathname: "/associations/[slug]/standing", params: { slug } };
    case "helpAsked":
      return { pathname: "/associations/[slug]/manage/care", params: { slug } };
    case "projectConcluded":
    case "thanked":
      return { pathname: "/projects/[slug]/result", params: { slug } };
    case "threadOpened":
    case "threadAnswered":
      return { pathname: "/projects/[slug]/work/talk", params: { slug } };
    case "decisionLogged":
      return { pathname: "/projects/[slug]/work/log", params: { slug } };
    case "meetingCalled":
    case "meetingChanged":
    case "meetingCancelled":
      return { pathname: "/projects/[slug]/work/meetings", params: { slug } };
    case "taskAsked":
    case "taskTaken":
      return { pathname: "/projects/[slug]/work", params: { slug } };
    case "contributionToConfirm":
    case "contributionConfirmed":
    case "contributionRejected":
    case "contributionReversed":
    case "contributionLapsed":
      return {
        pathname: project ? "/projects/[slug]/contributions" : "/associations/[slug]/contributions",
        params: { slug },
      };
    case "caseOpened":
    case "caseToJudge":
    case "caseAnswered":
    case "caseDecided":
    case "caseAppealed":
    case "appealDecided":
    case "caseLapsed":
      return { pathname: "/associations/[slug]/cases/[id]", params: { slug, id: subjectId } };
    case "reportedMine":
    case "reportToDecide":
    case "reportMeasured":
    case "measureAppealed":
    case "reportLapsed":
      return { pathname: "/associations/[slug]/reports/[id]", params: { slug, id: subjectId } };
    case "reportSettled":
    case "reportUndecided":
      return { pathname: "/associations/[slug]/report", params: { slug } };
    case "caseVoteOpened":
    case "ownCaseVoted":
    case "decisionOpened":
    case "decisionAmended":
    case "decisionWithdrawn":
    case "decisionClosed":
    case "chargeOffered":
    case "chargeAccepted":
      return { pathname: "/associations/[slug]/decisions/[id]", params: { slug, id: subjectId } };
    case "searchFound":
      return { pathname: "/people/searches" };
    default:
      return { pathname: project ? "/projects/[slug]" : "/associations/[slug]", params: { slug } };
  }
}
