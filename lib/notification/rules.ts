import type { ActivityKind } from "@/lib/activity/types";
import { BUNDLES } from "@/lib/membership/role/rules";
import type { Responsibility, Role } from "@/lib/membership/role/types";
import {
  type Circle,
  type MailRule,
  NOTIFICATION_KINDS,
  type NotificationKind,
  type NotificationTarget,
  type Telling,
  type Told,
} from "./types";

/** The same thing about the same object is told to the same person once in this time, while unread (rule NT3). */
export const WINDOW_HOURS = 24;

const tell = (kind: NotificationKind, to: Circle, mail: MailRule): Telling => ({ kind, to, mail });

/**
 * Who is told what of each thing that happens. What is declined, withdrawn or left by the person asked tells nobody
 * (rules NT6, PT3); an owner's «non ora» to an offer answers a question, so it reaches the one who asked, in the product alone.
 */
export const TELLINGS: Readonly<Record<ActivityKind, readonly Telling[]>> = {
  "association.founded": [],
  "association.custodyBegun": [tell("custodyBegun", "members", "never")],
  "membership.applied": [tell("applicationToDecide", "admitters", "preferred")],
  "membership.admitted": [tell("applicationAdmitted", "person", "always")],
  "membership.declined": [tell("applicationDeclined", "person", "always")],
  "membership.withdrawn": [],
  "membership.expired": [
    tell("applicationExpired", "person", "always"),
    tell("applicationUnanswered", "admitters", "never"),
  ],
  "membership.joined": [tell("memberJoined", "admitters", "never")],
  "membership.left": [],
  "membership.invited": [tell("invitation", "person", "preferred")],
  "membership.invitationDeclined": [],
  "membership.invitationWithdrawn": [],
  "membership.roleOffered": [tell("roleOffered", "person", "preferred")],
  "membership.roleAccepted": [tell("roleAccepted", "grantor", "never")],
  "membership.roleRefused": [],
  "membership.roleEnded": [tell("roleEnded", "person", "always")],
  "project.proposed": [],
  "project.edited": [],
  "project.transitioned": [tell("projectMoved", "participants", "never")],
  "project.offered": [tell("offerToDecide", "lead", "preferred")],
  "project.offerAccepted": [tell("offerAccepted", "person", "always")],
  "project.offerQueued": [tell("offerQueued", "person", "never")],
  "project.offerDeclined": [tell("offerDeclined", "person", "never")],
  "project.offerWithdrawn": [tell("offerWithdrawn", "lead", "never")],
  "project.handoverOffered": [tell("handoverOffered", "person", "preferred")],
  "project.handoverRefused": [],
  "project.handoverWithdrawn": [],
  "project.handedOver": [
    tell("projectHandedOver", "participants", "never"),
    tell("projectHandedOver", "person", "never"),
  ],
  "project.concluded": [tell("projectConcluded", "participants", "never")],
  "contribution.declared": [tell("contributionToConfirm", "participants", "preferred")],
  "contribution.confirmed": [tell("contributionConfirmed", "person", "never")],
  "contribution.lapsed": [tell("contributionLapsed", "person", "never")],
  "contribution.commitmentClosed": [tell("commitmentClosed", "promiser", "never")],
  "member.profileEdited": [],
  "account.signedUp": [],
  "account.passwordSet": [],
  "account.passwordRemoved": [],
  "account.sessionsEnded": [],
};

/** Whether a mail leaves with a notification; a person who never chose gets those that wait for them (rules NT1, NT5). */
export function leavesByMail(rule: MailRule, isWanted: boolean | null): boolean {
  if (rule === "preferred") return isWanted ?? true;
  return rule === "always";
}

const kindsWith = (rule: MailRule): NotificationKind[] =>
  NOTIFICATION_KINDS.filter((kind) =>
    Object.values(TELLINGS).some((tellings) =>
      tellings.some((telling) => telling.kind === kind && telling.mail === rule),
    ),
  );

/** Mails one may do without (rule NT1). */
export const OPTIONAL_MAILS: readonly NotificationKind[] = kindsWith("preferred");
/** Mails that always arrive: decisions about oneself (rule NT5). */
export const CERTAIN_MAILS: readonly NotificationKind[] = kindsWith("always");

/** The roles whose holders answer for something (rule R1: who is told follows the responsibility, not the role's name). */
export function rolesAnswering(responsibility: Responsibility): Role[] {
  return (Object.keys(BUNDLES) as Role[]).filter((role) => BUNDLES[role].includes(responsibility));
}

const APPLICATION = "/associations/[slug]/manage/applications/[id]";

/** Where one goes on from a notification. */
export function targetOf({ kind, subjectId, association, project }: Told): NotificationTarget {
  const slug = (project ?? association)?.slug ?? "";
  switch (kind) {
    case "applicationToDecide":
    case "applicationUnanswered":
      return { pathname: APPLICATION, params: { slug, id: subjectId } };
    case "applicationDeclined":
    case "applicationExpired":
      return { pathname: "/applications/[id]", params: { id: subjectId } };
    case "memberJoined":
      return { pathname: "/associations/[slug]/members", params: { slug } };
    case "offerToDecide":
    case "offerWithdrawn":
      return { pathname: "/projects/[slug]/manage", params: { slug } };
    case "contributionToConfirm":
    case "contributionConfirmed":
    case "contributionLapsed":
      return { pathname: "/projects/[slug]/contributions", params: { slug } };
    default:
      return { pathname: project ? "/projects/[slug]" : "/associations/[slug]", params: { slug } };
  }
}
