import type { Person, Place } from "./place/types";
import type { WaitingItem } from "./waiting/types";

/** What every page shows of whoever is signed in. */
export type Frame = {
  readonly handle: string;
  readonly name: string;
  readonly photo: string | null;
  /** What waits for an answer of theirs. */
  readonly waiting: readonly WaitingItem[];
  readonly values: readonly string[];
};

/** What a person can be told. The sentences stand in the messages, `notification.<kind>`. */
export const NOTIFICATION_KINDS = [
  "applicationToDecide",
  "applicationAdmitted",
  "applicationDeclined",
  "applicationExpired",
  "applicationUnanswered",
  "applicationQuestion",
  "applicationReply",
  "vouchAsked",
  "vouchGiven",
  "memberJoined",
  "invitation",
  "roleOffered",
  "roleAccepted",
  "roleEnded",
  "roleChanged",
  "custodyBegun",
  "custodyCalled",
  "pledgeEnding",
  "pledgeOver",
  "pauseOver",
  "silent",
  "periodEnding",
  "fellBehind",
  "helpAsked",
  "pausedByTime",
  "charterToAccept",
  "charterReworded",
  "charterDueSoon",
  "charterOverdue",
  "charterPauseSoon",
  "charterPaused",
  "charterReviewSoon",
  "charterReviewDue",
  "ideaInvited",
  "ideaJoined",
  "ideaReady",
  "ideaLeft",
  "ideaProposed",
  "seatAsked",
  "seatTaken",
  "needAsked",
  "approvalAsked",
  "projectApproved",
  "projectNotApproved",
  "offerToDecide",
  "beyondToDecide",
  "offerAccepted",
  "offerQueued",
  "offerDeclined",
  "offerWithdrawn",
  "seatEnding",
  "seatEnded",
  "seatReopened",
  "handoverOffered",
  "projectHandedOver",
  "projectMoved",
  "projectConcluded",
  "thanked",
  "taskAsked",
  "taskTaken",
  "threadOpened",
  "threadAnswered",
  "decisionLogged",
  "meetingCalled",
  "meetingChanged",
  "meetingCancelled",
  "coHostAsked",
  "coHostJoined",
  "coHostLeft",
  "coHostLetGo",
  "placeEnded",
  "leadOffered",
  "leadPassed",
  "contributionToConfirm",
  "contributionConfirmed",
  "contributionRejected",
  "contributionReversed",
  "contributionLapsed",
  "commitmentToYou",
  "commitmentConfirmed",
  "commitmentClosed",
  "decisionOpened",
  "decisionAmended",
  "decisionWithdrawn",
  "decisionClosed",
  "chargeOffered",
  "chargeAccepted",
  "caseOpened",
  "caseToJudge",
  "caseAnswered",
  "caseVoteOpened",
  "ownCaseVoted",
  "caseDecided",
  "caseAppealed",
  "appealDecided",
  "caseLapsed",
  "reportedMine",
  "reportToDecide",
  "reportMeasured",
  "reportSettled",
  "measureAppealed",
  "reportLapsed",
  "reportUndecided",
  "searchFound",
] as const;

export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** Told by mail too, unless one prefers otherwise (rule NT1): what waits for an answer, and what one asked to be told. */
export const OPTIONAL_MAILS = [
  "applicationToDecide",
  "applicationQuestion",
  "applicationReply",
  "vouchAsked",
  "ideaInvited",
  "ideaJoined",
  "ideaReady",
  "ideaProposed",
  "seatAsked",
  "needAsked",
  "approvalAsked",
  "offerToDecide",
  "beyondToDecide",
  "seatEnding",
  "seatEnded",
  "seatReopened",
  "offerWithdrawn",
  "contributionToConfirm",
  "invitation",
  "roleOffered",
  "charterToAccept",
  "handoverOffered",
  "projectConcluded",
  "taskAsked",
  "meetingCalled",
  "meetingChanged",
  "meetingCancelled",
  "coHostAsked",
  "leadOffered",
  "decisionOpened",
  "chargeOffered",
  "searchFound",
  "custodyBegun",
  "custodyCalled",
  "pledgeEnding",
  "pledgeOver",
  "pauseOver",
  "silent",
  "periodEnding",
  "fellBehind",
  "helpAsked",
] as const satisfies readonly NotificationKind[];

/** Told by mail always (rule NT5): decisions about oneself, and what a date is about to do to one. */
export const CERTAIN_MAILS = [
  "applicationAdmitted",
  "applicationDeclined",
  "applicationExpired",
  "offerAccepted",
  "placeEnded",
  "projectApproved",
  "projectNotApproved",
  "coHostLetGo",
  "roleEnded",
  "pausedByTime",
  "charterDueSoon",
  "charterOverdue",
  "charterPauseSoon",
  "charterPaused",
  "caseOpened",
  "ownCaseVoted",
  "caseDecided",
  "appealDecided",
  "caseLapsed",
  "reportedMine",
  "reportMeasured",
  "reportLapsed",
] as const satisfies readonly NotificationKind[];

export type OptionalMail = (typeof OPTIONAL_MAILS)[number];
export type CertainMail = (typeof CERTAIN_MAILS)[number];

export type MailedKind = OptionalMail | CertainMail;

/** What the sentences and the links of a notification need. */
export type Told = {
  readonly kind: NotificationKind;
  readonly subjectId: string;
  /** Who did it; null when time did. */
  readonly actor: Person | null;
  /** Where it happened; the one a saved search is narrowed to. */
  readonly association: Place | null;
  readonly project: Place | null;
  /** A role or a state, by its code; the title of a decision; the query of a saved search; empty where there is none to name. */
  readonly detail: string;
};

export type NotificationView = Told & { readonly id: string; readonly at: Date; readonly isRead: boolean };

/** Whether mail leaves for one optional kind. */
export type MailChoice = { readonly kind: OptionalMail; readonly isWanted: boolean };
