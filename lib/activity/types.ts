/** Everything that is recorded. The room that causes it stands before the dot. */
export const ACTIVITY_KINDS = [
  "association.founded",
  "association.custodyBegun",
  "association.custodyCalled",
  "association.custodyEnded",
  "association.identityEdited",
  "association.entryEdited",
  "membership.applied",
  "membership.admitted",
  "membership.declined",
  "membership.withdrawn",
  "membership.expired",
  "membership.joined",
  "membership.paused",
  "membership.resumed",
  "membership.left",
  "membership.pausedByTime",
  "membership.pauseOver",
  "membership.pledgeRenewed",
  "membership.pledgeEnding",
  "membership.pledgeOver",
  "membership.silent",
  "membership.periodEnding",
  "membership.fellBehind",
  "membership.helpAsked",
  "membership.invited",
  "membership.invitationDeclined",
  "membership.invitationWithdrawn",
  "membership.admitterSaid",
  "membership.applicantSaid",
  "membership.vouchAsked",
  "membership.vouchGiven",
  "membership.linkMade",
  "membership.linkRevoked",
  "membership.membersImported",
  "membership.roleOffered",
  "membership.roleAccepted",
  "membership.roleRefused",
  "membership.roleEnded",
  "membership.roleDefined",
  "membership.roleChanged",
  "membership.roleRetired",
  "project.proposed",
  "project.edited",
  "project.transitioned",
  "project.offered",
  "project.offerAccepted",
  "project.offerQueued",
  "project.offerDeclined",
  "project.offerWithdrawn",
  "project.handoverOffered",
  "project.handoverRefused",
  "project.handoverWithdrawn",
  "project.handedOver",
  "project.concluded",
  "contribution.declared",
  "contribution.declaredOutside",
  "contribution.confirmed",
  "contribution.rejected",
  "contribution.reversed",
  "contribution.lapsed",
  "contribution.commitmentClosed",
  "decision.opened",
  "decision.amended",
  "decision.withdrawn",
  "decision.closed",
  "decision.chargeOffered",
  "decision.chargeAccepted",
  "decision.chargeRefused",
  "directory.searchFound",
  "member.profileEdited",
  "account.signedUp",
  "account.passwordSet",
  "account.passwordRemoved",
  "account.sessionsEnded",
] as const;

export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

export type NewActivity = {
  kind: ActivityKind;
  actorId: string | null;
  /** The person it concerns, when that is not the actor. */
  memberId?: string | null;
  associationId?: string | null;
  projectId?: string | null;
  subjectId: string;
  /** Names and numbers as they were then; never free text of a person. */
  data?: Readonly<Record<string, string | number>>;
  at: Date;
};
